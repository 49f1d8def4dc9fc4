// May this be asked of the case now? The rule book itself answers, to a harmless command of the kind, so that a button can say why it is grey.
import type { Actor } from '../ids.ts';
import type { CaseAction } from '../protocol/console.ts';
import { unreachable } from '../unreachable.ts';
import type { CaseCommand } from './commands.ts';
import { decide } from './decide.ts';
import { confirmationsMissing, levelAbove } from './levels.ts';
import type { CaseRefusal } from './reasons.ts';
import { reasonsFor } from './reasonTable.ts';
import type { CaseState } from './types.ts';

/** A unit, case and order that no run has: a probe is never carried out. */
const NOBODY = '';
const travel = { unit: NOBODY, order: NOBODY, distanceMetres: 0, travelSeconds: 0, runnersUp: [] };

/** A command as the action leads to, with parameters that only the state can be against. */
function probe(kind: Exclude<CaseAction['kind'], 'look'>, state: CaseState, tick: number, by: Actor): CaseCommand {
  switch (kind) {
    case 'accept':
    case 'contact':
    case 'take':
    case 'release':
    case 'resume':
    case 'close':
      return { kind, by };
    case 'reject':
    case 'rework':
    case 'withdraw':
    case 'reopen':
    case 'void':
      return { kind, by, reason: reasonsFor(kind)[0]! };
    case 'file':
      return { kind, by, serial: 1 };
    case 'join':
      return { kind, by, into: NOBODY, reason: 'same-matter' };
    case 'assign':
      return { kind: 'dispatch', by, reason: 'chosen-by-person', ...travel };
    case 'support':
      return { kind, by, reason: 'second-unit', ...travel };
    case 'return':
      return { kind, by, unit: 'unit' in state ? state.unit : NOBODY, reason: 'not-our-duty' };
    case 'rule':
      return { kind, by, ruling: 'another', reason: 'ruled-another' };
    case 'extend':
      return { kind, by, minutes: 1, reason: 'complex-case' };
    case 'suspend':
      return { kind, by, untilTick: tick + 1, plan: kind, reason: 'engineering-work' };
    case 'urge':
      return { kind, by, percent: nextUrge(state) };
    case 'escalate':
      return { kind, by, to: levelAbove(state.level), reason: 'beyond-our-power' };
    case 'verify':
      return { kind: 'check', by, means: 'visit', pass: true };
    case 'confirm':
      return { kind, by, level: confirmationsMissing(state)[0] ?? state.level };
    default:
      return unreachable(kind);
  }
}

/** The share of the limit at which the case is urged next; 150 when it was urged at all. */
export const nextUrge = ({ urged }: CaseState): 80 | 100 | 150 => (urged === 0 ? 80 : urged === 80 ? 100 : 150);

/**
 * Why the rule book would refuse this kind of action for the case at `tick`, or null: it would carry it out, given the right parameters.
 * `by`: who would ask (`user:NAME`); without it, whoever has the case in hand. Whether the role may is another question: see `people`.
 */
export function admits(
  kind: CaseAction['kind'],
  state: CaseState,
  tick: number,
  epochMs: number,
  by: Actor = state.held ?? 'user:',
): CaseRefusal | null {
  if (kind === 'look') return null;
  return decide(probe(kind, state, tick, by), state, { case: state.id, tick, epochMs }).refusal ?? null;
}
