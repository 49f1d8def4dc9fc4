// At which moment a branch leaves its parent: where the playhead stands, or a time of the run's own clock.
import type { JSX } from 'react';
import { useState } from 'react';
import { formatClock } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { fieldWithSecondsOf, tickOf } from '../span.ts';
import type { RunRow } from './runRows.ts';

interface BranchWhenProps {
  parent: RunRow;
  /** null: another run is on the screen. */
  playheadTick: number | null;
  forkTick: number;
  isWrong: boolean;
  onTick: (tick: number) => void;
}

export function BranchWhen({ parent, playheadTick, forkTick, isWrong, onTick }: BranchWhenProps): JSX.Element {
  const { t } = useLateText('runs');
  const { epochMs, lastTick } = parent;
  const [way, setWay] = useState<'playhead' | 'chosen'>(playheadTick === null ? 'chosen' : 'playhead');
  return (
    <fieldset className="branch-part">
      <legend>{t('branch.when')}</legend>
      {playheadTick !== null && (
        <label>
          <input
            type="radio"
            name="branch-when"
            checked={way === 'playhead'}
            onChange={() => {
              setWay('playhead');
              onTick(playheadTick);
            }}
          />
          {t('branch.whenPlayhead', { time: formatClock(epochMs, playheadTick) })}
        </label>
      )}
      <label>
        {playheadTick !== null && (
          <input type="radio" name="branch-when" checked={way === 'chosen'} onChange={() => setWay('chosen')} />
        )}
        {playheadTick !== null && t('branch.whenChosen')}
        <input
          type="datetime-local"
          step={1}
          disabled={way !== 'chosen'}
          min={fieldWithSecondsOf(epochMs, 0)}
          max={fieldWithSecondsOf(epochMs, lastTick)}
          value={fieldWithSecondsOf(epochMs, Math.max(0, forkTick))}
          aria-label={t('branch.when')}
          aria-invalid={isWrong}
          onChange={({ target }) => onTick(tickOf(target.value, epochMs) ?? -1)}
          data-testid="branch-time"
        />
      </label>
      {isWrong && (
        <p className="is-late tone-red" role="alert">
          {t('branch.whenBad', { from: formatClock(epochMs, 0), to: formatClock(epochMs, lastTick) })}
        </p>
      )}
    </fieldset>
  );
}
