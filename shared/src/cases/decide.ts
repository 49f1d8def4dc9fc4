// The rule book of a case (brief §3.1): what a command leads to, or why it may not be. Pure; the moment is handed in.
// This file says what bars a command whatever it is; each chapter in rules/ has its own guards.
import { unreachable } from '../unreachable.ts';
import type { CaseCommand, Decision, Moment } from './commands.ts';
import { isEnded } from './facts.ts';
import type { CaseRefusalCode } from './reasons.ts';
import { isReasonFor } from './reasonTable.ts';
import { check, close, confirm, evaluate, reopen, rework, spotCheck } from './rules/closing.ts';
import { allow, carried, isRule, refuse } from './rules/common.ts';
import { accept, contact, discover, file, join, reject } from './rules/intake.ts';
import { escalate, extend, resume, suspend, urge } from './rules/limits.ts';
import { arrive, dispatch, giveBack, handle, rule, support, withdraw } from './rules/orders.ts';
import type { CaseState } from './types.ts';

/** The kinds whose step must say why (brief §3.1). 督办 says it by itself. */
const NEED_REASON: ReadonlySet<CaseCommand['kind']> = new Set([
  'reject',
  'merge',
  'return',
  'extend',
  'suspend',
  'rework',
  'escalate',
  'reopen',
  'void',
  'support',
  'withdraw',
  'rule',
  'join',
]);

/** While a person holds a case nobody else moves it on; units still report, checks still tell what was seen, clocks still run. */
const HOLDER_ONLY: ReadonlySet<CaseCommand['kind']> = new Set([
  'accept',
  'reject',
  'file',
  'dispatch',
  'support',
  'withdraw',
  'return',
  'rule',
  'extend',
  'suspend',
  'resume',
  'rework',
  'confirm',
  'close',
  'join',
  'void',
]);

/** What may still be asked of a case that has ended. */
function isOpenToEnded(command: CaseCommand, state: CaseState): boolean {
  if (command.kind === 'reopen' || command.kind === 'spot-check') return true;
  return command.kind === 'evaluate' && state.status === 'closed';
}

/** The date of a suspension comes whoever holds the case. */
const isOfTheClock = (command: CaseCommand): boolean => command.kind === 'resume' && isRule(command);

const isWithheld = (command: CaseCommand, state: CaseState): boolean =>
  state.held !== null &&
  state.held !== command.by &&
  HOLDER_ONLY.has(command.kind) &&
  !command.by.startsWith('unit:') &&
  !isOfTheClock(command);

/** Why the command cannot be given to this case at all, or null. */
function barred(command: CaseCommand, state: CaseState | null): CaseRefusalCode | null {
  if (NEED_REASON.has(command.kind) && !command.reason) return 'reason-needed';
  if (command.reason && !isReasonFor(command.kind, command.reason))
    return command.kind === 'suspend' ? 'not-suspendable' : 'unknown-reason';
  if (command.kind === 'discover') return state === null ? null : 'already-exists';
  if (state === null) return 'no-such-case';
  if (isEnded(state)) return isOpenToEnded(command, state) ? null : 'ended';
  return isWithheld(command, state) ? 'held' : null;
}

/** What the command leads to for the case as it is (`null` before its discovery), or the refusal. Never throws for a known type and area. */
export function decide(command: CaseCommand, state: CaseState | null, now: Moment): Decision {
  if (command.kind === 'reopen' && command.was !== undefined && state !== null) {
    const { was: _, ...plain } = command;
    return decide(plain, state, now);
  }
  const known = state ?? (command.kind === 'reopen' ? (command.was ?? null) : null);
  const bar = barred(command, known);
  if (bar !== null) return refuse(bar);
  if (command.kind === 'discover') return discover(command, now);
  return decideKnown(command, known!, now);
}

function decideKnown(command: Exclude<CaseCommand, { kind: 'discover' }>, state: CaseState, now: Moment): Decision {
  switch (command.kind) {
    case 'accept':
      return accept(command, state, now);
    case 'reject':
      return reject(command, state, now);
    case 'merge':
      return allow({ kind: 'case.merged', ...carried(command, now), signal: command.signal });
    case 'file':
      return file(command, state, now);
    case 'join':
      return join(command, state, now);
    case 'contact':
      return contact(command, state, now);
    case 'dispatch':
      return dispatch(command, state, now);
    case 'support':
      return support(command, state, now);
    case 'withdraw':
      return withdraw(command, state, now);
    case 'arrive':
      return arrive(command, state, now);
    case 'handle':
      return handle(command, state, now);
    case 'return':
      return giveBack(command, state, now);
    case 'rule':
      return rule(command, state, now);
    case 'extend':
      return extend(command, state, now);
    case 'suspend':
      return suspend(command, state, now);
    case 'resume':
      return resume(command, state, now);
    case 'urge':
      return urge(command, state, now);
    case 'escalate':
      return escalate(command, state, now);
    case 'check':
      return check(command, state, now);
    case 'rework':
      return rework(command, state, now);
    case 'confirm':
      return confirm(command, state, now);
    case 'close':
      return close(command, state, now);
    case 'evaluate':
      return evaluate(command, state, now);
    case 'spot-check':
      return spotCheck(command, state, now);
    case 'reopen':
      return reopen(command, state, now);
    case 'take':
      return state.held === command.by
        ? refuse('already-held')
        : allow({ kind: 'case.taken', ...carried(command, now) });
    case 'release':
      return state.held === null ? refuse('not-held') : allow({ kind: 'case.released', ...carried(command, now) });
    case 'include':
      if (state.incident === command.incident) return refuse('already-included');
      return allow({ kind: 'case.included', ...carried(command, now), incident: command.incident });
    case 'void':
      return allow({ kind: 'case.voided', ...carried(command, now), reason: command.reason });
    default:
      return unreachable(command);
  }
}
