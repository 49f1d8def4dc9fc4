// The screen's run: what frames do to it, what stays the same object for React, and a tick that never runs backwards.
import type { Entry } from '@onescreen/shared/log';
import { beforeEach, expect, test } from 'vitest';
import { foldEntries } from '../../../client/src/store/fold.ts';
import { createPlayhead } from '../../../client/src/store/playhead.ts';
import { applyFrame, useRun } from '../../../client/src/store/run.ts';
import { advanceFrame, planEntry, resetFrame } from './clientKit.ts';

beforeEach(() => applyFrame(resetFrame('r1', 100, 7), 0));

const raised = (seq: number, tick: number): Entry => ({
  run: 'r1',
  seq,
  tick,
  kind: 'alarm.raised',
  alarm: 'rain-1h@310000',
  indicator: 'rain-1h',
  area: 0,
  severity: 'critical',
  value: 96,
  limit: 70,
  firstOut: true,
});

test('an advance moves the tick and folds its entries', () => {
  applyFrame(advanceFrame('r1', 100, 105, [planEntry('r1', 8, 103)], 8), 50);
  expect(useRun.getState()).toMatchObject({ tick: 105, frameAtMs: 50 });
  expect(useRun.getState().cases.plan).toHaveLength(1);
});

test('what no entry touched keeps its identity; what one touched is new', () => {
  const { cases } = useRun.getState();
  const { alarms, units } = cases;
  const next = foldEntries(cases, [raised(8, 110)]);
  expect(next).not.toBe(cases);
  expect(next.alarms).not.toBe(alarms);
  expect(next.units).toBe(units);
  expect(foldEntries(next, [])).toBe(next);
});

test('the drawn tick goes on between frames at the run’s speed, stops without frames and never goes back', () => {
  const playhead = createPlayhead();
  playhead.paced(20, 0);
  playhead.moved(100, 0);
  expect(playhead.at(250)).toBeCloseTo(105);
  playhead.moved(104, 260);
  expect(playhead.at(260)).toBeCloseTo(105);
  const afterSilence = playhead.at(60_000);
  expect(afterSilence).toBeLessThanOrEqual(104 + 20 * 1.5);
  expect(playhead.at(90_000)).toBe(afterSilence);
});

test('a pause holds the drawn tick, and another run starts it anew', () => {
  const playhead = createPlayhead();
  playhead.paced(60, 0);
  playhead.moved(5000, 0);
  playhead.paced(0, 100);
  const held = playhead.at(200);
  expect(playhead.at(9000)).toBe(held);
  playhead.moved(0, 9100);
  expect(playhead.at(9100)).toBe(0);
});
