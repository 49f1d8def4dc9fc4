// The loop in four numbers that anyone understands: found, dispatched, verified, closed.
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { Panel } from '../app/Panel.tsx';
import { formatCount, formatRoundDuration, formatShare } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useRun, useSelection } from '../store/index.ts';
import type { LoopNumber } from './loopNumbers.ts';
import { countOverdue, numbersOfCases, numbersOfCity } from './loopNumbers.ts';
import { liesIn } from './order.ts';
import './loop.css';

const STAGES = ['found', 'dispatched', 'verified', 'closed'] as const;

export function Loop(): JSX.Element {
  const { t, name, language } = useText();
  const area = useSelection((selection) => selection.area);
  const counts = useRun((run) => run.cases.loop);
  const cases = useRun((run) => run.cases.cases);
  const minute = useRun((run) => Math.floor(run.tick / 60));
  const ofArea = useMemo(() => Object.values(cases).filter((one) => liesIn(one.area, area)), [cases, area]);
  const numbers = useMemo(
    () => (area === CITY_AREA ? numbersOfCity(counts) : numbersOfCases(ofArea)),
    [area, counts, ofArea],
  );
  const overdue = useMemo(() => countOverdue(ofArea, minute * 60), [ofArea, minute]);
  const hasRun = useRun((run) => run.info !== null);
  /** Before there is a run, nothing has been counted. */
  const say = (count: number): string => (hasRun ? formatCount(count, language) : t('loop.none'));
  const inTime = area === CITY_AREA ? formatShare(counts.closedInTime, counts.closed, language) : null;
  return (
    <Panel
      title={t('loop.title')}
      className="loop"
      region="loop"
      aside={area === CITY_AREA ? t('loop.sinceStart') : t('loop.recent', { name: name(areas[area]!) })}
    >
      <ol className="loop-stages">
        {STAGES.map((stage) => (
          <Stage key={stage} stage={stage} number={numbers[stage]} count={say(numbers[stage].count)} />
        ))}
      </ol>
      <p className="loop-health">
        {inTime !== null && <span>{t('loop.inTime', { percent: inTime })}</span>}
        <span className={overdue > 0 ? 'is-late tone-orange' : ''}>{t('loop.overdue', { n: say(overdue) })}</span>
        {area === CITY_AREA && (
          <>
            <span>{t('loop.reworked', { n: say(counts.reworked) })}</span>
            <span>{t('loop.rejected', { n: say(counts.rejected) })}</span>
          </>
        )}
      </p>
    </Panel>
  );
}

interface StageProps {
  stage: (typeof STAGES)[number];
  number: LoopNumber;
  /** How many, in words. */
  count: string;
}

function Stage({ stage, number, count }: StageProps): JSX.Element {
  const { t, language } = useText();
  const share = number.count === 0 ? 0 : number.byItself / number.count;
  return (
    <li className="loop-stage">
      <span className="loop-name">{t(`loop.${stage}`)}</span>
      <strong data-testid={`loop-${stage}`}>{count}</strong>
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
