// What a row of the list says of a case: flat, so that a row is drawn anew when a word of it changes.
import type { CaseState } from '@onescreen/shared/cases';
import { endTick, isEnded, isFiled, remaining } from '@onescreen/shared/cases';
import type { Priority } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { formatDuration } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { priorityOf, usedShare } from './order.ts';

/** The ring is about ninety pixels round: smaller steps are not seen. */
const RING_STEPS = 90;

export interface CaseRow {
  type: string;
  area: number;
  priority: Priority;
  status: CaseState['status'];
  isHeld: boolean;
  isEnded: boolean;
  /** Which sentence the time stands in; none before the case is filed. */
  says: 'took' | 'late' | 'remaining' | null;
  time: string;
  /** Share of the limit that is used, in steps of what can be seen; null: no clock runs. */
  used: number | null;
}

/** Time left on the case's own clock, time over it, or how long it took. */
function timeOf(one: CaseState, tick: number, epochMs: number): { says: CaseRow['says']; seconds: number } {
  if (isEnded(one)) return { says: 'took', seconds: endTick(one) - one.discoveredTick };
  if (!isFiled(one)) return { says: null, seconds: tick - one.discoveredTick };
  const left = remaining(caseTypeByCode(one.type).clock, tick, one.dueTick, epochMs);
  return { says: left < 0 ? 'late' : 'remaining', seconds: left };
}

/** The row of a case at a tick. */
export function caseRow(one: CaseState, tick: number, epochMs: number, language: Language): CaseRow {
  const { says, seconds } = timeOf(one, tick, epochMs);
  const used = usedShare(one, tick, epochMs);
  return {
    type: one.type,
    area: one.area,
    priority: priorityOf(one),
    status: one.status,
    isHeld: one.held !== null,
    isEnded: isEnded(one),
    says,
    time: formatDuration(seconds, language),
    used: used === null ? null : Math.ceil(used * RING_STEPS) / RING_STEPS,
  };
}
