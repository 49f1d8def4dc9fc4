// The time bar's bars: what happened when, as columns.
import { MOMENT_KINDS } from '@onescreen/shared/log';
import { expect, test } from 'vitest';
import { densityBars } from '../../../client/src/time/densityBars.ts';

const columnsOf = (...moments: [tick: number, kind: (typeof MOMENT_KINDS)[number], severity: number][]) => ({
  ticks: moments.map(([tick]) => tick),
  kinds: moments.map(([, kind]) => MOMENT_KINDS.indexOf(kind)),
  severities: moments.map(([, , severity]) => severity),
  subjects: moments.map(() => ''),
});

test('cases stand in the column of their time by priority, alarms beside them by severity', () => {
  const { bars } = densityBars(columnsOf([10, 'case', 1], [20, 'case', 4], [60, 'alarm', 1], [61, 'alarm', 2]), 100, 2);
  expect(bars).toEqual([
    { cases: [1, 0, 0, 1, 0], warnings: 0, criticals: 0 },
    { cases: [0, 0, 0, 0, 0], warnings: 1, criticals: 1 },
  ]);
});

test('what is beyond the end of the bar is not counted, and the last tick is', () => {
  const { bars } = densityBars(columnsOf([100, 'case', 3], [101, 'case', 3]), 100, 4);
  expect(bars.map(({ cases }) => cases[2])).toEqual([0, 0, 0, 1]);
});

test('a few cases do not fill the height', () => {
  expect(densityBars(columnsOf([1, 'case', 3]), 100, 4).full).toBeGreaterThan(1);
});
