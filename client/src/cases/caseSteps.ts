// The line of a case: the eight steps that every case should take, with what happened so far, and what came between.
import type { CaseState, CaseStep } from '@onescreen/shared/cases';
import { isEnded } from '@onescreen/shared/cases';

/** The regular way of a case, in order. */
export const REGULAR_STEPS = [
  'discovered',
  'accepted',
  'filed',
  'dispatched',
  'arrived',
  'handled',
  'checked',
  'closed',
] as const;
export type RegularStep = (typeof REGULAR_STEPS)[number];
/** Kind of a case entry without its prefix. */
export type StepName = CaseStep['kind'] extends `case.${infer Name}` ? Name : never;

export type LineItem =
  | { state: 'done'; name: StepName; step: CaseStep }
  | { state: 'running' | 'pending'; name: RegularStep };

export const nameOf = (step: CaseStep): StepName => step.kind.slice('case.'.length) as StepName;

/** Steps that send the case back: what comes after them must be done again. */
const SENT_BACK: Readonly<Partial<Record<StepName, RegularStep>>> = {
  returned: 'dispatched',
  withdrawn: 'dispatched',
  suspended: 'dispatched',
  reworked: 'dispatched',
  reopened: 'dispatched',
};

/** The regular step that the case waits for; null when it has ended. */
function nextStep(one: CaseState): RegularStep | null {
  if (isEnded(one)) return null;
  let next = 0;
  for (const step of one.steps) {
    const name = nameOf(step);
    const back = SENT_BACK[name];
    const at =
      back === undefined ? (REGULAR_STEPS as readonly string[]).indexOf(name) + 1 : REGULAR_STEPS.indexOf(back);
    if (back !== undefined) next = Math.min(next, at);
    else if (!(step.kind === 'case.checked' && !step.pass)) next = Math.max(next, at);
  }
  return REGULAR_STEPS[next] ?? null;
}

/** Everything that happened, in order, then the steps that are still to come, the first of them running. */
export function lineOf(one: CaseState): LineItem[] {
  const done = one.steps.map((step): LineItem => ({ state: 'done', name: nameOf(step), step }));
  const next = nextStep(one);
  if (next === null) return done;
  const ahead = REGULAR_STEPS.slice(REGULAR_STEPS.indexOf(next));
  // Nothing runs while a case is suspended.
  const running = one.status === 'suspended' ? -1 : 0;
  return [...done, ...ahead.map((name, at): LineItem => ({ state: at === running ? 'running' : 'pending', name }))];
}
