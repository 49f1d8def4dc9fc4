// What people did in the run, newest first, a page at a time; by one person or all, by what came of it.
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useBeat } from '../beat.ts';
import { AskState } from '../Problem.tsx';
import { Scrolled } from '../Scrolled.tsx';
import { useAsked } from '../useAsked.ts';
import { AuditRow } from './AuditRow.tsx';
import type { AuditKind } from './auditRows.ts';
import { AUDIT_KINDS, auditPath, kindOf, nameOf, readAudit } from './auditRows.ts';

const PAGE_ROWS = 100;

export function DeedsPart({ run, who, choice }: { run: string; who: string; choice: ReactNode }): JSX.Element {
  const { t } = useText();
  const beat = useBeat();
  const [person, setPerson] = useState('');
  const [kind, setKind] = useState<AuditKind>('all');
  /** Where each page begins that was gone through, the newest page being none of them. */
  const [pages, setPages] = useState<readonly number[]>([]);
  const before = pages.at(-1) ?? null;
  const asked = useAsked(
    auditPath(run, before, person, PAGE_ROWS),
    `${who}/${run}/${before}/${person}`,
    readAudit,
    beat,
  );
  const page = asked.answer;
  const shown = page?.entries.filter((entry) => kind === 'all' || kindOf(entry) === kind) ?? [];
  return (
    <>
      <div className="board-controls">
        {choice}
        <PersonField
          names={[...new Set(page?.entries.map(nameOf))]}
          onPerson={(name) => {
            setPages([]);
            setPerson(name);
          }}
        />
        <label>
          {t('auditBoard.kind')}{' '}
          <select
            value={kind}
            onChange={({ target }) => setKind(AUDIT_KINDS.find((one) => one === target.value) ?? 'all')}
            data-testid="audit-kind"
          >
            {AUDIT_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`auditBoard.kinds.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <span className="board-end board-choice">
          <button type="button" className="button" disabled={pages.length === 0} onClick={() => setPages([])}>
            {t('auditBoard.newest')}
          </button>
          <button
            type="button"
            className="button"
            disabled={page?.next == null}
            onClick={() => page?.next != null && setPages([...pages, page.next])}
            data-testid="audit-older"
          >
            {t('auditBoard.older')}
          </button>
        </span>
      </div>
      <AskState asked={asked} />
      {page !== null && shown.length === 0 && (
        <p className="board-note">{t(page.entries.length === 0 ? 'auditBoard.empty' : 'auditBoard.emptyHere')}</p>
      )}
      {shown.length > 0 && (
        <Scrolled>
          <table className="board-table audit-table" data-testid="audit-table">
            <thead>
              <tr>
                {(['when', 'who', 'what', 'about', 'result'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`auditBoard.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((entry) => (
                <AuditRow key={entry.seq} entry={entry} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </>
  );
}

/** A name to look for; those of the page are offered, any other may be typed. Empty: everybody. */
function PersonField({ names, onPerson }: { names: readonly string[]; onPerson: (name: string) => void }): JSX.Element {
  const { t } = useText();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onPerson(String(new FormData(event.currentTarget).get('person') ?? '').trim());
      }}
    >
      <label>
        {t('auditBoard.person')}{' '}
        <input
          name="person"
          type="search"
          list="audit-names"
          placeholder={t('auditBoard.personAll')}
          onBlur={({ target }) => onPerson(target.value.trim())}
          data-testid="audit-person"
        />
      </label>
      <datalist id="audit-names">
        {names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </form>
  );
}
