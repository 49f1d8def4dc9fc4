// What people did after the fork: all of it again, none of it, sooner or later, or without single commands.
import type { JSX } from 'react';
import { formatClock } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { AuditEntry, AuditPage } from '../audit/auditRows.ts';
import { askedOf, auditPath, nameOf, readAudit } from '../audit/auditRows.ts';
import { useAsked } from '../useAsked.ts';
import type { BranchDraft } from './branchDraft.ts';
import type { RunRow } from './runRows.ts';

/** More than these nobody looks through in a dialog. */
const MOST_COMMANDS = 500;
const ONCE = { count: 0 };
const MOST_MINUTES = 600;

interface BranchPeopleProps {
  parent: RunRow;
  draft: BranchDraft;
  change: (part: Partial<BranchDraft>) => void;
}

export function BranchPeople({ parent, draft, change }: BranchPeopleProps): JSX.Element {
  const { t } = useLateText('runs');
  const path = auditPath(parent.run, null, '', MOST_COMMANDS);
  const asked = useAsked<AuditPage>(path, path, readAudit, ONCE);
  const given = (asked.answer?.entries ?? [])
    .filter((entry) => entry.kind !== 'record.looked' && entry.tick > draft.forkTick)
    .sort((a, b) => a.seq - b.seq);
  return (
    <fieldset className="branch-part">
      <legend>{t('branch.people')}</legend>
      {(['same', 'nobody', 'sooner', 'later'] as const).map((way) => (
        <label key={way}>
          <input
            type="radio"
            name="branch-people"
            checked={draft.people === way}
            onChange={() => change({ people: way })}
            data-testid={`branch-people-${way}`}
          />
          {t(
            `branch.${({ same: 'peopleSame', nobody: 'nobody', sooner: 'shifted', later: 'shiftedLater' } as const)[way]}`,
          )}
          {(way === 'sooner' || way === 'later') && (
            <>
              <input
                type="number"
                min={1}
                max={MOST_MINUTES}
                value={draft.minutes}
                disabled={draft.people !== way}
                aria-label={t('branch.minutes')}
                onChange={({ target }) =>
                  change({ minutes: Math.max(1, Math.min(MOST_MINUTES, Math.round(Number(target.value)) || 1)) })
                }
                data-testid={`branch-minutes-${way}`}
              />
              {t('branch.minutes')}
            </>
          )}
        </label>
      ))}
      {draft.people !== 'nobody' && asked.answer !== null && (
        <Commands given={given} parent={parent} without={draft.without} onWithout={(without) => change({ without })} />
      )}
    </fieldset>
  );
}

interface CommandsProps {
  given: readonly AuditEntry[];
  parent: RunRow;
  without: ReadonlySet<number>;
  onWithout: (without: ReadonlySet<number>) => void;
}

function Commands({ given, parent, without, onWithout }: CommandsProps): JSX.Element {
  const { t } = useLateText('runs');
  if (given.length === 0) return <p className="branch-hint">{t('branch.commandsNone')}</p>;
  const turn = (seq: number, isGiven: boolean): void => {
    const next = new Set(without);
    if (isGiven) next.delete(seq);
    else next.add(seq);
    onWithout(next);
  };
  return (
    <details className="branch-commands" data-testid="branch-commands">
      <summary>{t('branch.commands', { n: given.length })}</summary>
      <p className="branch-hint">{t('branch.commandsHint')}</p>
      <ul>
        {given.map((entry) => (
          <li key={entry.seq}>
            <label>
              <input
                type="checkbox"
                checked={!without.has(entry.seq)}
                onChange={({ target }) => turn(entry.seq, target.checked)}
                data-testid={`branch-command-${entry.seq}`}
              />
              <time>{formatClock(parent.epochMs, entry.tick)}</time> <b>{nameOf(entry)}</b>{' '}
              <CommandWord entry={entry} />
            </label>
          </li>
        ))}
      </ul>
      {given.length >= MOST_COMMANDS && <p className="branch-hint">{t('branch.commandsMore', { n: MOST_COMMANDS })}</p>}
    </details>
  );
}

function CommandWord({ entry }: { entry: AuditEntry }): JSX.Element {
  const { t } = useText();
  const asked = askedOf(entry);
  const key = `act.kinds.${asked.kind}`;
  const isOfAlarm = asked.kind === 'acknowledge' || asked.kind === 'shelve' || asked.kind === 'unshelve';
  const word = isOfAlarm ? t(`auditBoard.${asked.kind as 'acknowledge'}`) : t(key as 'act.kinds.accept');
  const about = typeof asked.case === 'string' ? asked.case : typeof asked.alarm === 'string' ? asked.alarm : '';
  return (
    <>
      {word === key ? asked.kind : word} <small>{about}</small>
    </>
  );
}
