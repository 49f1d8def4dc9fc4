// The card behind a number: what its score is made of, what came of it, and its line over a span.
import type { CaseState } from '@onescreen/shared/cases';
import { tripOf } from '@onescreen/shared/cases';
import { dimensions, indicatorById, indicators, primaries, primaryById } from '@onescreen/shared/catalogue';
import { createCity, expectedValue, quantumOf, SERIES_STATE, scoreArea, seriesOf } from '@onescreen/shared/city';
import { areaByCode } from '@onescreen/shared/geography';
import { expect, test } from 'vitest';
import { alarmsOf, casesOf, readPastCases, typesOf } from '../../../client/src/panels/card/cameOfIt.ts';
import { partsOf } from '../../../client/src/panels/card/rollUpParts.ts';
import { drawingOf } from '../../../client/src/panels/signDrawing.ts';

const EPOCH_MS = Date.UTC(2024, 4, 14, 4);
const PUDONG = areaByCode('310115').index;
const rain = indicatorById('rain-1h');

/** The city's scores when all is as expected but for the rain. */
function scoresInRain() {
  const city = createCity();
  for (const { index } of indicators) {
    const series = seriesOf(index, 0);
    city.quanta[series] = quantumOf(series, expectedValue(index, 0, EPOCH_MS, 0));
    city.states[series] = SERIES_STATE.normal;
  }
  const series = seriesOf(rain.index, 0);
  city.quanta[series] = quantumOf(series, 95);
  return scoreArea(city, 0, EPOCH_MS);
}

test('the part that pulls a score down most is named, at each level, and stands first', () => {
  const score = scoresInRain();
  const { primary, dimension } = rain;
  const first = (parts: ReturnType<typeof partsOf>) => [parts[0]!.id, parts.filter((one) => one.isCulprit).length];
  expect(first(partsOf({ kind: 'pulse', area: 0 }, score))).toEqual([dimension, 1]);
  expect(first(partsOf({ kind: 'dimension', id: dimension, area: 0 }, score))).toEqual([primary, 1]);
  expect(first(partsOf({ kind: 'primary', id: primary, area: 0 }, score))).toEqual([rain.id, 1]);
});

test('every part is there, with its score; where all is well nothing is to blame', () => {
  const score = scoresInRain();
  expect(partsOf({ kind: 'pulse', area: 0 }, score)).toHaveLength(dimensions.length);
  const well = primaries.find((one) => one.indicators.every(({ index }) => score.health[index] === 100))!;
  const parts = partsOf({ kind: 'primary', id: well.id, area: 0 }, score);
  expect(parts).toHaveLength(primaryById(well.id).indicators.length);
  expect(parts.some(({ isCulprit }) => isCulprit)).toBe(false);
});

test('the alarms that came of a sign are its own, in the area, newest first', () => {
  const trips = ['rain-1h@310000', 'gust@310000', 'rain-1h@310115', 'rain-1h@310101'].map((id, i) => tripOf(id, i)!);
  expect(alarmsOf(rain, 0, trips).map(({ tick }) => tick)).toEqual([3, 2, 0]);
  expect(alarmsOf(rain, PUDONG, trips).map(({ alarm }) => alarm)).toEqual(['rain-1h@310115']);
});

test('the cases are of the types that the catalogue ties to it, past and present, never of the future', () => {
  const types = typesOf(indicatorById('street-violations'));
  expect([...types]).toContain('XJ01');
  const past = readPastCases({
    cases: {
      C1: { type: 'XJ01', area: PUDONG, foundTick: 5, marks: [] },
      C2: { type: 'EV16', area: PUDONG, foundTick: 6, marks: [] },
      C3: { type: 'XJ01', area: 0, foundTick: 99, marks: [] },
    },
  });
  const present = [{ id: 'C4', type: 'XJ02', area: 1, discoveredTick: 8 } as CaseState];
  const ids = (area: number, tick: number) => casesOf(types, area, tick, past, present).map(({ id }) => id);
  expect(ids(0, 50)).toEqual(['C4', 'C1']);
  expect(ids(PUDONG, 50)).toEqual(['C1']);
  expect(ids(0, 100)).toEqual(['C3', 'C4', 'C1']);
  expect(() => readPastCases({})).toThrow(TypeError);
});

test('a line of a span begins with it and has a limit for every point', () => {
  const series = seriesOf(rain.index, 0);
  const ticks = Array.from({ length: 600 }, (_, i) => 60 * i + 59);
  const scores = { ticks: [], lines: { infra: [], env: [], traffic: [], guarantee: [], safety: [], vitality: [] } };
  const history = { area: 0, ticks, column: () => ticks.map(() => quantumOf(series, 12)), scores };
  const drawing = drawingOf(history, rain, series, EPOCH_MS, ticks[540]!);
  expect(drawing.points[0]!.tick).toBe(ticks[540]);
  expect(drawing.points.at(-1)!.tick).toBe(ticks.at(-1));
  for (const edge of drawing.edges) expect(edge.points).toHaveLength(drawing.points.length);
  expect(drawingOf(history, rain, series, EPOCH_MS).points.length).toBeLessThanOrEqual(361);
});
