// What stands along the time bar: hours, the scenario's phases, bookmarks, branches, and stretches of time.
import type { ScenarioPhase } from '@onescreen/shared/log';
import { secondOfDay } from '@onescreen/shared/time';
import type { JSX } from 'react';
import { memo } from 'react';
import { formatClock, formatMinute } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { usePolicyWord } from '../i18n/policies.ts';
import { useText } from '../i18n/text.ts';
import type { TickRange } from '../store/index.ts';
import { moveTime, useFamily } from '../store/index.ts';
import { useNotes } from '../store/notes.ts';
import { hourMarks, percentOf } from './window.ts';

interface PlaceProps {
  end: number;
  epochMs: number;
}

export function Stretch(props: { className: string; range: TickRange; end: number; title: string }): JSX.Element {
  const { className, range, end, title } = props;
  const from = Math.min(range.fromTick, end);
  const length = Math.max(1, Math.min(range.toTick + 1, end) - from);
  return (
    <div className={className} style={{ left: percentOf(from, end), width: percentOf(length, end) }} title={title} />
  );
}

/** Labels closer than this to the one before give way: a part of the bar. */
const LABEL_ROOM = 0.1;
const WIDEST_LABEL = 0.28;

/** Which phases carry their name, and how much of the bar the name may take. */
function labelWidths(phases: readonly ScenarioPhase[], end: number): Map<ScenarioPhase, number> {
  const labelled: ScenarioPhase[] = [];
  for (const phase of phases) {
    const before = labelled.at(-1);
    if (before === undefined || (phase.tick - before.tick) / end >= LABEL_ROOM) labelled.push(phase);
  }
  return new Map(
    labelled.map((phase, at) => [phase, Math.min(WIDEST_LABEL, ((labelled[at + 1]?.tick ?? end) - phase.tick) / end)]),
  );
}

export const Phases = memo(function Phases({
  phases,
  end,
  epochMs,
}: PlaceProps & { phases: readonly ScenarioPhase[] }): JSX.Element {
  const { name } = useText();
  const shown = phases.filter((phase) => phase.tick <= end);
  const widths = labelWidths(shown, end);
  return (
    <ol className="phases">
      {shown.map((phase) => {
        const width = widths.get(phase);
        return (
          <li
            key={`${phase.tick}/${phase.en}`}
            style={{ left: percentOf(phase.tick, end), ...(width === undefined ? {} : { width: `${width * 100}%` }) }}
            title={`${formatMinute(epochMs, phase.tick)} ${name(phase)}`}
            className={width === undefined ? '' : 'is-labelled'}
          >
            <span>{name(phase)}</span>
          </li>
        );
      })}
    </ol>
  );
});

/** A mark's text leans inwards by its place, so that the first and the last stay on the track. */
export const Hours = memo(function Hours({ end, epochMs }: PlaceProps): JSX.Element {
  return (
    <ol className="hours" aria-hidden="true">
      {hourMarks(end, secondOfDay(epochMs, 0)).map((tick) => (
        <li key={tick} style={{ left: percentOf(tick, end), transform: `translateX(-${percentOf(tick, end)})` }}>
          {formatMinute(epochMs, tick)}
        </li>
      ))}
    </ol>
  );
});

export const NoteMarks = memo(function NoteMarks({ end, epochMs }: PlaceProps): JSX.Element {
  const notes = useNotes((state) => state.notes);
  return (
    <ol className="track-notes">
      {notes
        .filter(({ tick }) => tick <= end)
        .map(({ id, tick, text, author }) => (
          <li key={id} style={{ left: percentOf(tick, end) }}>
            <button
              type="button"
              aria-label={`${formatClock(epochMs, tick)} ${text}`}
              title={`${formatClock(epochMs, tick)} ${text}${author === '' ? '' : ` · ${author}`}`}
              onClick={() => moveTime({ kind: 'seek', tick })}
              data-testid="note-mark"
            >
              <svg width="10" height="14" viewBox="0 0 10 14" aria-hidden="true">
                <path d="M0 0h10v14l-5-4-5 4z" />
              </svg>
            </button>
          </li>
        ))}
    </ol>
  );
});

/** Where other runs branched from this one. A click plays the branch from its fork. */
export const BranchMarks = memo(function BranchMarks({ end, epochMs }: PlaceProps): JSX.Element {
  const { t } = useLateText('timeline');
  const policyWord = usePolicyWord();
  const branches = useFamily((family) => family.branches);
  return (
    <ol className="track-branches">
      {branches.map(({ run, name, policy, forkTick }) => {
        const words = t('branch', {
          name: name ?? `${run} · ${policyWord(policy)}`,
          time: formatClock(epochMs, forkTick),
        });
        return (
          <li key={run} style={{ left: percentOf(Math.min(forkTick, end), end) }}>
            <button
              type="button"
              aria-label={words}
              title={words}
              onClick={() => moveTime({ kind: 'open', run, tick: forkTick })}
              data-testid="branch-mark"
            >
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                <path d="M3 13V1M3 8c0-3 7-1 7-5" />
                <circle cx="10" cy="3" r="2" />
              </svg>
            </button>
          </li>
        );
      })}
    </ol>
  );
});
