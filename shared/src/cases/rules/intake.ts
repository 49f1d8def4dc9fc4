// 发现, 受理, 立案, 并案: until a case has its number, and the ways in which it ends before anybody goes.
import { caseTypeByCode } from '../../catalogue/index.ts';
import { areas } from '../../geography/index.ts';
import { caseNumber } from '../caseNumber.ts';
import type { Decision, Moment } from '../commands.ts';
import { dueTickOfFiling } from '../facts.ts';
import type { CaseState } from '../types.ts';
import type { Command } from './common.ts';
import { allow, carried, refuse } from './common.ts';

export function discover(command: Command<'discover'>, now: Moment): Decision {
  if (areas[command.area] === undefined) throw new RangeError(`no area with index ${command.area}`);
  const { type, at, area, source, confidence } = command;
  const camera = command.camera === undefined ? {} : { camera: command.camera };
  return allow({ kind: 'case.discovered', ...carried(command, now), type, at, area, source, confidence, ...camera });
}

export const accept = (command: Command<'accept'>, state: CaseState, now: Moment): Decision =>
  state.status === 'discovered' ? allow({ kind: 'case.accepted', ...carried(command, now) }) : refuse('wrong-status');

/** 不予立案 */
export function reject(command: Command<'reject'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'discovered' && state.status !== 'accepted') return refuse('wrong-status');
  return allow({ kind: 'case.rejected', ...carried(command, now), reason: command.reason });
}

export function file(command: Command<'file'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'accepted') return refuse('wrong-status');
  const type = caseTypeByCode(state.type);
  const number = caseNumber(type, state.area, command.serial, now.tick, now.epochMs);
  const dueTick = dueTickOfFiling(state.type, now.tick, now.epochMs);
  return allow({ kind: 'case.filed', ...carried(command, now), number, dueTick, priority: type.priority });
}

/** 并案: before anybody is at work on it. Whether the other case is there and open is for who knows all cases. */
export function join(command: Command<'join'>, state: CaseState, now: Moment): Decision {
  if (state.status !== 'discovered' && state.status !== 'accepted' && state.status !== 'filed')
    return refuse('wrong-status');
  if (command.into === now.case) return refuse('same-case');
  const { into, reason } = command;
  return allow({ kind: 'case.joined', ...carried(command, now), into, reason });
}

/** 先行联系: citizens who called the hotline are called back first. */
export function contact(command: Command<'contact'>, state: CaseState, now: Moment): Decision {
  if (state.source !== 'hotline') return refuse('not-hotline');
  if (state.contactedTick !== null) return refuse('already-contacted');
  return allow({ kind: 'case.contacted', ...carried(command, now) });
}
