// A timer rang: what it was set for is done, if it still has to be. A timer is never taken back, it is found to be out of date instead.
import type { CaseState, HandlingLevel } from '@onescreen/shared/cases';
import { isFiled } from '@onescreen/shared/cases';
import { MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import { clearAlarm } from './alarms.ts';
import { answerOverdue, askSelfCorrection } from './checking.ts';
import { closeByPerson, confirmLevel } from './closing.ts';
import { callCitizen } from './contacts.ts';
import type { Desk } from './desk.ts';
import { act, caseOf, remind, typeOf, workOf } from './desk.ts';
import { reassign, release } from './dispatching.ts';
import { grant } from './grants.ts';
import { closeIfQuiet } from './incidents.ts';
import { forgetLater } from './matching.ts';
import { selfCorrects } from './onward.ts';
import { ruleOn } from './rulings.ts';
import { endShelf } from './shelving.ts';
import { visitSpot } from './spotChecks.ts';
import type { Timer } from './timers.ts';

/** While a person holds a case its unit is theirs to replace; the desk looks again after this. */
const HELD_AGAIN_TICKS = 5 * MINUTE;

export function ring(desk: Desk, timer: Timer): void {
  const { purpose, subject, key } = timer;
  const state = caseOf(desk, subject);
  switch (purpose) {
    case 'accept':
      return acceptByPerson(desk, subject);
    case 'file':
      return file(desk, subject);
    case 'dispatch':
      if (state?.status === 'filed' && state.held === null && state.ruling === null) desk.toDispatch.push(subject);
      return;
    case 'self-correct':
      return askSelfCorrection(desk, subject);
    case 'arrival':
      if (state?.status === 'dispatched' && state.order === key) replaceUnit(desk, state, timer, 'no-arrival');
      return;
    case 'finish':
      if (state?.status === 'handling' && state.order === key) replaceUnit(desk, state, timer, 'not-finished');
      return;
    case 'release':
      return release(desk, subject, key);
    case 'answer':
      return answerOverdue(desk, subject, key);
    case 'close':
      return closeByPerson(desk, subject);
    case 'urge':
      return urge(desk, subject, key);
    case 'resume':
      if (state?.status === 'suspended' && state.untilTick <= desk.tick)
        act(desk, subject, { kind: 'resume', by: 'rule:until-date' });
      return;
    case 'rule':
      return ruleOn(desk, subject);
    case 'confirm':
      return confirmLevel(desk, subject, key as HandlingLevel);
    case 'contact':
      return callCitizen(desk, subject, Number(key));
    case 'grant':
      return grant(desk, subject, key);
    case 'spot':
      return visitSpot(desk, subject, Number(key));
    case 'incident':
      return closeIfQuiet(desk, subject);
    case 'forget':
      return forgetLater(desk, subject);
    case 'clear-alarm':
      return clearAlarm(desk, subject, Number(key));
    case 'end-shelf':
      return endShelf(desk, subject, key);
    default:
      return unreachable(purpose);
  }
}

function acceptByPerson(desk: Desk, id: string): void {
  const reason = workOf(desk, id)?.repeat ? { reason: 'repeat-within-a-day' } : {};
  act(desk, id, { kind: 'accept', by: 'user:intake', ...reason });
}

function replaceUnit(desk: Desk, state: CaseState, timer: Timer, reason: 'no-arrival' | 'not-finished'): void {
  if (state.held === null) reassign(desk, state.id, reason);
  else remind(desk, desk.tick + HELD_AGAIN_TICKS, timer.purpose, state.id, timer.key);
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
