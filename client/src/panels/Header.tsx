// The top line: what city, how it is, when, what weather, which mode, how fresh, what alarms, and who is looking.
import { calls } from '@onescreen/shared/cases';
import type { Primary } from '@onescreen/shared/catalogue';
import { agencyById, hasAgency, indicatorById, primaries } from '@onescreen/shared/catalogue';
import { seriesOf } from '@onescreen/shared/city';
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { Fragment } from 'react';
import { SoundButton } from '../alarms/late.ts';
import { ComesLate } from '../app/FailsAlone.tsx';
import { useNow } from '../app/useNow.ts';
import { BoardMenu } from '../boards/BoardMenu.tsx';
import { ScreenTools } from '../finding/late.ts';
import { formatClock, formatDate, formatNumber } from '../i18n/format.ts';
import { offerAfter, offers } from '../i18n/languages.ts';
import { turnLanguage } from '../i18n/spoken.ts';
import { useText } from '../i18n/text.ts';
import { gradeOf, responseLook, stateLook } from '../marks/grades.ts';
import { Mark, TrendArrow } from '../marks/Mark.tsx';
import { UserMenu } from '../people/UserMenu.tsx';
import type { RunState } from '../store/index.ts';
import {
  remember,
  scores,
  select,
  setUi,
  useDrawn,
  useFamily,
  useRun,
  useScore,
  useSelection,
  useTime,
  useUi,
} from '../store/index.ts';
import { explains } from './card/rollUpStore.ts';
import { useDirection } from './trend.ts';
import { useWritten } from './useWritten.ts';
import './header.css';

export function Header(): JSX.Element {
  const { t } = useText();
  return (
    <header className="header">
      <h1 className="visually-hidden">{t('app.title')}</h1>
      <div className="header-name">
        <button
          type="button"
          className="header-home"
          onClick={() => select({ area: CITY_AREA, primary: null, indicator: null })}
        >
          <strong>{t('app.name')}</strong>
          <span>{t('app.otherName')}</span>
        </button>
        <span
          className="header-simulated chip tone-yellow is-solid"
          title={t('app.simulatedHint')}
          data-testid="simulated"
        >
          {t('app.simulated')}
        </span>
      </div>
      <Pulse />
      <Clock />
      <Weather />
      <div className="header-right">
        <Mode />
        <DataAge />
        <AlarmCount />
        <ComesLate waiting={<span className="sound-place" />}>
          <SoundButton />
        </ComesLate>
        <Response />
        <FindButton />
        <BoardMenu />
        <Switches />
        <span className="header-tools">
          <ComesLate>
            <ScreenTools />
          </ComesLate>
        </span>
      </div>
    </header>
  );
}

/** The primary that costs the area most: a press on the pulse opens it. */
function weakestPrimary(area: number): Primary | null {
  const { primaries: all } = scores.of(area);
  let weakest = -1;
  all.forEach((score, at) => {
    if (score !== null && (weakest < 0 || score < all[weakest]!)) weakest = at;
  });
  return primaries[weakest] ?? null;
}

function Pulse(): JSX.Element {
  const { t, name } = useText();
  const area = useSelection((selection) => selection.area);
  const pulse = useScore(area, (score) => score.pulse);
  const grade = gradeOf(pulse);
  const open = (): void => {
    const weakest = weakestPrimary(area);
    if (weakest === null) return;
    setUi({ dimension: weakest.dimension });
    select({ primary: weakest.id, indicator: null });
  };
  return (
    <button
      type="button"
      className={`pulse tone-${grade.tone}`}
      onClick={open}
      {...explains({ kind: 'pulse', area })}
      data-testid="pulse-button"
    >
      <svg className="pulse-wave" viewBox="0 0 64 24" aria-hidden="true">
        <path d="M0 12h16l4-8 6 16 5-12 3 4h30" />
      </svg>
      <span className="header-label">{area === CITY_AREA ? t('header.pulse') : name(areas[area]!)}</span>
      <strong className="pulse-number" data-testid="pulse">
        {pulse ?? '—'}
      </strong>
      <span className="pulse-word">
        <Mark shape={grade.shape} tone={grade.tone} size={12} />
        {t(`grade.${grade.word}`)}
      </span>
    </button>
  );
}

function Clock(): JSX.Element {
  const { language } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? null);
  const tick = useRun((run) => run.tick);
  return (
    <div className="header-clock">
      <time className="header-time" data-testid="sim-clock">
        {epochMs === null ? '--:--:--' : formatClock(epochMs, tick)}
      </time>
      <span className="header-label">{epochMs === null ? '' : formatDate(epochMs, tick, language)}</span>
    </div>
  );
}

/** The area's own series of an indicator, or the city's where the area has none. */
function useWeatherSeries(id: string): number {
  const area = useSelection((selection) => selection.area);
  const { index } = indicatorById(id);
  const own = seriesOf(index, area);
  return own < 0 ? seriesOf(index, CITY_AREA) : own;
}

function Weather(): JSX.Element {
  const { t } = useText();
  return (
    <div className="header-weather" data-gives-way>
      <WeatherItem id="air-temperature" label={t('header.temperature')} />
      <WeatherItem id="rain-1h" label={t('header.rain')} />
      <WeatherItem id="gust" label={t('header.gust')} />
      <Tide />
    </div>
  );
}

function WeatherItem({ id, label }: { id: string; label: string }): JSX.Element {
  const { text, unit, state } = useWritten(useWeatherSeries(id), indicatorById(id));
  const { tone, word } = stateLook(state);
  const isAlarming = word === 'warning' || word === 'critical';
  return (
    <button
      type="button"
      className={`weather-item ${isAlarming ? `is-alarming tone-${tone}` : ''}`}
      title={label}
      onClick={() => select({ primary: indicatorById(id).primary, indicator: id })}
    >
      <span className="header-label">{label}</span>
      <span>
        <b>{text}</b>
        <small>{unit}</small>
      </span>
    </button>
  );
}

const TIDE = 'tide-huangpu-park';
const TIDE_WORDS = { rising: 'header.tideRising', falling: 'header.tideFalling', level: 'header.tideSlack' } as const;

function Tide(): JSX.Element {
  const { t } = useText();
  const direction = useDirection(useWeatherSeries(TIDE));
  return (
    <div className="weather-tide">
      <WeatherItem id={TIDE} label={t('header.tide')} />
      <span className="weather-direction" title={t(TIDE_WORDS[direction])}>
        <TrendArrow direction={direction} />
        <span className="visually-hidden">{t(TIDE_WORDS[direction])}</span>
      </span>
    </div>
  );
}

/** The mode in one word: how what is shown relates to the run. */
export function useMode(): 'live' | 'branch' | 'replay' | 'paused' | 'stalled' | 'finished' | 'waiting' | 'offline' {
  const isFollowing = useTime((time) => time.place === 'following');
  const isBranch = useFamily((family) => family.parent !== null);
  const isConnected = useRun((run) => run.connection.state === 'connected');
  const hasRun = useRun((run) => run.info !== null);
  const isFinished = useRun((run) => run.cases.finished);
  const status = useRun((run) => run.status);
  if (!isFollowing) return 'replay';
  if (!isConnected) return 'offline';
  if (!hasRun || status === null || status.state === 'waiting') return 'waiting';
  if (isFinished || status.state === 'finished') return 'finished';
  if (status.state === 'stalled') return 'stalled';
  if (status.pace?.paused) return 'paused';
  return isBranch ? 'branch' : 'live';
}

const MODE_TONES = {
  live: 'green',
  branch: 'orange',
  replay: 'yellow',
  paused: 'blue',
  stalled: 'orange',
  finished: 'blue',
  waiting: 'grey',
  offline: 'red',
} as const;

function Mode(): JSX.Element {
  const { t } = useText();
  const mode = useMode();
  return (
    <span className={`mode chip tone-${MODE_TONES[mode]}`} data-testid="mode" data-mode={mode}>
      <i className="mode-dot" />
      {t(`mode.${mode}`)}
    </span>
  );
}

/** Beyond this the age of data is shown as something to know, wall seconds. */
const OLD_SECONDS = 5;

/** Seconds as precisely as they are written. */
const writtenAge = (seconds: number): number => (seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds));

function DataAge(): JSX.Element {
  const { t, language } = useText();
  const mode = useMode();
  // Looked at twice a second, not with every frame.
  const seconds = useNow(500, (nowMs) => {
    const { frameAtMs } = useRun.getState();
    return frameAtMs === null ? null : writtenAge(Math.max(0, nowMs - frameAtMs) / 1000);
  });
  if (seconds === null || mode === 'paused' || mode === 'finished' || mode === 'replay')
    return <span className="header-age" />;
  return (
    <span className={`header-age ${seconds > OLD_SECONDS ? 'is-old tone-yellow' : ''}`} data-testid="data-age">
      <span className="header-label">{t('header.dataAge')}</span>
      <span>{t('header.ageSeconds', { n: formatNumber(seconds, seconds < 10 ? 1 : 0, language) })}</span>
    </span>
  );
}

const alarmCounts = remember((alarms: RunState['cases']['alarms']) => {
  const all = Object.values(alarms);
  const isCritical = all.some(
    ({ active, severity, shelved }) => active && severity === 'critical' && shelved === undefined,
  );
  return {
    active: all.filter(({ active }) => active).length,
    unacknowledged: all.filter(calls).length,
    tone: isCritical ? ('red' as const) : ('yellow' as const),
  };
});

function AlarmCount(): JSX.Element {
  const { t } = useText();
  const { active, unacknowledged, tone } = useDrawn((run) => alarmCounts(run.cases.alarms));
  const hasRun = useRun((run) => run.info !== null);
  return (
    <button
      type="button"
      className={`header-alarms tone-${unacknowledged > 0 ? tone : 'grey'}`}
      title={t('header.alarmsHint', { unacknowledged, active })}
      onClick={() => setUi({ workList: 'alarms' })}
      data-testid="alarm-count"
    >
      <span className={unacknowledged > 0 ? 'flash' : ''}>
        <Mark shape="triangle" tone={unacknowledged > 0 ? tone : 'grey'} size={14} />
      </span>
      <span className="header-label">{t('header.alarms')}</span>
      <b>{hasRun ? active : '—'}</b>
    </button>
  );
}

function FindButton(): JSX.Element {
  const { t } = useText();
  return (
    <button
      type="button"
      className="button header-find"
      onClick={() => setUi({ dialog: 'find' })}
      title={t('header.find')}
      aria-keyshortcuts="Control+K Meta+K"
      data-testid="find-button"
    >
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M11 6.500a4.500 4.500 0 1 1-9 0a4.500 4.500 0 0 1 9 0zM10 10l4 4" />
      </svg>
      <span className="visually-hidden">{t('header.find')}</span>
      <kbd>Ctrl K</kbd>
    </button>
  );
}

const COLOURS = { 0: 'green', 1: 'red', 2: 'orange', 3: 'yellow', 4: 'blue' } as const;

function Response(): JSX.Element {
  const { t, name } = useText();
  const response = useRun((run) => run.cases.response);
  const { tone, roman } = responseLook(response.level);
  const words =
    response.level === 0
      ? t('header.responseNone')
      : t('header.responseLevel', { roman, colour: t(`colour.${COLOURS[response.level]}`) });
  const lead = hasAgency(response.lead) ? t('header.responseLead', { lead: name(agencyById(response.lead)) }) : words;
  return (
    <span
      className={`header-response chip tone-${tone} ${response.level > 0 ? 'is-solid' : ''}`}
      title={lead}
      data-testid="response"
    >
      <span className="header-response-word">{t('header.response')} </span>
      {words}
    </span>
  );
}

function Switches(): JSX.Element {
  const { t } = useText();
  const language = useUi((ui) => ui.language);
  const look = useUi((ui) => ui.look);
  return (
    <>
      <button
        type="button"
        className="button header-switch"
        onClick={turnLanguage}
        title={t('header.language', { name: offerAfter(language).name })}
        data-testid="language"
      >
        {offers.map(({ code, mark }, at) => (
          <Fragment key={code}>
            {at > 0 && '/'}
            <span className={code === language ? 'is-on' : ''}>{mark}</span>
          </Fragment>
        ))}
      </button>
      <button
        type="button"
        className="button header-switch"
        onClick={() => setUi({ look: look === 'show' ? 'calm' : 'show' })}
        title={t('header.lookHint')}
        data-testid="look"
      >
        {t(look === 'show' ? 'header.lookShow' : 'header.lookCalm')}
      </button>
      <UserMenu />
    </>
  );
}
