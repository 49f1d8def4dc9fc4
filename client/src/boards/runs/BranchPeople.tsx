// What people did after the fork: all of it again, none of it, sooner or later.
import type { JSX } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import type { AuditPage } from '../audit/auditRows.ts';
import { auditPath, readAudit } from '../audit/auditRows.ts';
import { useAsked } from '../useAsked.ts';
import { BranchCommands, MOST_COMMANDS } from './BranchCommands.tsx';
import type { BranchDraft } from './branchDraft.ts';
import type { RunRow } from './runRows.ts';

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
        <BranchCommands given={given} parent={parent} draft={draft} change={change} />
      )}
    </fieldset>
  );
}
