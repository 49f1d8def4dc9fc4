// Small questions that only the screen asks of a case: who rules, when the citizen has to be called, whether it holds a personal record.

import type { CaseState } from '@onescreen/shared/cases';
import { dueTickOf, isEnded } from '@onescreen/shared/cases';
import { DAY, MINUTE } from '@onescreen/shared/time';

/** Elder care, shops' waste sorting and door magnets: the record behind them is personal (brief §4). */
export const isPersonal = (type: string): boolean => type.startsWith('ZR');

/** 先行联系: within one working day of the call (brief §3.1). */
const CONTACT_LIMIT = { minutes: DAY / MINUTE, clock: 'workingDays' } as const;

/** The tick by which the citizen has to be called; null where nobody is to be called, or somebody was. */
export function contactDueTick(one: CaseState, epochMs: number): number | null {
  if (one.source !== 'hotline' || one.contactedTick !== null || isEnded(one)) return null;
  return dueTickOf(CONTACT_LIMIT, one.discoveredTick, epochMs);
}
