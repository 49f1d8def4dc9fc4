// The ledger against the second opinion, on cases that went any way that the rule book allows, over holidays and make-up days.
import { addToLedger, createLedger, reportOf } from '@onescreen/shared/kpis';
import { createRandom } from '@onescreen/shared/random';
import { expect, test } from 'vitest';
import { readLog, recount } from '../../system/recountKpis.ts';
import { inItsWords, wander } from './kpisKit.ts';

const DAY = 86_400;

test.each([
  ['2024-09-27T15:00', 1],
  ['2024-10-10T08:00', 2],
  ['2025-01-24T10:00', 3],
  ['2024-05-14T07:30', 4],
])('from %s on, thirty spans are counted alike to the last digit (seed %i)', (startLocal, seed) => {
  const ticks = 12 * DAY;
  const { entries, epochMs } = wander(seed, 150, ticks, startLocal);
  const log = readLog([{ kind: 'header', epochMs }, ...entries].map((line) => JSON.stringify(line)).join('\n'));
  const ledger = createLedger();
  for (const entry of entries) addToLedger(ledger, entry);
  const random = createRandom(seed, 'spans');
  let due = 0;
  for (let i = 0; i < 30; i++) {
    const [a, b] = [random.whole(ticks), random.whole(ticks)];
    const [fromTick, toTick] = [Math.min(a, b), Math.max(a, b)];
    const by = random.pick(['city', 'district', 'street', 'agency', 'type'] as const);
    const report = reportOf(ledger, { fromTick, toTick, by, epochMs });
    due += report.total.counts.dueToHandle;
    expect(inItsWords(report), `after ${fromTick} to ${toTick} by ${by}`).toEqual(recount(log, fromTick, toTick, by));
  }
  expect(due).toBeGreaterThan(300);
  const kinds = new Set(entries.map(({ kind }) => kind));
  for (const rare of [
    'reopened',
    'reworked',
    'suspended',
    'resumed',
    'extended',
    'returned',
    'voided',
    'joined',
    'inspected',
  ])
    expect(kinds).toContain(`case.${rare}`);
});
