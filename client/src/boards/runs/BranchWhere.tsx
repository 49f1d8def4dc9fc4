// How a branch runs: beside the run on stage, up to some moment, or on the stage, at some speed.
import type { JSX } from 'react';
import { formatMoment } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { SPEEDS } from '../../time/speeds.ts';
import { type BranchDraft, hoursWithin, untilTickOf } from './branchDraft.ts';
import type { RunRow } from './runRows.ts';

interface BranchWhereProps {
  parent: RunRow;
  draft: BranchDraft;
  change: (part: Partial<BranchDraft>) => void;
}

export function BranchWhere({ parent, draft, change }: BranchWhereProps): JSX.Element {
  const { t, language } = useLateText('runs');
  const { forkTick, aside, hours, speed } = draft;
  const { epochMs, durationTicks } = parent;
  const offered = hoursWithin(forkTick, durationTicks);
  const timeOf = (tick: number): string => formatMoment(epochMs, tick, forkTick, language);
  return (
    <fieldset className="branch-part">
      <legend>{t('branch.where')}</legend>
      {(['aside', 'stage'] as const).map((way) => (
        <label key={way}>
          <input
            type="radio"
            name="branch-where"
            checked={aside === (way === 'aside')}
            onChange={() => change({ aside: way === 'aside' })}
            data-testid={`branch-${way}`}
          />
          <b>{t(`branch.${way}`)}</b> <small>{t(`branch.${way}Hint`)}</small>
        </label>
      ))}
      {aside ? (
        <label>
          {t('branch.until')}
          <select
            value={hours !== null && offered.includes(hours) ? hours : ''}
            onChange={({ target }) => change({ hours: target.value === '' ? null : Number(target.value) })}
            data-testid="branch-until"
          >
            <option value="">{t('branch.untilEnd', { time: timeOf(durationTicks) })}</option>
            {offered.map((one) => (
              <option key={one} value={one}>
                {t('branch.untilHours', { count: one, time: timeOf(untilTickOf(forkTick, one)) })}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <label>
          {t('branch.speed')}
          <select value={speed} onChange={({ target }) => change({ speed: Number(target.value) })}>
            {SPEEDS.map((one) => (
              <option key={one} value={one}>
                {one}×
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
