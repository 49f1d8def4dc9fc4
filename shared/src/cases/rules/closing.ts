// 核查, 返工, 结案, 评价, 抽查, 重开: how a case is proven to be over, and how it comes back.
import { caseTypeByCode } from '../../catalogue/index.ts';
import type { CaseEntry } from '../../log/entries.ts';
import { DAY } from '../../time.ts';
import { advance, limitOfType, limitSeconds } from '../clocks.ts';
import type { Decision, Moment } from '../commands.ts';
import { checkOutcome, dueTickOfFiling, lastStep } from '../facts.ts';
import { confirmationsMissing, levelAbove } from '../levels.ts';
import type { CaseState } from '../types.ts';
import type { Command } from './common.ts';
import { allow, carried, isRule, refuse } from './common.ts';

export const REOPEN_WITHIN_TICKS: number = 7 * DAY;

/** A case whose end can be proven: handled, or filed with its shop given time to put it right itself. */
const isProvable = (state: CaseState): boolean => state.status === 'checking' || state.status === 'filed';

export function check(command: Command<'check'>, state: CaseState, now: Moment): Decision {
  if (!isProvable(state)) return refuse('wrong-status');
  if (checkOutcome(state) === 'passed') return refuse('already-checked');
  return allow({ kind: 'case.checked', ...carried(command, now), means: command.means, pass: command.pass });
}

/** 返工: the clock starts again with half the limit; the second one is supervised one level up. */
export function rework(command: Command<'rework'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'checking') return refuse('wrong-status');
  // A person may find the proof too thin; a rule goes by the check.
  if (checkOutcome(state) !== 'failed' && isRule(command)) return refuse('not-failed');
  const limit = limitOfType(caseTypeByCode(state.type));
  const dueTick = advance(limit.clock, now.tick, limitSeconds(limit) / 2, now.epochMs);
  const first: CaseEntry = { kind: 'case.reworked', ...carried(command, now), dueTick, reason: command.reason };
  if (state.reworks !== 1 || state.level === 'city') return allow(first);
  return allow(first, {
    kind: 'case.escalated',
    case: now.case,
    by: 'rule:rework-twice',
    to: levelAbove(state.level),
    reason: 'second-rework',
  });
}

/** Closing climbs one level at a time. */
export function confirm(command: Command<'confirm'>, state: CaseState, now: Moment): Decision {
  if (!isProvable(state)) return refuse('wrong-status');
  if (checkOutcome(state) !== 'passed') return refuse('not-checked');
  const [next] = confirmationsMissing(state);
  if (next === undefined) return refuse('already-confirmed');
  if (command.level !== next) return refuse('not-its-turn');
  return allow({ kind: 'case.confirmed', ...carried(command, now), level: next });
}

export function close(command: Command<'close'>, state: CaseState, now: Moment): Decision {
  if (!isProvable(state)) return refuse('wrong-status');
  if (checkOutcome(state) !== 'passed') return refuse('not-checked');
  if (confirmationsMissing(state).length > 0) return refuse('not-confirmed');
  return allow({ kind: 'case.closed', ...carried(command, now), automatic: state.automatic && isRule(command) });
}

export const evaluate = (command: Command<'evaluate'>, state: CaseState, now: Moment): Decision =>
  state.status === 'closed'
    ? allow({ kind: 'case.evaluated', ...carried(command, now), answer: command.answer })
    : refuse('wrong-status');

/** 抽查: a person looks at what was closed; when it is still there the case is open again. */
export function spotCheck(command: Command<'spot-check'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'closed' && state.status !== 'evaluated') return refuse('wrong-status');
  if (lastStep(state, 'case.inspected', 'case.closed')?.kind === 'case.inspected') return refuse('already-inspected');
  const first: CaseEntry = { kind: 'case.inspected', ...carried(command, now), pass: command.pass };
  if (command.pass) return allow(first);
  const again = reopen({ kind: 'reopen', by: command.by, reason: 'spot-check-failed' }, state, now);
  return again.events === undefined ? again : allow(first, ...again.events);
}

/** 重开 within seven days. `command.was` goes into the entry: it is there only for a case that the state has let go. */
export function reopen(command: Command<'reopen'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'closed' && state.status !== 'evaluated') return refuse('wrong-status');
  if (now.tick - state.closedTick > REOPEN_WITHIN_TICKS) return refuse('reopen-too-late');
  const dueTick = dueTickOfFiling(state.type, now.tick, now.epochMs);
  const was = command.was === undefined ? {} : { was: command.was };
  return allow({ kind: 'case.reopened', ...carried(command, now), dueTick, reason: command.reason, ...was });
}
