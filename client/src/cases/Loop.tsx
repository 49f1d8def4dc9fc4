// The loop in four numbers that anyone understands: found, dispatched, verified, closed.
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { Panel } from '../app/Panel.tsx';
import { formatCount, formatRoundDuration, formatShare } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import type { RunState } from '../store/index.ts';
import { remember, useDrawn, useRun, useSelection } from '../store/index.ts';
import { countOverdue, numbersOfCases, numbersOfCity } from './loopNumbers.ts';
import { liesIn } from './order.ts';
import './loop.css';

const STAGES = ['found', 'dispatched', 'verified', 'closed'] as const;

const casesOf = remember((cases: RunState['cases']['cases'], area: number) =>
  Object.values(cases).filter((one) => liesIn(one.area, area)),
);
const cityNumbers = remember(numbersOfCity);
const areaNumbers = remember(numbersOfCases);
const overdueAt = remember(countOverdue);

export function Loop(): JSX.Element {
  const { t, name } = useText();
  const area = useSelection((selection) => selection.area);
  return (
    <Panel
      title={t('loop.title')}
      className="loop"
      region="loop"
      aside={area === CITY_AREA ? t('loop.sinceStart') : t('loop.recent', { name: name(areas[area]!) })}
    >
      <ol className="loop-stages">
        {STAGES.map((stage) => (
          <Stage key={stage} stage={stage} area={area} />
        ))}
      </ol>
      <Health area={area} />
    </Panel>
  );
}

/** A count in words; before there is a run nothing has been counted. */
function useCountWords(): (count: number) => string {
  const { t, language } = useText();
  const hasRun = useRun((run) => run.info !== null);
  return (count) => (hasRun ? formatCount(count, language) : t('loop.none'));
}

function Stage({ stage, area }: { stage: (typeof STAGES)[number]; area: number }): JSX.Element {
  const { t, language } = useText();
  const number = useDrawn(({ cases: { loop, cases } }) =>
    area === CITY_AREA ? cityNumbers(loop)[stage] : areaNumbers(casesOf(cases, area))[stage],
  );
  const say = useCountWords();
  const share = number.count === 0 ? 0 : number.byItself / number.count;
  return (
    <li className="loop-stage">
      <span className="loop-name">{t(`loop.${stage}`)}</span>
      <strong data-testid={`loop-${stage}`}>{say(number.count)}</strong>
      <span className="loop-share">
        <span className="loop-word">{t('loop.byItself')}</span> {formatShare(number.byItself, number.count, language)}
        <i aria-hidden="true">
          <i style={{ width: `${share * 100}%` }} />
        </i>
      </span>
      <small>
        {number.medianSeconds === null
          ? ' '
          : t('loop.median', { time: formatRoundDuration(number.medianSeconds, language) })}
      </small>
    </li>
  );
}

function Health({ area }: { area: number }): JSX.Element {
  const { t, language } = useText();
  const say = useCountWords();
  const isCity = area === CITY_AREA;
  const { overdue, inTime, reworked, rejected } = useDrawn(({ tick, cases: { cases, loop } }) => ({
    overdue: overdueAt(casesOf(cases, area), Math.floor(tick / 60) * 60),
    inTime: formatShare(loop.closedInTime, loop.closed, language),
    reworked: loop.reworked,
    rejected: loop.rejected,
  }));
  return (
    <p className="loop-health">
      {isCity && <span>{t('loop.inTime', { percent: inTime })}</span>}
      <span className={overdue > 0 ? 'is-late tone-orange' : ''}>{t('loop.overdue', { n: say(overdue) })}</span>
      {isCity && (
        <>
          <span>{t('loop.reworked', { n: say(reworked) })}</span>
          <span>{t('loop.rejected', { n: say(rejected) })}</span>
        </>
      )}
    </p>
  );
}
