// The units to choose from: the proposed one and why, those that would come next, and who cannot go and why not.

import type { CaseState } from '@onescreen/shared/cases';
import { isAssigned, reasonText } from '@onescreen/shared/cases';
import { refuseDeed } from '@onescreen/shared/people';
import type { JSX } from 'react';
import { actorWords } from '../../i18n/actors.ts';
import { formatDistance, formatDuration } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { usePerson } from '../../people/permission.ts';
import { useRun } from '../../store/index.ts';
import type { FieldProps } from './fields.tsx';
import { Hint } from './fields.tsx';
import type { Candidate, Proposal } from './proposal.ts';
import { useProposal } from './proposal.ts';

/** More than these nobody compares. */
const MOST_ABLE = 12;
const MOST_UNABLE = 6;

interface UnitFieldProps extends FieldProps {
  one: CaseState;
  kind: 'assign' | 'support';
}

export function UnitField({ one, kind, draft, change }: UnitFieldProps): JSX.Element {
  const { t, name } = useText();
  const asked = useProposal(one.id);
  const person = usePerson();
  if (asked.state === 'loading') return <p role="status">{t('act.unitsLoading')}</p>;
  if (asked.state === 'failed')
    return (
      <p role="alert" data-testid="units-failed">
        {t('act.unitsFailed')}
      </p>
    );
  const { proposal } = asked;
  const mayCross = refuseDeed(person, kind, one.area, 'city') === null;
  const isAble = ({ unavailable }: Candidate): boolean =>
    unavailable === null || (unavailable === 'other-district' && mayCross);
  const lead = isAssigned(one) ? one.unit : null;
  const listed = proposal.candidates.filter(({ unit }) => unit !== lead);
  const shown = [
    ...listed.filter(isAble).slice(0, MOST_ABLE),
    ...listed.filter((candidate) => !isAble(candidate)).slice(0, MOST_UNABLE),
  ];
  const needsReason = (unit: string): boolean => kind === 'support' || lead !== null || unit !== proposal.unit;
  const note = draft.unit === null || kind === 'support' ? null : lead !== null ? 'replaces' : 'notProposed';
  return (
    <fieldset className="field">
      <legend>{t('act.units')}</legend>
      {proposal.reason !== null && proposal.unit !== null && (
        <Hint>{t('act.proposedWhy', { reason: name(reasonText(proposal.reason)) })}</Hint>
      )}
      {shown.length === 0 && <p>{t('act.unitsNone')}</p>}
      <div className="candidates">
        {shown.map((candidate) => (
          <CandidateRow
            key={candidate.unit}
            candidate={candidate}
            proposal={proposal}
            isAble={isAble(candidate)}
            isChosen={draft.unit === candidate.unit}
            onChoose={() => change({ unit: candidate.unit, unitNeedsReason: needsReason(candidate.unit) })}
          />
        ))}
      </div>
      {note !== null && draft.unitNeedsReason && <Hint>{t(`act.${note}`)}</Hint>}
    </fieldset>
  );
}

interface RowProps {
  candidate: Candidate;
  proposal: Proposal;
  isAble: boolean;
  isChosen: boolean;
  onChoose: () => void;
}

function CandidateRow({ candidate, proposal, isAble, isChosen, onChoose }: RowProps): JSX.Element {
  const { t, name, language } = useText();
  const info = useRun((run) => run.info);
  const isProposed = candidate.unit === proposal.unit;
  return (
    <label
      className={`candidate ${isAble ? '' : 'is-unable'}`}
      data-testid={`candidate-${candidate.unit}`}
      data-proposed={isProposed}
      data-able={isAble}
    >
      <input type="radio" name="unit" checked={isChosen} disabled={!isAble} onChange={onChoose} />
      <span>
        <b>{name(actorWords(`unit:${candidate.unit}`, info).name)}</b>
        {isProposed && <span className="chip tone-blue">{t('act.proposed')}</span>}
        {candidate.unavailable !== null && (
          <span className="chip tone-grey">{t(`act.unavailable.${candidate.unavailable}`)}</span>
        )}
      </span>
      <small>
        {t('act.minutesAway', {
          distance: formatDistance(candidate.distanceMetres, language),
          time: formatDuration(candidate.travelSeconds, language),
        })}
      </small>
    </label>
  );
}
