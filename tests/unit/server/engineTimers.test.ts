import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTimers, setTimer, takeDue } from '../../../server/src/engine/timers.ts';

test('property: timers ring in order of time, and equal ones in the order they were set', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 200 }), fc.nat(60), (ticks, now) => {
      const queue = createTimers();
      ticks.forEach((tick, i) => {
        setTimer(queue, tick, 'file', `C${i}`);
      });
      const rung: [number, number][] = [];
      for (let timer = takeDue(queue, now); timer !== undefined; timer = takeDue(queue, now))
        rung.push([timer.tick, timer.set]);
      const expected = ticks.map((tick, i): [number, number] => [tick, i]).filter(([tick]) => tick <= now);
      expect(rung).toEqual(expected.sort(([a, i], [b, j]) => a - b || i - j));
      expect(queue.heap).toHaveLength(ticks.length - expected.length);
    }),
  );
});
