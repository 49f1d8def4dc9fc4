// What a person asks of a case, as the command that the rule book judges. Nothing is done before it is known that it may be.
import type { CaseCommand, CaseState, Refusal } from '@onescreen/shared/cases';
import { caseRefusal, confirmationsMissing, deskRefusal, isEnded } from '@onescreen/shared/cases';
import type { CheckMeans } from '@onescreen/shared/catalogue';
import type { Actor } from '@onescreen/shared/ids';
import type { CaseAction } from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';
import { archivedCase, caseOrArchived } from './archive.ts';
import { askForPerson } from './checking.ts';
import type { Desk } from './desk.ts';
import { act, caseOf, judge, typeOf, workOf } from './desk.ts';
import { proposeFor } from './proposing.ts';
import { refuseSupport, refuseUnit, sendSupport, sendUnit } from './sending.ts';

/** Why not, or how. */
export type Plan = { refusal: Refusal; carryOut?: never } | { carryOut: () => void; refusal?: never };
type Action<K extends CaseAction['kind']> = Extract<CaseAction, { kind: K }>;

/** Urges in their order. */
const URGES = [80, 100, 150] as const;

/** `command` exactly as the rule book sees it; carried out as it stands unless `carryOut` does more. */
function plan(desk: Desk, id: string, command: CaseCommand, carryOut?: () => void): Plan {
  const refused = judge(desk, id, command).refusal;
  return refused === undefined ? { carryOut: carryOut ?? (() => void act(desk, id, command)) } : { refusal: refused };
}

/** The case is known: in the state, or put away. */
export function planFor(desk: Desk, action: Exclude<CaseAction, { kind: 'look' }>, by: Actor): Plan {
  const { case: id } = action;
  const state = caseOrArchived(desk, id)!;
  switch (action.kind) {
    case 'accept':
    case 'take':
    case 'release':
    case 'contact':
    case 'resume':
    case 'close':
      return plan(desk, id, { kind: action.kind, by });
    case 'reject':
    case 'withdraw':
    case 'rework':
    case 'void':
      return plan(desk, id, { kind: action.kind, by, reason: action.reason });
    case 'file':
      return plan(desk, id, { kind: 'file', by, serial: desk.state.cases.loop.filed + 1 });
    case 'join':
      return join(desk, action, state, by);
    case 'assign':
      return assign(desk, action, state, by);
    case 'support':
      return support(desk, action, by);
    case 'return':
      return plan(desk, id, { kind: 'return', by, unit: 'unit' in state ? state.unit : '', reason: action.reason });
    case 'rule':
      return plan(desk, id, { kind: 'rule', by, ruling: action.ruling, reason: action.reason });
    case 'extend':
      return plan(desk, id, { kind: 'extend', by, minutes: action.minutes, reason: action.reason });
    case 'suspend': {
      const { untilTick, plan: what, reason } = action;
      return plan(desk, id, { kind: 'suspend', by, untilTick, plan: what, reason });
    }
    case 'urge':
      return urge(desk, state, by);
    case 'escalate':
      return plan(desk, id, { kind: 'escalate', by, to: action.to, reason: action.reason });
    case 'verify':
      return verify(desk, state, action.means, by);
    case 'confirm':
      return plan(desk, id, { kind: 'confirm', by, level: confirmationsMissing(state)[0] ?? state.level });
    case 'reopen': {
      const was = archivedCase(desk, id);
      return plan(desk, id, { kind: 'reopen', by, reason: action.reason, ...(was === undefined ? {} : { was }) });
    }
    default:
      return unreachable(action);
  }
}

/** 并案: the other case has to be open; it hears of what was found here. */
function join(desk: Desk, { case: id, into, reason }: Action<'join'>, state: CaseState, by: Actor): Plan {
  const other = caseOf(desk, into);
  if (other === undefined) return { refusal: caseRefusal('no-such-case') };
  if (isEnded(other) && into !== id) return { refusal: deskRefusal('case-has-ended') };
  const signal = state.steps[0]?.evidence?.[0]?.id ?? id;
  return plan(desk, id, { kind: 'join', by, into, reason }, () => {
    act(desk, id, { kind: 'join', by, into, reason });
    act(desk, into, { kind: 'merge', by, signal, reason: 'same-matter' });
  });
}

/** Another unit than the policy would send, or one in place of one that has the case, needs a reason. */
function assign(desk: Desk, action: Action<'assign'>, state: CaseState, by: Actor): Plan {
  const { case: id, unit, reason } = action;
  const order = { unit, order: '', distanceMetres: 0, travelSeconds: 0, runnersUp: [] };
  const why = reason === undefined ? {} : { reason };
  const judged = plan(desk, id, { kind: 'dispatch', by, ...order, ...why });
  if (judged.refusal !== undefined) return judged;
  const unfit = refuseUnit(desk, state, unit);
  if (unfit !== null) return { refusal: unfit };
  const proposed = proposeFor(desk, id);
  const ownReason = reason ?? (proposed?.unit === unit ? proposed.reason : null);
  if (ownReason === null) return { refusal: caseRefusal('reason-needed') };
  return { carryOut: () => void sendUnit(desk, id, unit, by, ownReason) };
}

function support(desk: Desk, { case: id, unit, reason }: Action<'support'>, by: Actor): Plan {
  const judged = plan(desk, id, { kind: 'support', by, unit, order: '', distanceMetres: 0, reason });
  if (judged.refusal !== undefined) return judged;
  const unfit = refuseSupport(desk, unit);
  if (unfit !== null) return { refusal: unfit };
  return { carryOut: () => void sendSupport(desk, id, { unit }, by, reason) };
}

function urge(desk: Desk, state: CaseState, by: Actor): Plan {
  const percent = URGES.find((one) => one > state.urged);
  if (percent === undefined) return { refusal: deskRefusal('all-urged') };
  return plan(desk, state.id, { kind: 'urge', by, percent });
}

/** The place is looked at; what is seen comes back as a check by whoever asked. */
function verify(desk: Desk, state: CaseState, means: CheckMeans, by: Actor): Plan {
  const missing = missingFor(desk, state, means);
  const judged = plan(desk, state.id, { kind: 'check', by, means, pass: true }, () =>
    askForPerson(desk, state, means, by),
  );
  return judged.refusal === undefined && missing !== null ? { refusal: missing } : judged;
}

/** What the means would need and the case does not have. */
function missingFor(desk: Desk, state: CaseState, means: CheckMeans): Refusal | null {
  const device = workOf(desk, state.id)?.device ?? null;
  if (means === 'reshoot') return state.camera === null || device === null ? deskRefusal('no-camera') : null;
  if (means === 'sensor') return state.camera !== null || device === null ? deskRefusal('no-sensor') : null;
  const hasCaller = state.source === 'hotline' || state.source === 'call' || typeOf(state).check === 'callback';
  return means === 'callback' && !hasCaller ? deskRefusal('nobody-to-call') : null;
}
