// 派遣, 处置, 退单, 裁定: which unit has the case, and what it reports.
import { HOUR } from '../../time.ts';
import { runningSeconds } from '../clocks.ts';
import type { Decision, Moment } from '../commands.ts';
import { lastStep } from '../facts.ts';
import { isAbove } from '../levels.ts';
import type { CaseState } from '../types.ts';
import type { Command } from './common.ts';
import { allow, carried, refuse } from './common.ts';

/** 退单: within an hour of the order; hotline cases two working hours. */
const RETURN_WITHIN_SECONDS = HOUR;
const HOTLINE_RETURN_WITHIN_SECONDS = 2 * HOUR;
/** The third return is ruled by the city; there is no fourth. */
const MOST_RETURNS = 3;

export function dispatch(command: Command<'dispatch'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'filed' && state.status !== 'dispatched' && state.status !== 'handling')
    return refuse('wrong-status');
  if (state.status !== 'filed' && state.unit === command.unit) return refuse('same-unit');
  if (state.status !== 'filed' && !command.reason) return refuse('reason-needed');
  if (state.ruling !== null) return refuse('awaits-ruling');
  const { unit, order, distanceMetres, travelSeconds, runnersUp } = command;
  const sent = { unit, order, distanceMetres, travelSeconds, runnersUp };
  return allow({ kind: 'case.dispatched', ...carried(command, now), ...sent });
}

export function support(command: Command<'support'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'dispatched' && state.status !== 'handling') return refuse('wrong-status');
  const { unit, order, distanceMetres, reason } = command;
  if (state.unit === unit || state.support.some((one) => one.unit === unit)) return refuse('same-unit');
  return allow({ kind: 'case.supported', ...carried(command, now), unit, order, distanceMetres, reason });
}

export function withdraw(command: Command<'withdraw'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'dispatched' && state.status !== 'handling') return refuse('wrong-status');
  return allow({ kind: 'case.withdrawn', ...carried(command, now), unit: state.unit, reason: command.reason });
}

export function arrive(command: Command<'arrive'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'dispatched') return refuse('wrong-status');
  if (state.unit !== command.unit) return refuse('wrong-unit');
  return allow({ kind: 'case.arrived', ...carried(command, now), unit: command.unit });
}

export function handle(command: Command<'handle'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'handling') return refuse('wrong-status');
  if (state.unit !== command.unit) return refuse('wrong-unit');
  return allow({ kind: 'case.handled', ...carried(command, now), unit: command.unit });
}

/** 退单: the second goes to the district, the third to the city; either has to rule before the case is sent out again. */
export function giveBack(command: Command<'return'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'dispatched' && state.status !== 'handling') return refuse('wrong-status');
  if (state.unit !== command.unit) return refuse('wrong-unit');
  if (state.forced) return refuse('order-forced');
  if (state.returns >= MOST_RETURNS) return refuse('returns-exhausted');
  const ordered = lastStep(state, 'case.dispatched')!.tick;
  const late =
    state.source === 'hotline'
      ? runningSeconds('workingHours', ordered, now.tick, now.epochMs) > HOTLINE_RETURN_WITHIN_SECONDS
      : now.tick - ordered > RETURN_WITHIN_SECONDS;
  if (late) return refuse('return-too-late');
  const { unit, reason } = command;
  const first = { kind: 'case.returned', ...carried(command, now), unit, reason } as const;
  if (state.returns === 0) return allow(first);
  const [to, why] =
    state.returns === 1 ? (['district', 'second-return'] as const) : (['city', 'third-return'] as const);
  if (!isAbove(to, state.level)) return allow(first);
  return allow(first, { kind: 'case.escalated', case: now.case, by: 'rule:returns', to, reason: why });
}

/** 裁定: the level that a second or third return went to decides who has to do it. */
export function rule(command: Command<'rule'>, state: CaseState, now: Moment): Decision {
  if (state.ruling === null) return refuse('nothing-to-rule');
  const { ruling, reason } = command;
  return allow({ kind: 'case.ruled', ...carried(command, now), level: state.ruling, ruling, reason });
}
