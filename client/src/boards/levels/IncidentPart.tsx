// Incidents: several cases of one kind under one commander, with the cases that belong to them.
import type { CaseState, IncidentState } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { actorWords } from '../../i18n/actors.ts';
import { formatMinute } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
import { openCase } from '../openCase.ts';

interface IncidentPartProps {
  incidents: readonly IncidentState[];
  cases: Readonly<Record<string, CaseState>>;
  epochMs: number;
}

export function IncidentPart({ incidents, cases, epochMs }: IncidentPartProps): JSX.Element {
  const { t } = useText();
  return (
    <section className="level-part" aria-label={t('levelBoard.incidents')} data-testid="incident-board">
      <h3>
        {t('levelBoard.incidents')} <b>{incidents.filter((one) => one.closedTick === null).length}</b>
      </h3>
      {incidents.length === 0 ? (
        <p className="board-note">{t('levelBoard.noIncidents')}</p>
      ) : (
        <ul className="level-rows">
          {incidents.map((one) => (
            <Incident key={one.id} one={one} cases={cases} epochMs={epochMs} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface IncidentProps extends Pick<IncidentPartProps, 'cases' | 'epochMs'> {
  one: IncidentState;
}

function Incident({ one, cases, epochMs }: IncidentProps): JSX.Element {
  const { t, name } = useText();
  const info = useRun((run) => run.info);
  return (
    <li className={one.closedTick === null ? '' : 'is-ended'}>
      <details data-testid="incident-row">
        <summary>
          <b>{name(caseTypeByCode(one.type))}</b>
          <span>
            {name(areas[one.area]!)} · {t(`level.${one.level}`)} · {t('levelBoard.cases', { count: one.cases.length })}
          </span>
          <span>{t('levelBoard.commander', { who: name(actorWords(one.commander, info).name) })}</span>
          <small>
            {one.closedTick === null
              ? t('levelBoard.opened', { time: formatMinute(epochMs, one.openedTick) })
              : t('levelBoard.closedIncident')}
          </small>
        </summary>
        <ul className="incident-cases">
          {one.cases.map((id) => (
            <li key={id}>
              <button type="button" className="board-link" onClick={() => openCase(id)}>
                <PartOf id={id} one={cases[id]} />
              </button>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** A case of an incident by place and status; by its id once it has left the screen. */
function PartOf({ id, one }: { id: string; one: CaseState | undefined }): string {
  const { t, name } = useText();
  return one === undefined ? id : `${name(areas[one.area]!)} · ${t(`status.${one.status}`)}`;
}
