// The single commands after the fork: each given again, left out, or given at another time.
import { MINUTE } from '@onescreen/shared/time';
import type { JSX } from 'react';
import { formatClock } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { AuditEntry } from '../audit/auditRows.ts';
import { alarmWords, askedOf, nameOf } from '../audit/auditRows.ts';
import type { BranchDraft } from './branchDraft.ts';
import type { RunRow } from './runRows.ts';

/** More than these nobody looks through in a dialog. */
export const MOST_COMMANDS = 500;
const MOST_MINUTES = 600;

interface BranchCommandsProps {
  given: readonly AuditEntry[];
  parent: RunRow;
  draft: BranchDraft;
  change: (part: Partial<BranchDraft>) => void;
}

export function BranchCommands({ given, parent, draft, change }: BranchCommandsProps): JSX.Element {
  const { t } = useLateText('runs');
  if (given.length === 0) return <p className="branch-hint">{t('branch.commandsNone')}</p>;
  const turn = (seq: number, isGiven: boolean): void => {
    const without = new Set(draft.without);
    if (isGiven) without.delete(seq);
    else without.add(seq);
    change({ without });
  };
  const move = ({ seq, tick }: AuditEntry, minutes: number): void => {
    const moved = new Map(draft.moved);
    const by = Math.max(-MOST_MINUTES, Math.min(MOST_MINUTES, Math.round(minutes) || 0)) * MINUTE;
    if (by === 0) moved.delete(seq);
    else moved.set(seq, Math.max(draft.forkTick + 1, tick + by));
    change({ moved });
  };
  return (
    <details className="branch-commands" data-testid="branch-commands">
      <summary>{t('branch.commands', { n: given.length })}</summary>
      <p className="branch-hint">{t('branch.commandsHint')}</p>
      <ul>
        {given.map((entry) => (
          <CommandRow
            key={entry.seq}
            entry={entry}
            epochMs={parent.epochMs}
            isGiven={!draft.without.has(entry.seq)}
            movedTo={draft.moved.get(entry.seq) ?? null}
            onGiven={(isGiven) => turn(entry.seq, isGiven)}
            onMove={(minutes) => move(entry, minutes)}
          />
        ))}
      </ul>
      {given.length >= MOST_COMMANDS && <p className="branch-hint">{t('branch.commandsMore', { n: MOST_COMMANDS })}</p>}
    </details>
  );
}

interface CommandRowProps {
  entry: AuditEntry;
  epochMs: number;
  isGiven: boolean;
  /** Tick at which it is given instead; null: as all the others. */
  movedTo: number | null;
  onGiven: (isGiven: boolean) => void;
  onMove: (minutes: number) => void;
}

function CommandRow({ entry, epochMs, isGiven, movedTo, onGiven, onMove }: CommandRowProps): JSX.Element {
  const { t } = useLateText('runs');
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={isGiven}
          onChange={({ target }) => onGiven(target.checked)}
          data-testid={`branch-command-${entry.seq}`}
        />
        <time>{formatClock(epochMs, entry.tick)}</time> <b>{nameOf(entry)}</b> <CommandWord entry={entry} />
      </label>
      {isGiven && (
        <label className="branch-move">
          {movedTo !== null && <b>→ {formatClock(epochMs, movedTo)}</b>}
          <input
            type="number"
            min={-MOST_MINUTES}
            max={MOST_MINUTES}
            value={movedTo === null ? 0 : Math.round((movedTo - entry.tick) / MINUTE)}
            aria-label={t('branch.moveBy')}
            title={t('branch.moveBy')}
            onChange={({ target }) => onMove(Number(target.value))}
            data-testid={`branch-move-${entry.seq}`}
          />
          {t('branch.minutes')}
        </label>
      )}
    </li>
  );
}

function CommandWord({ entry }: { entry: AuditEntry }): JSX.Element {
  const { t, name } = useText();
  const asked = askedOf(entry);
  const key = `act.kinds.${asked.kind}`;
  const isOfAlarm = asked.kind === 'acknowledge' || asked.kind === 'shelve' || asked.kind === 'unshelve';
  const word = isOfAlarm ? t(`auditBoard.${asked.kind as 'acknowledge'}`) : t(key as 'act.kinds.accept');
  const about =
    typeof asked.case === 'string' ? asked.case : typeof asked.alarm === 'string' ? alarmWords(asked.alarm, name) : '';
  return (
    <>
      {word === key ? asked.kind : word} <small>{about}</small>
    </>
  );
}
