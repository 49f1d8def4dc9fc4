// Who signed in, out, or was refused: in real time, since it is no part of any run.
import { areaByCode, hasArea } from '@onescreen/shared/geography';
import type { RoleId } from '@onescreen/shared/people';
import { roles } from '@onescreen/shared/people';
import type { JSX, ReactNode } from 'react';
import { formatWallTime } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useBeat } from '../beat.ts';
import { AskState } from '../Problem.tsx';
import { Scrolled } from '../Scrolled.tsx';
import { useAsked } from '../useAsked.ts';

/** As the server notes it. */
interface SignIn {
  /** Wall clock, UTC milliseconds. */
  atMs: number;
  what: 'signed-in' | 'refused' | 'signed-out';
  /** Null where nobody was recognised. */
  name: string | null;
  role: RoleId | null;
  area: string | null;
}

const PAGE_ROWS = 200;
const TONES = { 'signed-in': 'green', refused: 'orange', 'signed-out': 'grey' } as const;

/** Throws TypeError when the answer is no list of sign-ins. */
function readSignIns(body: unknown): readonly SignIn[] {
  const { signIns } = (body ?? {}) as { signIns?: SignIn[] };
  if (!Array.isArray(signIns)) throw new TypeError('the answer is no list of sign-ins');
  return signIns;
}

export function SignInsPart({ who, choice }: { who: string; choice: ReactNode }): JSX.Element {
  const { t, name, language } = useText();
  const beat = useBeat();
  const asked = useAsked(`api/audit/sign-ins?limit=${PAGE_ROWS}`, `${who}/sign-ins`, readSignIns, beat);
  const rows = asked.answer ?? [];
  return (
    <>
      <div className="board-controls">
        {choice}
        <small className="board-end">{t('auditBoard.wallTime')}</small>
      </div>
      <AskState asked={asked} />
      {asked.answer !== null && rows.length === 0 && <p className="board-note">{t('auditBoard.emptySignIns')}</p>}
      {rows.length > 0 && (
        <Scrolled>
          <table className="board-table" data-testid="sign-in-table">
            <thead>
              <tr>
                <th scope="col">{t('auditBoard.when')}</th>
                <th scope="col">{t('auditBoard.who')}</th>
                <th scope="col">{t('auditBoard.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => {
                const role = roles.find(({ id }) => id === one.role);
                const area = one.area !== null && hasArea(one.area) ? areaByCode(one.area) : null;
                return (
                  <tr key={`${one.atMs}/${one.what}/${one.name}`} data-testid="sign-in-row">
                    <td className="is-time">{formatWallTime(one.atMs, language, 'second')}</td>
                    <th scope="row">
                      {one.name ?? t('auditBoard.unknown')}{' '}
                      <small>
                        {[role && name(role), area && name(area)]
                          .filter((part) => typeof part === 'string')
                          .join(' · ')}
                      </small>
                    </th>
                    <td>
                      <span className={`chip tone-${TONES[one.what]}`}>{t(`auditBoard.signInKinds.${one.what}`)}</span>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scrolled>
      )}
    </>
  );
}
