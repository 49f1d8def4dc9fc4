// How often people overrule the machine: a fold over the case entries.
//
// Decisions of a rule, and what overrules each (only by a person; a unit that returns its order does not):
//   accept, file   the case is rejected, voided or joined to another
//   dispatch       another unit is sent instead, or the order is withdrawn, before the work is done
//   check, close   the work is sent back, the case is reopened, or a spot check fails; `check` counts passed checks
// A decision is overruled at most once, and no more when another step has taken its place.
import type { Actor, CaseId, UnitId } from '../ids.ts';
import type { CaseEntry, Entry } from '../log/entries.ts';
import type { Override, RuleDecision } from './types.ts';

/** A rule's decision that still stands. `unit`: whom it sent. */
interface Standing {
  decision: RuleDecision;
  rule: Actor;
  unit?: UnitId;
}

/** Plain data. */
export interface Overrides {
  counts: Record<string, Override>;
  /** Rules' decisions on each case that a person can still overrule. */
  standing: Record<CaseId, Standing[]>;
}

export const createOverrides = (): Overrides => ({ counts: {}, standing: {} });

const isCase = (entry: Entry): entry is Entry & CaseEntry => entry.kind.startsWith('case.');
const isRule = (by: Actor): boolean => by.startsWith('rule:');
const isPerson = (by: Actor): boolean => by.startsWith('user:');

function countOf({ counts }: Overrides, rule: Actor, decision: RuleDecision): Override {
  const key = `${rule} ${decision}`;
  counts[key] ??= { rule, decision, decisions: 0, overruled: 0 };
  return counts[key];
}

/** Decisions of these kinds stand no more. Those of which a person said otherwise count as overruled. */
function settle(overrides: Overrides, step: CaseEntry, kinds: readonly RuleDecision[], overruled: boolean): void {
  const { standing } = overrides;
  const settled = (standing[step.case] ?? []).filter(({ decision }) => kinds.includes(decision));
  if (settled.length === 0) return;
  standing[step.case] = standing[step.case]!.filter(({ decision }) => !kinds.includes(decision));
  if (!overruled) return;
  for (const { rule, decision } of settled) countOf(overrides, rule, decision).overruled += 1;
}

/** The step is a decision, in place of an earlier one of the same kind. */
function decide(overrides: Overrides, step: CaseEntry, decision: RuleDecision, unit?: UnitId): void {
  settle(overrides, step, [decision], false);
  if (!isRule(step.by)) return;
  countOf(overrides, step.by, decision).decisions += 1;
  const standing: Standing = { decision, rule: step.by, ...(unit === undefined ? {} : { unit }) };
  overrides.standing[step.case] = [...(overrides.standing[step.case] ?? []), standing];
}

function dispatch(overrides: Overrides, step: Extract<CaseEntry, { kind: 'case.dispatched' }>): void {
  const before = overrides.standing[step.case]?.find(({ decision }) => decision === 'dispatch');
  if (isPerson(step.by)) settle(overrides, step, ['dispatch'], before?.unit !== step.unit);
  decide(overrides, step, 'dispatch', step.unit);
}

/** Adds one entry; entries come in order. All but `case.*` are left aside. */
export function addToOverrides(overrides: Overrides, entry: Entry): void {
  if (!isCase(entry)) return;
  const byPerson = isPerson(entry.by);
  switch (entry.kind) {
    case 'case.accepted':
      return decide(overrides, entry, 'accept');
    case 'case.filed':
      return decide(overrides, entry, 'file');
    case 'case.dispatched':
      return dispatch(overrides, entry);
    case 'case.checked':
      return entry.pass ? decide(overrides, entry, 'check') : settle(overrides, entry, ['check'], false);
    case 'case.closed':
      return decide(overrides, entry, 'close');
    case 'case.rejected':
    case 'case.voided':
    case 'case.joined':
      return settle(overrides, entry, ['accept', 'file'], byPerson);
    case 'case.withdrawn':
      return settle(overrides, entry, ['dispatch'], byPerson);
    case 'case.returned':
    case 'case.suspended':
    case 'case.handled':
      return settle(overrides, entry, ['dispatch'], false);
    case 'case.reopened':
      // Somebody takes a closing back: that says nothing of the check.
      if (entry.reason === 'closed-by-mistake') return settle(overrides, entry, ['close'], byPerson);
      return settle(overrides, entry, ['check', 'close'], byPerson);
    case 'case.reworked':
      return settle(overrides, entry, ['check', 'close'], byPerson);
    case 'case.inspected':
      return entry.pass ? undefined : settle(overrides, entry, ['check', 'close'], byPerson);
    default:
      return;
  }
}

/** One row for each rule and kind of decision, by rule. */
export const overridesOf = ({ counts }: Overrides): readonly Override[] =>
  Object.keys(counts)
    .sort()
    .map((key) => ({ ...counts[key]! }));
