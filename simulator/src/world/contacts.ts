// 先行联系: the centre calls a citizen back before anything is done. People pick up by day; who does not will the next time.
import type { Measure } from '@onescreen/shared/log';
import { createRandom } from '@onescreen/shared/random';
import { HOUR, MINUTE, secondOfDay } from '@onescreen/shared/time';
import { note } from './agenda.ts';
import type { CheckOrder, Happening } from './happenings.ts';
import type { Field } from './sending.ts';
import { sendNamed } from './sending.ts';

/** Nobody is rung up before breakfast or late at night. */
const CALLS = { fromSecond: 8 * HOUR, toSecond: 21 * HOUR };
/** How long until somebody has time for the call, seconds. */
const CALLED_WITHIN: readonly [low: number, high: number] = [3 * MINUTE, 50 * MINUTE];
/** Who is not reached when first rung up; the second call reaches everybody. */
const MISSED_SHARE = 0.1;

const SAID = [
  {
    zh: '先行联系：市民补充了具体位置，愿意等候处理',
    en: 'First call: the citizen says where exactly it is and will wait',
  },
  {
    zh: '先行联系：市民确认情况属实，要求尽快处理',
    en: 'First call: the citizen says it is so and wants it dealt with soon',
  },
  {
    zh: '先行联系：已告知处理流程和时限，市民知晓',
    en: 'First call: told how it goes on and how long it takes, the citizen says fine',
  },
] as const;
const MISSED = { zh: '先行联系：无人接听，稍后再拨', en: 'First call: no answer, will be tried again' };

/** Notes when the citizen is rung up. `tick`: the step in which the order is applied. */
export function takeContact(field: Field, order: CheckOrder, tick: number): void {
  const { seed, epochMs } = field.setting;
  const [low, high] = CALLED_WITHIN;
  const delay = Math.round(low + (high - low) * createRandom(seed, `contact/${order.id}/when`).next());
  const callTick = tick + order.afterTicks + delay;
  const second = secondOfDay(epochMs, callTick);
  const isDay = second >= CALLS.fromSecond && second < CALLS.toSecond;
  const untilDay = (CALLS.fromSecond - second + 24 * HOUR) % (24 * HOUR);
  note<Happening>(field.state.agenda, isDay ? callTick : callTick + untilDay + delay, { what: 'contact', order });
}

/**
 * The citizen is rung up. Somebody who is reached says something (`value` 1); nobody who picks up is `value` 0, as in any call-back. Neither
 * says whether the matter is over, so `clear` is not there.
 */
export function callCitizen(field: Field, { order }: Extract<Happening, { what: 'contact' }>, tick: number): void {
  const { setting, state } = field;
  const random = createRandom(setting.seed, `contact/${order.id}`);
  const isReached = random.next() >= MISSED_SHARE || state.missed.has(order.case);
  if (isReached) state.missed.delete(order.case);
  else state.missed.add(order.case);
  const heard = isReached
    ? { value: 1, unit: 'reached' satisfies Measure, text: random.pick(SAID) }
    : { value: 0, unit: 'satisfaction' satisfies Measure, text: MISSED };
  sendNamed(field, (id) => {
    const evidence = { kind: 'callback', id, tick, ...heard } as const;
    return { kind: 'checked', id, tick, order: order.id, evidence };
  });
}
