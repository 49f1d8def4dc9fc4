// 延期, 挂账, 督办, 升级: what moves, stops or watches the limit, and who hears of it.
import { caseTypeByCode } from '../../catalogue/index.ts';
import { advance, limitOfType, limitSeconds, remaining, retreat } from '../clocks.ts';
import type { Decision, Moment } from '../commands.ts';
import { hasStep, isFiled, lastStep, shareUsed } from '../facts.ts';
import { isAbove, levelAbove } from '../levels.ts';
import type { ReasonCode } from '../reasons.ts';
import type { CaseState } from '../types.ts';
import type { Command } from './common.ts';
import { allow, carried, isRule, refuse } from './common.ts';

/** Why a limit is urged when nobody says so. */
const URGE_REASONS: Readonly<Record<80 | 100 | 150, ReasonCode>> = {
  80: 'past-80-percent',
  100: 'past-limit',
  150: 'past-150-percent',
};

/** 延期: once, before half of the time is used, by at most the type's own limit. */
export function extend(command: Command<'extend'>, state: CaseState, now: Moment): Decision {
  if (!isFiled(state) || state.status === 'suspended') return refuse('wrong-status');
  if (hasStep(state, 'case.extended')) return refuse('already-extended');
  if (shareUsed(state, now.tick, now.epochMs) >= 0.5) return refuse('extension-too-late');
  const limit = limitOfType(caseTypeByCode(state.type));
  if (!(command.minutes > 0 && command.minutes <= limit.minutes)) return refuse('extension-too-long');
  const seconds = limitSeconds({ ...limit, minutes: command.minutes });
  const dueTick = advance(limit.clock, state.dueTick, seconds, now.epochMs);
  return allow({ kind: 'case.extended', ...carried(command, now), dueTick, reason: command.reason });
}

/** 挂账: with a plan and a date; the clock stands still until then. */
export function suspend(command: Command<'suspend'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'filed' && state.status !== 'dispatched' && state.status !== 'handling')
    return refuse('wrong-status');
  if (command.plan.trim() === '') return refuse('plan-needed');
  if (!(command.untilTick > now.tick)) return refuse('until-not-later');
  const { untilTick, plan, reason } = command;
  return allow({ kind: 'case.suspended', ...carried(command, now), untilTick, plan, reason });
}

/** The clock stood still: what was left of the limit when it was suspended, or by how much it was past, is so now. */
export function resume(command: Command<'resume'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'suspended') return refuse('wrong-status');
  const { clock } = caseTypeByCode(state.type);
  const stoppedTick = lastStep(state, 'case.suspended')!.tick;
  const left = remaining(clock, stoppedTick, state.dueTick, now.epochMs);
  const dueTick =
    left >= 0 ? advance(clock, now.tick, left, now.epochMs) : retreat(clock, now.tick, -left, now.epochMs);
  return allow({ kind: 'case.resumed', ...carried(command, now), dueTick });
}

/**
 * 督办 at 80, 100 and 150 % of the limit; the last goes one level up. Red is red: nobody urges at 100 or 150 % before it is reached. At 80 %
 * a rule waits for it too; a person may urge at any time.
 */
export function urge(command: Command<'urge'>, state: CaseState, now: Moment): Decision {
  if (!isFiled(state) || state.status === 'suspended') return refuse('wrong-status');
  const { percent } = command;
  if (state.urged >= percent) return refuse('already-urged');
  // The tick was rounded to whole seconds of the same clock, hence a second of tolerance.
  const percentUsed = shareUsed(state, now.tick + 1, now.epochMs) * 100 + 1e-6;
  if (percentUsed < percent && (percent > 80 || isRule(command))) return refuse('not-due');
  const reason = command.reason || (percentUsed < percent ? 'urged-by-person' : URGE_REASONS[percent]);
  const first = { kind: 'case.urged', ...carried(command, now), reason, percent } as const;
  if (percent < 150 || state.level === 'city') return allow(first);
  return allow(first, {
    kind: 'case.escalated',
    case: now.case,
    by: 'rule:past-150',
    to: levelAbove(state.level),
    reason: 'past-150-percent',
  });
}

/** 升级: a case goes up only. */
export function escalate(command: Command<'escalate'>, state: CaseState, now: Moment): Decision {
  if (!isFiled(state)) return refuse('wrong-status');
  if (!isAbove(command.to, state.level)) return refuse('not-higher');
  return allow({ kind: 'case.escalated', ...carried(command, now), to: command.to, reason: command.reason });
}
