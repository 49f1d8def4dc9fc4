// What is to be looked at later: a binary heap in a plain array, so that it can be stored. Equal ticks ring in the order they were set.
import type { CaseId } from '@onescreen/shared/ids';

/** What a timer is for; see `ringing.ts`. */
export type TimerPurpose =
  | 'accept'
  | 'file'
  | 'dispatch'
  | 'self-correct'
  | 'arrival'
  | 'finish'
  | 'release'
  | 'answer'
  | 'close'
  | 'urge'
  | 'resume'
  | 'rule'
  | 'confirm'
  | 'contact'
  | 'grant'
  | 'spot'
  | 'incident'
  | 'forget'
  | 'clear-alarm'
  | 'end-shelf';

export interface Timer {
  tick: number;
  /** Order in which timers were set. */
  set: number;
  purpose: TimerPurpose;
  /** The case; for `clear-alarm` and `end-shelf` the alarm, for `incident` the incident. */
  subject: CaseId;
  /** What has to be still true for the timer to mean anything: an order, a due tick … */
  key: string;
}

export interface TimerQueue {
  heap: Timer[];
  set: number;
}

export const createTimers = (): TimerQueue => ({ heap: [], set: 0 });

const before = (a: Timer, b: Timer): boolean => a.tick < b.tick || (a.tick === b.tick && a.set < b.set);

export function setTimer(queue: TimerQueue, tick: number, purpose: TimerPurpose, subject: string, key = ''): void {
  const { heap } = queue;
  const timer: Timer = { tick, set: queue.set++, purpose, subject, key };
  let at = heap.length;
  heap.push(timer);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(timer, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = timer;
}

/** Takes the earliest timer that is due at `tick`, or returns undefined. */
export function takeDue(queue: TimerQueue, tick: number): Timer | undefined {
  const { heap } = queue;
  const first = heap[0];
  if (first === undefined || first.tick > tick) return undefined;
  const last = heap.pop()!;
  if (heap.length > 0) sink(heap, last);
  return first;
}

/** Puts `timer` in from the top. */
function sink(heap: Timer[], timer: Timer): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (!before(heap[child]!, timer)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = timer;
}
