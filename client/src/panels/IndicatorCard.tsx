// One of the 183: value, where it stands in its band, which way it goes, how old it is, its line with limits, and its source.

import type { Indicator } from '@onescreen/shared/catalogue';
import { agencyById, appById } from '@onescreen/shared/catalogue';
import { periodOf, seriesOf } from '@onescreen/shared/city';
import type { JSX } from 'react';
import { ComesLate } from '../app/FailsAlone.tsx';
import { formatClock, formatDuration, formatQuantity, formatValue } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { BulletBar } from '../marks/BulletBar.tsx';
import type { Band } from '../marks/band.ts';
import { bandOf } from '../marks/band.ts';
import { stateLook } from '../marks/grades.ts';
import { Mark, TrendArrow } from '../marks/Mark.tsx';
import type { Reading } from '../store/index.ts';
import { select, useReading, useRun } from '../store/index.ts';
import { AreaRanking } from './AreaRanking.tsx';
import { CameOfIt, SpanChart } from './card/late.ts';
import { IndicatorLine } from './IndicatorLine.tsx';
import { useDirection } from './trend.ts';

interface CardProps {
  indicator: Indicator;
  area: number;
  isMeasured: boolean;
  isChosen: boolean;
}

export function IndicatorCard({ indicator, area, isMeasured, isChosen }: CardProps): JSX.Element {
  const { t, name } = useText();
  if (isMeasured) return <MeasuredCard indicator={indicator} area={area} isChosen={isChosen} />;
  return (
    <li className="indicator is-unmeasured">
      <h3>{name(indicator)}</h3>
      <p className="indicator-facts">{t('state.unmeasured')}</p>
    </li>
  );
}

function MeasuredCard({ indicator, area, isChosen }: Omit<CardProps, 'isMeasured'>): JSX.Element {
  const { t, name, language } = useText();
  const series = seriesOf(indicator.index, area);
  const reading = useReading(series);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const band = bandOf(series, epochMs, useRun.getState().tick);
  const state = stateLook(reading.state);
  const quantity =
    reading.value === null ? { text: '—', unit: '' } : formatQuantity(reading.value, indicator, language);
  const direction = useDirection(series);
  const directionWord = t(`sign.${direction}`);
  return (
    <li
      className={`indicator is-${state.word} tone-${state.tone} ${isChosen ? 'is-chosen' : ''}`}
      data-testid={`indicator-${indicator.id}`}
    >
      <h3>
        <button
          type="button"
          aria-pressed={isChosen}
          onClick={() => select({ indicator: isChosen ? null : indicator.id })}
        >
          {name(indicator)}
        </button>
        <span className="indicator-state">
          <Mark shape={state.shape} tone={state.tone} size={9} /> {t(`state.${state.word}`)}
        </span>
      </h3>
      <p className="indicator-value">
        <b data-testid={`value-${indicator.id}`}>{quantity.text}</b> <span>{quantity.unit}</span>
        {indicator.kind === 'counter' && <small>{t('sign.soFar')}</small>}
        <span className="indicator-trend" title={t('sign.trendHint', { direction: directionWord })}>
          <TrendArrow direction={direction} /> {directionWord}
        </span>
      </p>
      <BulletBar band={band} value={reading.value} state={reading.state} />
      <p className="indicator-facts">
        <BandWords band={band} indicator={indicator} />
        <Age reading={reading} epochMs={epochMs} />
      </p>
      {isChosen ? (
        <ComesLate waiting={<IndicatorLine indicator={indicator} series={series} />}>
          <SpanChart indicator={indicator} series={series} />
          <AreaRanking indicator={indicator} area={area} />
          <CameOfIt indicator={indicator} area={area} />
        </ComesLate>
      ) : (
        <IndicatorLine indicator={indicator} series={series} />
      )}
      <p className="indicator-source">
        {name(agencyById(indicator.agency))} · {name(appById(indicator.app))} ·{' '}
        {t('sign.period', { period: formatDuration(periodOf(series), language) })} ·{' '}
        {t(`sign.provenance.${indicator.provenance}`)}
      </p>
    </li>
  );
}

function BandWords({ band, indicator }: { band: Band; indicator: Indicator }): JSX.Element {
  const { t, language } = useText();
  const say = (value: number): string => formatValue(value, indicator, language);
  const low = band.limits.warningLow ?? band.limits.criticalLow;
  const high = band.limits.warningHigh ?? band.limits.criticalHigh;
  const words =
    low !== undefined && high !== undefined
      ? t('sign.band', { low: say(low), high: say(high) })
      : high !== undefined
        ? t('sign.bandBelow', { high: say(high) })
        : low !== undefined
          ? t('sign.bandAbove', { low: say(low) })
          : t('sign.noBand');
  return (
    <span>
      {words} · {t('sign.expected', { value: say(band.expected) })}
    </span>
  );
}

function Age({ reading, epochMs }: { reading: Reading; epochMs: number }): JSX.Element | null {
  const { t, language } = useText();
  const tick = useRun((run) => Math.floor(run.tick / 5) * 5);
  if (reading.changedTick < 0) return null;
  if (stateLook(reading.state).word === 'stale') {
    return (
      <span className="indicator-age is-stale">
        {t('sign.staleSince', { time: formatClock(epochMs, reading.changedTick) })}
      </span>
    );
  }
  const seconds = Math.max(0, tick - reading.changedTick);
  const isQuiet = seconds > periodOf(reading.series) * 2;
  const age = formatDuration(seconds, language);
  return <span className="indicator-age">{isQuiet ? t('sign.unchangedFor', { age }) : t('sign.age', { age })}</span>;
}
