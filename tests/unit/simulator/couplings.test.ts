// What drives what: rain before standing water before congestion before calls, and nothing on a fair day.
import { indicatorById } from '@onescreen/shared/catalogue';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { couplingRules, LONGEST_LAG_MINUTES } from '../../../simulator/src/world/couplingRules.ts';
import { createFold, run, scenarioOf, series, worldOf } from './worldKit.ts';

const value = (fold: ReturnType<typeof createFold>, id: string): number =>
  fold.quanta[series(id)]! * indicatorById(id).precision;

/** First minute at which each city value is beyond its bound. */
function firstMinutes(
  effect: string,
  hours: number,
  bounds: Readonly<Record<string, (v: number) => boolean>>,
  start?: string,
) {
  const fold = createFold();
  const found: Record<string, number> = {};
  run(worldOf(scenarioOf(`effects: [${effect}]`, start)), 0, hours * HOUR, fold, (tick) => {
    if (tick % MINUTE !== 59) return;
    for (const [id, isBeyond] of Object.entries(bounds)) {
      if (!(id in found) && isBeyond(value(fold, id))) found[id] = Math.floor(tick / MINUTE);
    }
  });
  return found;
}

describe('a storm that says nothing but how hard it rains', () => {
  test('floods the roads 25 minutes later, then slows them, then fills the hotline', () => {
    const found = firstMinutes(
      '{ indicator: rain-1h, mode: abs, value: 96, start: 0, peakFrom: 40, peakTo: 110, end: 200 }',
      3,
      {
        'rain-1h': (mm) => mm >= 35,
        'waterlogged-points': (n) => n >= 10,
        'tti-surface': (tti) => tti >= 2.2,
        'taxi-wait': (minutes) => minutes >= 12,
        'hotline-connect-rate': (percent) => percent <= 88,
      },
      '2023-09-21T16:30+08:00',
    );
    const order = ['rain-1h', 'waterlogged-points', 'tti-surface', 'hotline-connect-rate'];
    const minutes = order.map((id) => found[id] ?? Number.NaN);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(found['waterlogged-points']! - found['rain-1h']!).toBeGreaterThanOrEqual(20);
    expect(found['tti-surface']! - found['waterlogged-points']!).toBeGreaterThanOrEqual(3);
    expect(found['hotline-connect-rate']! - found['tti-surface']!).toBeGreaterThanOrEqual(3);
    expect(found['taxi-wait']).toBeGreaterThan(found['waterlogged-points']!);
  }, 60_000);
});

test('each degree above thirty loads the grid by about 0.9 GW, and the reserve shrinks after it', () => {
  const day = (effect: string) => {
    const fold = createFold();
    run(worldOf(scenarioOf(`effects: [${effect}]`, '2024-05-14T12:00+08:00')), 0, 25 * MINUTE, fold);
    return { load: value(fold, 'power-load'), reserve: value(fold, 'power-reserve') };
  };
  const mild = day('{ indicator: hotel-occupancy, mode: add, value: 0, start: 0, peakFrom: 1, peakTo: 2, end: 3 }');
  const hot = day('{ indicator: air-temperature, mode: abs, value: 40, start: 0, peakFrom: 1, peakTo: 300, end: 301 }');
  expect(hot.load - mild.load).toBeGreaterThan(8);
  expect(hot.load - mild.load).toBeLessThan(10);
  const veryHot = day(
    '{ indicator: air-temperature, mode: abs, value: 46, start: 0, peakFrom: 1, peakTo: 300, end: 301 }',
  );
  expect(veryHot.reserve).toBeLessThan(mild.reserve - 2);
});

test('fog closes bridges and stops ferries; a gale does the same and fells trees', () => {
  const bounds = {
    'bridge-restrictions': (n: number) => n >= 4,
    'ferry-suspended': (n: number) => n >= 10,
    'tree-falls': (n: number) => n >= 1000,
  };
  const fog = firstMinutes(
    '{ indicator: visibility, mode: abs, value: 40, start: 0, peakFrom: 30, peakTo: 60, end: 90 }',
    1,
    bounds,
  );
  expect(Object.keys(fog).sort()).toEqual(['bridge-restrictions', 'ferry-suspended']);
  const gale = firstMinutes(
    '{ indicator: gust, mode: abs, value: 36, start: 0, peakFrom: 20, peakTo: 90, end: 120 }',
    1,
    bounds,
  );
  expect(Object.keys(gale).sort()).toEqual(['bridge-restrictions', 'ferry-suspended', 'tree-falls']);
});

test('where a scenario names the effect itself, the rule stays silent', () => {
  const fold = createFold();
  run(
    worldOf(
      scenarioOf(`effects:
  - { indicator: rain-1h, mode: abs, value: 90, start: 0, peakFrom: 5, peakTo: 80, end: 90 }
  - { indicator: waterlogged-points, mode: abs, value: 12, start: 0, peakFrom: 5, peakTo: 80, end: 90 }`),
    ),
    0,
    35 * MINUTE,
    fold,
  );
  expect(value(fold, 'waterlogged-points')).toBe(12);
});

test('on a fair day every rule is neutral, and none is older than the history that is kept', () => {
  const fold = createFold();
  const plain = '{ indicator: hotel-occupancy, mode: add, value: 0, start: 0, peakFrom: 1, peakTo: 2, end: 3 }';
  run(worldOf(scenarioOf(`effects: [${plain}]`)), 0, 5 * MINUTE, fold);
  for (const rule of couplingRules) {
    const cause = indicatorById(rule.from);
    const now = cause.kind === 'counter' ? 1 : value(fold, rule.from);
    const expected = now;
    const neutral = rule.mode === 'mult' ? 1 : 0;
    expect(Math.abs(rule.response(now, expected) - neutral), `${rule.from} → ${rule.to}`).toBe(0);
    expect(rule.lagMinutes).toBeLessThanOrEqual(LONGEST_LAG_MINUTES);
  }
});
