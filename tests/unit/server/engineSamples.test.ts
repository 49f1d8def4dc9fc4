import { indicatorById } from '@onescreen/shared/catalogue';
import { limitsOf, periodOf, quantumOf, SERIES_STATE, seriesOf, valueOfSeries } from '@onescreen/shared/city';
import { areaByCode } from '@onescreen/shared/geography';
import { MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { Sample, Town } from './engineKit.ts';
import { createTown } from './engineKit.ts';

const seriesFor = (indicator: string, area = '310000') =>
  seriesOf(indicatorById(indicator).index, areaByCode(area).index);
/** Samples at the series' own period. */
const values = (series: number, fromTick: number, ...taken: number[]): Sample[] =>
  taken.map((value, i) => [fromTick + i * periodOf(series), series, quantumOf(series, value)]);
const raised = (town: Town) =>
  town.of('alarm.raised').map(({ alarm, severity, firstOut }) => ({ alarm, severity, firstOut }));

const RAIN = seriesFor('rain-1h');
const { warningHigh: RAIN_WARNING = 0, criticalHigh: RAIN_CRITICAL = 0 } = limitsOf(RAIN);

describe('samples', () => {
  test('only what changed is in a tick, series ascending', () => {
    const town = createTown();
    const gust = seriesFor('gust');
    town.sample(
      [2, Math.max(RAIN, gust), 10],
      [2, Math.min(RAIN, gust), 20],
      [3, RAIN, town.engine.city.quanta[RAIN]!],
    );
    town.until(4);
    const [, , second, third] = town.steps[0]!.ticks;
    expect([...second!.changes.series]).toEqual([RAIN, gust].sort((a, b) => a - b));
    expect([...second!.changes.stateSeries]).toEqual([RAIN, gust].sort((a, b) => a - b));
    expect(third!.changes.series).toHaveLength(0);
  });

  test('a value that is the same again is no change', () => {
    const town = createTown();
    town.sample([0, RAIN, 10], [60, RAIN, 10], [120, RAIN, 11]);
    town.until(125);
    const changed = town.steps
      .flatMap(({ ticks }) => ticks)
      .filter(({ changes }) => changes.series.length > 0)
      .map(({ tick }) => tick);
    expect(changed).toEqual([0, 120]);
    expect(town.engine.city.changedTick[RAIN]).toBe(120);
  });

  test('late and repeated samples are left out and counted', () => {
    const town = createTown();
    town.sample([10, RAIN, 10], [10, RAIN, 99]);
    town.until(14);
    town.sample([5, RAIN, 50]);
    town.until(19);
    expect(town.engine.city.quanta[RAIN]).toBe(10);
    expect(town.engine.counters).toMatchObject({ lateSamples: 1, repeatedSamples: 1 });
  });

  test('a sample that comes late but is the newest is taken', () => {
    const town = createTown();
    town.until(99);
    town.sample([50, RAIN, 7]);
    town.until(104);
    expect(town.engine.city.quanta[RAIN]).toBe(7);
    expect(town.engine.city.changedTick[RAIN]).toBe(100);
  });

  test('a silent series becomes stale', () => {
    const town = createTown();
    town.sample([0, RAIN, 10]);
    town.until(10 * MINUTE);
    expect(town.engine.city.states[RAIN]).toBe(SERIES_STATE.stale);
    expect(valueOfSeries(town.engine.city, RAIN)).not.toBeNull();
  });
});

describe('alarms', () => {
  test('one sample over the limit is no alarm, two of three are', () => {
    const town = createTown();
    town.sample(...values(RAIN, 0, 0, RAIN_WARNING + 1, 0, 0));
    town.until(4 * MINUTE);
    expect(raised(town)).toEqual([]);
    town.sample(...values(RAIN, 5 * MINUTE, RAIN_WARNING + 1, RAIN_WARNING + 1));
    town.until(7 * MINUTE);
    expect(town.of('alarm.raised')).toMatchObject([
      {
        tick: 6 * MINUTE,
        alarm: 'rain-1h@310000',
        area: 0,
        severity: 'warning',
        value: RAIN_WARNING + 1,
        limit: RAIN_WARNING,
        firstOut: true,
      },
    ]);
  });

  test('an alarm that gets worse is raised once more, as critical', () => {
    const town = createTown();
    town.sample(
      ...values(
        RAIN,
        0,
        RAIN_WARNING,
        RAIN_WARNING,
        RAIN_CRITICAL,
        RAIN_CRITICAL,
        RAIN_WARNING,
        RAIN_CRITICAL,
        RAIN_CRITICAL,
      ),
    );
    town.until(8 * MINUTE);
    expect(raised(town).map(({ severity }) => severity)).toEqual(['warning', 'critical']);
  });

  test('a value that swings about its limit rings once and clears once', () => {
    const town = createTown();
    const swing = Array.from({ length: 40 }, (_, i) => (i % 4 < 2 ? RAIN_WARNING + 1 : 0));
    town.sample(...values(RAIN, 0, ...swing, ...Array.from({ length: 10 }, () => 0)));
    town.until(60 * MINUTE);
    expect(town.of('alarm.raised')).toHaveLength(1);
    expect(town.of('alarm.cleared')).toHaveLength(1);
    // Left after three calm samples (minute 42 to 44 of the calm ones), and three minutes more.
    expect(town.of('alarm.cleared')[0]!.tick).toBeGreaterThanOrEqual(43 * MINUTE);
  });

  test('streets colour the map but do not ring', () => {
    const town = createTown();
    const street = seriesOf(indicatorById('waterlogged-points').index, areaByCode('310118107').index);
    expect(street).toBeGreaterThanOrEqual(0);
    town.sample(...values(street, 0, 50, 50, 50));
    town.until(4 * MINUTE);
    expect(town.engine.city.states[street]).toBe(SERIES_STATE.critical);
    expect(raised(town)).toEqual([]);
  });

  test('rain comes first; what follows from it is not first-out', () => {
    const town = createTown();
    const points = seriesFor('waterlogged-points');
    const jam = seriesFor('tti-surface');
    town.sample(
      ...values(RAIN, 0, 60, 60, 60),
      ...values(points, 3 * MINUTE, 45, 45, 45),
      ...values(jam, 6 * MINUTE, 3, 3, 3),
    );
    town.until(10 * MINUTE);
    expect(raised(town).map(({ alarm, firstOut }) => [alarm, firstOut])).toEqual([
      ['rain-1h@310000', true],
      ['waterlogged-points@310000', false],
      ['tti-surface@310000', false],
    ]);
  });

  test('matters that have nothing to do with each other are both first-out', () => {
    const town = createTown();
    const crowd = seriesFor('crowd-bund');
    town.sample(...values(RAIN, 0, 60, 60), ...values(crowd, 3 * MINUTE, 500_000, 500_000));
    town.until(10 * MINUTE);
    expect(raised(town)).toMatchObject([{ firstOut: true }, { firstOut: true }]);
  });
});

describe('acknowledging', () => {
  const duty = { name: 'duty', role: 'operator', area: '310000' } as const;
  const acknowledge = (alarm: string) => ({ person: duty, command: { kind: 'acknowledge', alarm } }) as const;

  test('an operator acknowledges an alarm, and the log says who', () => {
    const town = createTown();
    town.sample(...values(RAIN, 0, 60, 60));
    town.until(2 * MINUTE);
    town.command(acknowledge('rain-1h@310000'));
    town.until(3 * MINUTE);
    expect(town.of('command.received')).toMatchObject([
      {
        by: 'user:duty',
        role: 'operator',
        scope: '310000',
        command: 'acknowledge',
        body: { alarm: 'rain-1h@310000' },
      },
    ]);
    expect(town.of('alarm.acknowledged')).toMatchObject([{ by: 'user:duty' }]);
    expect(town.engine.cases.alarms['rain-1h@310000']).toMatchObject({ active: true, acknowledged: true });
  });

  test('what cannot be acknowledged is refused in the log', () => {
    const town = createTown();
    town.sample(...values(RAIN, 0, 60, 60));
    town.until(2 * MINUTE);
    town.command(acknowledge('gust@310000'));
    town.command(acknowledge('rain-1h@310000'));
    town.command(acknowledge('rain-1h@310000'));
    town.until(3 * MINUTE);
    expect(town.of('command.refused').map(({ reason }) => reason)).toEqual(['no-such-alarm', 'already-acknowledged']);
  });
});
