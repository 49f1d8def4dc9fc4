// 裁定 (brief §3.1): on a second return the district's coordinator rules, on a third the city's: the unit that returned it has to do it, or
// another is looked for.
import type { CaseState } from '@onescreen/shared/cases';
import { lastStep } from '@onescreen/shared/cases';
import { districtOf } from '@onescreen/shared/geography';
import type { CaseId } from '@onescreen/shared/ids';
import type { Desk } from './desk.ts';
import { act, caseOf, remind, typeOf } from './desk.ts';
import { doneByPerson } from './people.ts';

/** Reasons that a unit of the right kind in its own district cannot give: it is its territory, so duty and ownership are what is ruled on. */
const RULED_AGAINST: ReadonlySet<string> = new Set(['not-our-duty', 'ownership-unclear']);
/** A coordinator reads two returns and asks both sides, within the time that the type has for its dispatch and at least this. Minutes. */
const RULING_MINUTES = 20;

export function awaitRuling(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  const minutes = Math.max(RULING_MINUTES, type.limitMinutes.dispatch);
  const at = doneByPerson(type, state.id, `rule/${state.returns}`, minutes, desk.tick, desk.info.epochMs);
  remind(desk, at, 'rule', state.id);
}

/** The coordinator's turn has come, unless a person has ruled or holds the case. */
export function ruleOn(desk: Desk, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state === undefined || state.ruling === null || state.held !== null) return;
  const by = `user:${state.ruling}-coordinator` as const;
  const force = hasToDoIt(desk, state);
  const [ruling, reason] = force ? (['force', 'ruled-force'] as const) : (['another', 'ruled-another'] as const);
  act(desk, id, { kind: 'rule', by, ruling, reason });
}

/** Of the kind that does this best, in its own district, and not for want of territory: it is theirs. */
function hasToDoIt(desk: Desk, state: CaseState): boolean {
  const returned = lastStep(state, 'case.returned');
  const unit = returned === undefined ? undefined : desk.fleet.unit(returned.unit);
  if (returned === undefined || unit === undefined) return false;
  const isItsKind = typeOf(state).unitKinds[0] === unit.kind;
  return isItsKind && districtOf(unit.area) === districtOf(state.area) && RULED_AGAINST.has(returned.reason);
}
