// A timer rang: what it was set for is done, if it still has to be. A timer is never taken back, it is found to be out of date instead.
import { checkOutcome, isFiled } from '@onescreen/shared/cases';
import { unreachable } from '@onescreen/shared/unreachable';
import { clearAlarm } from './alarms.ts';
import { answerOverdue, askSelfCorrection } from './checking.ts';
import type { Desk } from './desk.ts';
import { act, caseOf, typeOf } from './desk.ts';
import { reassign, release } from './dispatching.ts';
import { selfCorrects } from './followUps.ts';
import { forgetLater } from './matching.ts';
import type { Timer } from './timers.ts';

export function ring(desk: Desk, { purpose, subject, key }: Timer): void {
  const state = caseOf(desk, subject);
  switch (purpose) {
    case 'accept':
      act(desk, subject, { kind: 'accept', by: 'user:intake' });
      return;
    case 'file':
      return file(desk, subject);
    case 'dispatch':
      if (state?.status === 'filed') desk.toDispatch.push(subject);
      return;
    case 'self-correct':
      return askSelfCorrection(desk, subject);
    case 'arrival':
      if (state?.status === 'dispatched' && state.order === key) reassign(desk, subject, 'no-arrival');
      return;
    case 'finish':
      if (state?.status === 'handling' && state.order === key) reassign(desk, subject, 'not-finished');
      return;
    case 'release':
      return release(desk, subject, key);
    case 'answer':
      return answerOverdue(desk, subject, key);
    case 'close':
      if (state !== undefined && checkOutcome(state) === 'passed')
        act(desk, subject, { kind: 'close', by: 'user:shift-leader' });
      return;
    case 'urge':
      return urge(desk, subject, key);
    case 'resume':
      if (state?.status === 'suspended' && state.untilTick <= desk.tick)
        act(desk, subject, { kind: 'resume', by: 'rule:until-date' });
      return;
    case 'forget':
      return forgetLater(desk, subject);
    case 'clear-alarm':
      return clearAlarm(desk, subject, Number(key));
    default:
      return unreachable(purpose);
  }
}

function file(desk: Desk, id: string): void {
  const state = caseOf(desk, id);
  if (state?.status !== 'accepted') return;
  const type = typeOf(state);
  const reason = selfCorrects(type) ? { reason: 'self-correct-first' } : {};
  const by = type.autoClose ? 'rule:auto-file' : 'user:shift-leader';
  act(desk, id, { kind: 'file', by, serial: desk.state.cases.loop.filed + 1, ...reason });
}

/** `key`: `80/DUETICK`. A limit that was moved since has set timers of its own. */
function urge(desk: Desk, id: string, key: string): void {
  const state = caseOf(desk, id);
  const [percent, dueTick] = key.split('/').map(Number);
  if (state === undefined || !isFiled(state) || state.dueTick !== dueTick) return;
  act(desk, id, { kind: 'urge', by: 'rule:limit', percent: percent as 80 | 100 | 150 });
}
