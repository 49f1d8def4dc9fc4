// The wall is the same live and in a replay: what was known of the truth by a second shows what the whole truth shows of that second.
import { addCameraTruth, cameraAt, createCameraTruth, wallCameras } from '@onescreen/shared/cameras';
import type { CaseState } from '@onescreen/shared/cases';
import { loadScenario } from '@onescreen/simulator';
import { beforeAll, expect, test } from 'vitest';
import { simulate } from '../../../scripts/headless/simulate.ts';
import { createSimulation } from '../../../simulator/src/createSimulation.ts';

const HOURS = 2;
/** A second is kept about so often. */
const EVERY_TICKS = 90;

const truth = createCameraTruth();
const kept: { tick: number; cases: CaseState[]; shown: string }[] = [];
const simulation = createSimulation({
  run: 'wall',
  scenario: loadScenario('xujing-day'),
  seed: 7,
  density: 1,
  policy: 'nearest',
  durationTicks: HOURS * 3600,
});
const wall = wallCameras(simulation.info.cameras);
const shownOf = (cases: readonly CaseState[], tick: number): string =>
  JSON.stringify(wall.map((one) => cameraAt(truth, cases, one, tick).picture));

beforeAll(async () => {
  await simulate({
    simulation,
    onStep: (ticks, platform) => {
      for (const { entries } of ticks) for (const entry of entries) addCameraTruth(truth, entry);
      const tick = platform.lastTick;
      if (kept.length > 0 && tick < kept.at(-1)!.tick + EVERY_TICKS) return;
      const cases = Object.values(platform.cases.cases).filter(({ camera }) =>
        wall.some((one) => one.camera.id === camera),
      );
      kept.push({ tick, cases: structuredClone(cases), shown: shownOf(cases, tick) });
    },
  });
}, 120_000);

test('every second that was kept live shows the same by the whole truth of the run', () => {
  expect(kept.length).toBeGreaterThan(60);
  for (const { tick, cases, shown } of kept) expect(shownOf(cases, tick), `at ${tick}`).toBe(shown);
});

test('over two hours there were hazards, boxes, false detections and hazards that nobody had detected', () => {
  const pictures = kept.flatMap(({ shown }) => JSON.parse(shown) as ReturnType<typeof cameraAt>['picture'][]);
  const boxes = pictures.flatMap((picture) => picture.boxes);
  expect(pictures.some(({ hazards }) => hazards.some(({ isMissed }) => isMissed))).toBe(true);
  expect(boxes.some(({ isFalse }) => isFalse)).toBe(true);
  expect(new Set(boxes.map(({ state }) => state))).toEqual(new Set(['seen', 'last', 'awaiting', 'clear']));
});
