// Up the levels (brief §3.7): by time, when the limit is over; by severity, when the city answers at a higher level. By spread: incidents.ts.
import type { CaseState } from '@onescreen/shared/cases';
import { isAbove, isEnded, isFiled } from '@onescreen/shared/cases';
import type { Desk } from './desk.ts';
import { act, typeOf } from './desk.ts';

/** Past its limit a case is the district's at least (brief §3.7: > 100 %); at 150 % the rule book moves it one more level up. */
export function climbByTime(desk: Desk, state: CaseState, percent: 80 | 100 | 150): void {
  if (percent === 80 || !isAbove('district', state.level)) return;
  act(desk, state.id, { kind: 'escalate', by: 'rule:past-limit', to: 'district', reason: 'past-limit' });
}

/** Who leads at each response level (brief §5.1): Ⅲ the district, Ⅱ and Ⅰ the city. Level Ⅳ is a notice. */
function leading(level: number): 'district' | 'city' | null {
  if (level === 0 || level === 4) return null;
  return level === 3 ? 'district' : 'city';
}

/** What the city's answer is about: of the highest priority, and more than one household's matter, which stays with the village. */
function isOfCityConcern(state: CaseState): boolean {
  const { priority, level } = typeOf(state);
  return priority === 1 && level !== 'village';
}

/** While the city answers at level Ⅲ or above, what concerns it is handled by who leads. */
export function climbBySeverity(desk: Desk, state: CaseState): void {
  const to = leading(desk.state.cases.response.level);
  if (to === null || !isFiled(state) || isEnded(state) || !isOfCityConcern(state) || !isAbove(to, state.level)) return;
  act(desk, state.id, { kind: 'escalate', by: 'rule:response', to, reason: 'response-level' });
}

/** The response level has changed. */
export function onResponse(desk: Desk): void {
  if (leading(desk.state.cases.response.level) === null) return;
  for (const state of Object.values(desk.state.cases.cases)) climbBySeverity(desk, state);
}
