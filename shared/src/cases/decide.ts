// The rule book of a case (brief §3.1): what a command leads to, or why it may not be. Pure; the moment is handed in.

import { caseTypeByCode } from '../catalogue/index.ts';
import { areas } from '../geography/index.ts';
import type { CaseEntry } from '../log/entries.ts';
import { DAY, HOUR } from '../time.ts';
import { unreachable } from '../unreachable.ts';
import { caseNumber } from './caseNumber.ts';
import { advance, limitOfType, limitSeconds, remaining, runningSeconds } from './clocks.ts';
import type { CaseCommand, Decision, Moment } from './commands.ts';
import { checkOutcome, dueTickOfFiling, hasStep, isAssigned, isEnded, isFiled, lastStep, shareUsed } from './facts.ts';
import type { CaseRefusalCode } from './reasons.ts';
import { caseRefusal } from './reasons.ts';
import type { CaseState } from './types.ts';

/** 退单: within an hour of the order; hotline cases two working hours. */
const RETURN_WITHIN_SECONDS = HOUR;
const HOTLINE_RETURN_WITHIN_SECONDS = 2 * HOUR;
/** The third return is ruled by the city; there is no fourth. */
const MOST_RETURNS = 3;
const REOPEN_WITHIN_TICKS = 7 * DAY;

const refuse = (code: CaseRefusalCode): Decision => ({ refusal: caseRefusal(code) });
type Command<K extends CaseCommand['kind']> = Extract<CaseCommand, { kind: K }>;

/** Who, why and what was seen, as every entry of the case carries it. */
function carried(command: CaseCommand, now: Moment) {
  return {
    case: now.case,
    by: command.by,
    ...(command.reason === undefined ? {} : { reason: command.reason }),
    ...(command.evidence === undefined ? {} : { evidence: command.evidence }),
  };
}

/** One level up from the level that a case's type is handled at. */
const levelAbove = (type: string): 'district' | 'city' => {
  const { level } = caseTypeByCode(type);
  return level === 'street' || level === 'village' ? 'district' : 'city';
};

function discover(command: Command<'discover'>, now: Moment): Decision {
  if (areas[command.area] === undefined) throw new RangeError(`no area with index ${command.area}`);
  const { type, at, area, source, confidence } = command;
  const camera = command.camera === undefined ? {} : { camera: command.camera };
  return {
    events: [{ kind: 'case.discovered', ...carried(command, now), type, at, area, source, confidence, ...camera }],
  };
}

function file(command: Command<'file'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'accepted') return refuse('wrong-status');
  const type = caseTypeByCode(state.type);
  const number = caseNumber(type, state.area, command.serial, now.tick, now.epochMs);
  const dueTick = dueTickOfFiling(state.type, now.tick, now.epochMs);
  return { events: [{ kind: 'case.filed', ...carried(command, now), number, dueTick, priority: type.priority }] };
}

function dispatch(command: Command<'dispatch'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'filed' && state.status !== 'dispatched' && state.status !== 'handling')
    return refuse('wrong-status');
  if (state.status !== 'filed' && state.unit === command.unit) return refuse('same-unit');
  if (state.status !== 'filed' && !command.reason) return refuse('reason-needed');
  const { unit, order, distanceMetres, runnersUp } = command;
  return { events: [{ kind: 'case.dispatched', ...carried(command, now), unit, order, distanceMetres, runnersUp }] };
}

function returned(command: Command<'return'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'dispatched' && state.status !== 'handling') return refuse('wrong-status');
  if (state.unit !== command.unit) return refuse('wrong-unit');
  if (state.returns >= MOST_RETURNS) return refuse('returns-exhausted');
  const ordered = lastStep(state, 'case.dispatched')!.tick;
  const late =
    state.source === 'hotline'
      ? runningSeconds('workingHours', ordered, now.tick, now.epochMs) > HOTLINE_RETURN_WITHIN_SECONDS
      : now.tick - ordered > RETURN_WITHIN_SECONDS;
  if (late) return refuse('return-too-late');
  const first: CaseEntry = {
    kind: 'case.returned',
    ...carried(command, now),
    unit: command.unit,
    reason: command.reason,
  };
  if (state.returns === 0) return { events: [first] };
  const [to, reason] =
    state.returns === 1 ? (['district', 'second-return'] as const) : (['city', 'third-return'] as const);
  return { events: [first, { kind: 'case.escalated', case: now.case, by: 'rule:returns', to, reason }] };
}

function extend(command: Command<'extend'>, state: CaseState, now: Moment): Decision {
  if (!isFiled(state) || state.status === 'suspended') return refuse('wrong-status');
  if (hasStep(state, 'case.extended')) return refuse('already-extended');
  if (shareUsed(state, now.tick, now.epochMs) >= 0.5) return refuse('extension-too-late');
  const limit = limitOfType(caseTypeByCode(state.type));
  if (!(command.minutes > 0 && command.minutes <= limit.minutes)) return refuse('extension-too-long');
  const dueTick = advance(
    limit.clock,
    state.dueTick,
    limitSeconds({ ...limit, minutes: command.minutes }),
    now.epochMs,
  );
  return { events: [{ kind: 'case.extended', ...carried(command, now), dueTick, reason: command.reason }] };
}

function suspend(command: Command<'suspend'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'filed' && state.status !== 'dispatched' && state.status !== 'handling')
    return refuse('wrong-status');
  if (!(command.untilTick > now.tick)) return refuse('until-not-later');
  const { untilTick, reason } = command;
  return { events: [{ kind: 'case.suspended', ...carried(command, now), untilTick, reason }] };
}

/** The clock stood still: what was left of the limit when it was suspended is left now. */
function resume(command: Command<'resume'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'suspended') return refuse('wrong-status');
  const { clock } = caseTypeByCode(state.type);
  const stoppedTick = lastStep(state, 'case.suspended')!.tick;
  const left = Math.max(0, remaining(clock, stoppedTick, state.dueTick, now.epochMs));
  return {
    events: [{ kind: 'case.resumed', ...carried(command, now), dueTick: advance(clock, now.tick, left, now.epochMs) }],
  };
}

/** A check closes handling; a filed case may be checked too, when the shop was given time to put it right itself. */
function check(command: Command<'check'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'checking' && state.status !== 'filed') return refuse('wrong-status');
  if (checkOutcome(state) === 'passed') return refuse('wrong-status');
  return { events: [{ kind: 'case.checked', ...carried(command, now), means: command.means, pass: command.pass }] };
}

/** 返工: half the limit; the second one urges. */
function rework(command: Command<'rework'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'checking') return refuse('wrong-status');
  if (checkOutcome(state) !== 'failed') return refuse('not-failed');
  const limit = limitOfType(caseTypeByCode(state.type));
  const dueTick = advance(limit.clock, now.tick, limitSeconds(limit) / 2, now.epochMs);
  const first: CaseEntry = { kind: 'case.reworked', ...carried(command, now), dueTick, reason: command.reason };
  if (state.reworks !== 1) return { events: [first] };
  const to = levelAbove(state.type);
  return {
    events: [first, { kind: 'case.escalated', case: now.case, by: 'rule:rework-twice', to, reason: 'second-rework' }],
  };
}

/** 督办 at 80, 100 and 150 % of the limit; the last goes one level up. */
function urge(command: Command<'urge'>, state: CaseState, now: Moment): Decision {
  if (!isFiled(state) || state.status === 'suspended') return refuse('wrong-status');
  if (state.urged >= command.percent) return refuse('already-urged');
  // A rule's tick was rounded to whole seconds of the same clock, hence a second of tolerance. A person may urge at any time.
  const percentUsed = shareUsed(state, now.tick + 1, now.epochMs) * 100 + 1e-6;
  if (command.by.startsWith('rule:') && percentUsed < command.percent) return refuse('not-due');
  const first: CaseEntry = { kind: 'case.urged', ...carried(command, now), percent: command.percent };
  if (command.percent < 150) return { events: [first] };
  const to = levelAbove(state.type);
  return {
    events: [first, { kind: 'case.escalated', case: now.case, by: 'rule:past-150', to, reason: 'past-150-percent' }],
  };
}

function close(command: Command<'close'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'checking' && state.status !== 'filed') return refuse('wrong-status');
  if (checkOutcome(state) !== 'passed') return refuse('not-checked');
  const automatic = state.automatic && command.by.startsWith('rule:');
  return { events: [{ kind: 'case.closed', ...carried(command, now), automatic }] };
}

function reopen(command: Command<'reopen'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'closed' && state.status !== 'evaluated') return refuse('wrong-status');
  if (now.tick - state.closedTick > REOPEN_WITHIN_TICKS) return refuse('reopen-too-late');
  const dueTick = dueTickOfFiling(state.type, now.tick, now.epochMs);
  return { events: [{ kind: 'case.reopened', ...carried(command, now), dueTick, reason: command.reason }] };
}

/** The kinds whose step must say why (brief §3.1). */
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
]);

/** Why the command cannot be given to this case at all, or null. */
function barred(command: CaseCommand, state: CaseState | null): CaseRefusalCode | null {
  if (NEED_REASON.has(command.kind) && !command.reason) return 'reason-needed';
  if (command.kind === 'discover') return state === null ? null : 'already-exists';
  if (state === null) return 'no-such-case';
  if (isEnded(state) && command.kind !== 'reopen' && !(command.kind === 'evaluate' && state.status === 'closed'))
    return 'ended';
  return null;
}

/** What the command leads to for the case as it is (`null` before its discovery), or the refusal. Never throws for a known type and area. */
export function decide(command: CaseCommand, state: CaseState | null, now: Moment): Decision {
  const bar = barred(command, state);
  if (bar !== null) return refuse(bar);
  if (command.kind === 'discover') return discover(command, now);
  return decideKnown(command, state!, now);
}

function decideKnown(command: Exclude<CaseCommand, { kind: 'discover' }>, state: CaseState, now: Moment): Decision {
  const base = carried(command, now);
  switch (command.kind) {
    case 'accept':
      return state.status === 'discovered' ? { events: [{ kind: 'case.accepted', ...base }] } : refuse('wrong-status');
    case 'reject':
      if (state.status !== 'discovered' && state.status !== 'accepted') return refuse('wrong-status');
      return { events: [{ kind: 'case.rejected', ...base, reason: command.reason }] };
    case 'merge':
      return { events: [{ kind: 'case.merged', ...base, signal: command.signal }] };
    case 'file':
      return file(command, state, now);
    case 'dispatch':
      return dispatch(command, state, now);
    case 'return':
      return returned(command, state, now);
    case 'arrive':
      if (state.status !== 'dispatched') return refuse('wrong-status');
      return state.unit === command.unit
        ? { events: [{ kind: 'case.arrived', ...base, unit: command.unit }] }
        : refuse('wrong-unit');
    case 'handle':
      if (state.status !== 'handling') return refuse('wrong-status');
      return state.unit === command.unit
        ? { events: [{ kind: 'case.handled', ...base, unit: command.unit }] }
        : refuse('wrong-unit');
    case 'extend':
      return extend(command, state, now);
    case 'suspend':
      return suspend(command, state, now);
    case 'resume':
      return resume(command, state, now);
    case 'check':
      return check(command, state, now);
    case 'rework':
      return rework(command, state, now);
    case 'escalate':
      if (!isFiled(state) && !isAssigned(state)) return refuse('wrong-status');
      return { events: [{ kind: 'case.escalated', ...base, to: command.to, reason: command.reason }] };
    case 'urge':
      return urge(command, state, now);
    case 'close':
      return close(command, state, now);
    case 'evaluate':
      return state.status === 'closed'
        ? { events: [{ kind: 'case.evaluated', ...base, answer: command.answer }] }
        : refuse('wrong-status');
    case 'reopen':
      return reopen(command, state, now);
    case 'void':
      return { events: [{ kind: 'case.voided', ...base, reason: command.reason }] };
    default:
      return unreachable(command);
  }
}
