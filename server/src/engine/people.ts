// When people get round to things: intake, shift leader, checker. A share of the stage's limit that depends on the case alone, on the clock
// that they work by: safety matters go to the shift on duty at any hour, the rest waits for working hours.
import { advance, nextRunning } from '@onescreen/shared/cases';
import type { CaseType, ClockKind } from '@onescreen/shared/catalogue';
import { spread } from '@onescreen/shared/random';
import { MINUTE } from '@onescreen/shared/time';

/** Most people answer well inside their limit; nobody answers at once. Shares of the limit (estimates). */
const EARLIEST_SHARE = 0.15;
const LATEST_SHARE = 0.85;

const peopleClock = (type: CaseType): ClockKind => (type.clock === 'emergency' ? 'emergency' : 'workingHours');

/** The tick at which a person has done a stage that may take `limitMinutes`. `what` names the stage, so that each falls differently. */
export function doneByPerson(
  type: CaseType,
  caseId: string,
  what: string,
  limitMinutes: number,
  tick: number,
  epochMs: number,
): number {
  const share = EARLIEST_SHARE + (LATEST_SHARE - EARLIEST_SHARE) * spread(`${caseId}/${what}`);
  return advance(peopleClock(type), tick, share * limitMinutes * MINUTE, epochMs);
}

/** The next tick at which people work on this type: now, or the morning of the next working day. */
export const whenPeopleWork = (type: CaseType, tick: number, epochMs: number): number =>
  nextRunning(peopleClock(type), tick, epochMs);
