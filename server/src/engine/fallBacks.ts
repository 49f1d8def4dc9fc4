// 自动闭环 has limits (brief §3.1): a doubtful detection, a repeat within a day or a device that is away falls back to a person.
import type { CaseState } from '@onescreen/shared/cases';
import { hasStep, lastStep } from '@onescreen/shared/cases';
import type { CheckMeans } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';

/** Hits of a camera whose mean confidence is at least this need no person (brief §4). */
export const CONFIDENCE_GATE = 0.75;

/** Whether a device answers, and nobody has to look. */
export const byMachine = (means: CheckMeans): boolean => means === 'reshoot' || means === 'sensor';

export const isDoubtful = (state: CaseState): boolean => state.camera !== null && state.confidence < CONFIDENCE_GATE;

export const wasRepeat = (state: CaseState): boolean =>
  lastStep(state, 'case.accepted')?.reason === 'repeat-within-a-day';

/** Whether a person has to close a case that its type would let a rule close. */
export function needsPerson(state: CaseState): boolean {
  const check = lastStep(state, 'case.checked');
  const deviceAway = check !== undefined && byMachine(caseTypeByCode(state.type).check) && !byMachine(check.means);
  return deviceAway || isDoubtful(state) || wasRepeat(state) || hasStep(state, 'case.reopened');
}
