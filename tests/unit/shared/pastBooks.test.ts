// The books of a past second: what a fold of the log up to there gives, in whatever order the seconds are asked for.
import type { Entry } from '@onescreen/shared/log';
import { addToBooks, createBooks, createPastBooks, overridesAnswer, scoresAnswer } from '@onescreen/shared/reports';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { simulate } from '../../../scripts/headless/simulate.ts';
import { createSimulation } from '../../../simulator/src/createSimulation.ts';
import { loadScenario } from '../../../simulator/src/scenarios/files.ts';

const TICKS = 2700;
const entries: Entry[] = [];
beforeAll(async () => {
  const simulation = createSimulation({
    run: 'r',
    scenario: loadScenario('xujing-day'),
    seed: 7,
    density: 5,
    policy: 'nearest',
    durationTicks: TICKS,
  });
  await simulate({ simulation, onStep: (ticks) => entries.push(...ticks.flatMap((tick) => tick.entries)) });
}, 120_000);

/** Pages shorter than what is asked for would end a log: these are as long as they may be. */
const readPage = async (seq: number, limit: number): Promise<readonly Entry[]> =>
  entries.filter((entry) => entry.seq > seq).slice(0, limit);

test('the books at a tick hold every entry up to it and none after it', async () => {
  const past = createPastBooks(readPage);
  await fc.assert(
    fc.asyncProperty(fc.nat(TICKS + 100), async (tick) => {
      const expected = createBooks();
      for (const entry of entries) if (entry.tick <= tick) addToBooks(expected, entry);
      const found = await past.at(tick, (books, loop) => ({
        scores: scoresAnswer('r', books),
        overrides: overridesAnswer('r', books),
        found: loop.found,
      }));
      expect(found).toEqual({
        scores: scoresAnswer('r', expected),
        overrides: overridesAnswer('r', expected),
        found: entries.filter(({ kind, tick: at }) => kind === 'case.discovered' && at <= tick).length,
      });
    }),
    { numRuns: 40 },
  );
});

test('several ask at once', async () => {
  const past = createPastBooks(readPage);
  const ticks = [2000, 100, 1500, 2600, 0];
  const reached = await Promise.all(ticks.map((tick) => past.at(tick, ({ ledger }) => ledger.tick)));
  for (const [i, tick] of reached.entries()) expect(tick).toBeLessThanOrEqual(ticks[i]!);
  expect(reached[3]).toBeGreaterThan(reached[1]!);
});
