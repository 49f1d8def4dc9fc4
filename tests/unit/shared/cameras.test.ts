// The ten cameras: the picture shows what is there by the truth, the boxes what the machine says, and the two may differ.
import type { CameraTruth } from '@onescreen/shared/cameras';
import {
  addCameraTruth,
  cameraAt,
  createCameraTruth,
  framesOf,
  PLACES,
  pictureAt,
  pictureOf,
  wallCameras,
} from '@onescreen/shared/cameras';
import type { CaseState } from '@onescreen/shared/cases';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import { areaByCode } from '@onescreen/shared/geography';
import type { Entry, EntryBody, Evidence } from '@onescreen/shared/log';
import { describe, expect, test } from 'vitest';
import { createCameras } from '../../../simulator/src/world/cameras.ts';

const XUJING = areaByCode('310118106').index;
const CAMERA = 'CAM-310118106-01';
const AT = [121.27, 31.18] as const;

/** Folds what happened, by tick, both ways: what is true, and what the platform knows. */
function played(...happened: readonly (readonly [tick: number, body: EntryBody])[]): {
  truth: CameraTruth;
  cases: CaseState[];
} {
  const truth = createCameraTruth();
  let state = createCasesState();
  happened.forEach(([tick, body], i) => {
    const entry = { run: 'R', seq: i + 1, tick, ...body } as Entry;
    addCameraTruth(truth, entry);
    state = evolveCases(state, entry);
  });
  return { truth, cases: Object.values(state.cases) };
}

const began = (hazard: string, area = XUJING): EntryBody => ({
  kind: 'truth.hazard',
  hazard,
  type: 'XJ01',
  at: [...AT],
  area,
  cause: 'ordinary',
});
const seen = (signal: string, hazard: string | null): EntryBody => ({ kind: 'truth.seen', hazard, signal });
const hit = (id: string, tick: number, confidence = 0.9): Evidence => ({
  kind: 'hit',
  id,
  tick,
  confidence,
  value: 3,
  unit: 'objects',
  camera: CAMERA,
});
const found = (id: string, ...evidence: Evidence[]): EntryBody => ({
  kind: 'case.discovered',
  case: id,
  by: 'rule:three-hits',
  type: 'XJ01',
  at: [...AT],
  area: XUJING,
  source: 'ai_camera',
  confidence: 0.9,
  camera: CAMERA,
  evidence,
});
const checked = (id: string, tick: number, clear: boolean): EntryBody => ({
  kind: 'case.checked',
  case: id,
  by: 'rule:verify',
  means: 'reshoot',
  pass: clear,
  evidence: [{ kind: 'shot', id: `shot/${tick}`, tick, clear, camera: CAMERA, confidence: 0.95, value: clear ? 0 : 1 }],
});

describe('a picture of a camera', () => {
  test('has a box at the hazard that the machine detected', () => {
    const { truth, cases } = played([10, began('H1')], [40, seen('S1', 'H1')], [40, found('C1', hit('S1', 40))]);
    const { hazards, boxes } = pictureAt(truth, 'XJ01', cases, 50);
    expect(hazards).toMatchObject([{ id: 'H1', count: 3, age: 40, isMissed: false }]);
    expect(boxes).toMatchObject([
      { case: 'C1', state: 'seen', isFalse: false, spot: { kind: 'hazard', place: hazards[0]!.place } },
    ]);
  });

  test('of a false detection has a box round something harmless and no hazard', () => {
    const { truth, cases } = played([40, seen('S1', null)], [40, found('C1', hit('S1', 40, 0.7))]);
    const { hazards, boxes } = pictureAt(truth, 'XJ01', cases, 50);
    expect(hazards).toEqual([]);
    expect(boxes).toMatchObject([{ isFalse: true, confidence: 0.7, spot: { kind: 'decoy' } }]);
  });

  test('of a missed hazard has the hazard and no box', () => {
    const { truth, cases } = played([10, began('H1')]);
    expect(pictureAt(truth, 'XJ01', cases, 500)).toMatchObject({ hazards: [{ id: 'H1', isMissed: true }], boxes: [] });
  });

  test('is of its second: not before the hazard began, not after it ended', () => {
    const { truth, cases } = played([10, began('H1')], [90, { kind: 'truth.ended', hazard: 'H1', by: 'itself' }]);
    const there = [9, 10, 89, 90].map((tick) => pictureAt(truth, 'XJ01', cases, tick).hazards.length);
    expect(there).toEqual([0, 1, 1, 0]);
  });

  test('says of an old detection that it is the last, and nothing any more of a rejected one', () => {
    const start = [[40, seen('S1', null)] as const, [40, found('C1', hit('S1', 40))] as const];
    const open = played(...start);
    expect(pictureAt(open.truth, 'XJ01', open.cases, 400).boxes).toMatchObject([{ state: 'last' }]);
    const ended = played(...start, [90, { kind: 'case.rejected', case: 'C1', by: 'rule:gate', reason: 'false-alarm' }]);
    expect(pictureAt(ended.truth, 'XJ01', ended.cases, 95).boxes).toEqual([]);
  });

  test('gives things that are there at once places of their own', () => {
    const all = Array.from({ length: PLACES }, (_, i) => [i, began(`H${i}`)] as const);
    const { truth, cases } = played(...all);
    const places = pictureAt(truth, 'XJ01', cases, 20).hazards.map(({ place }) => place);
    expect(places.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('a re-shot', () => {
  const before = [
    [10, began('H1')] as const,
    [40, seen('S1', 'H1')] as const,
    [40, found('C1', hit('S1', 40))] as const,
  ];

  test('shows what was true then: gone, and seen to be gone', () => {
    const { truth, cases } = played(
      ...before,
      [600, { kind: 'truth.ended', hazard: 'H1', by: 'unit' }],
      [1200, checked('C1', 1200, true)],
    );
    const { found: first, again } = framesOf(cases[0]!);
    expect(pictureOf(truth, cases[0]!, first!)).toMatchObject({
      tick: 40,
      hazards: [{ id: 'H1' }],
      boxes: [{ state: 'seen' }],
    });
    expect(pictureOf(truth, cases[0]!, again!)).toMatchObject({
      tick: 1200,
      hazards: [],
      boxes: [{ state: 'clear', isFalse: false, spot: { kind: 'hazard' } }],
    });
  });

  test('that overlooks a hazard is passed by the machine, and the picture still shows the hazard', () => {
    const { truth, cases } = played(...before, [1200, checked('C1', 1200, true)]);
    const again = framesOf(cases[0]!).again!;
    expect(pictureOf(truth, cases[0]!, again)).toMatchObject({ hazards: [{ id: 'H1' }], boxes: [{ state: 'clear' }] });
  });

  test('that sees something where nothing is any more is a false one', () => {
    const { truth, cases } = played(
      ...before,
      [600, { kind: 'truth.ended', hazard: 'H1', by: 'unit' }],
      [1200, checked('C1', 1200, false)],
    );
    const again = framesOf(cases[0]!).again!;
    expect(pictureOf(truth, cases[0]!, again)).toMatchObject({
      hazards: [],
      boxes: [{ state: 'seen', isFalse: true }],
    });
  });
});

describe('the wall', () => {
  test('has the ten cameras of Xujing, one for each scene, and knows nothing of the truth elsewhere', () => {
    const wall = wallCameras(createCameras(7));
    expect(wall.map(({ scene }) => scene)).toHaveLength(10);
    expect(new Set(wall.map(({ camera }) => camera.id)).size).toBe(10);
    const { truth } = played([10, began('H1', XUJING + 1)]);
    expect(truth.hazards).toEqual([]);
  });

  test('leads from a camera to its newest open case', () => {
    const { truth, cases } = played(
      [40, found('C1', hit('S1', 40))],
      [50, found('C2', hit('S2', 50))],
      [60, { kind: 'case.rejected', case: 'C2', by: 'rule:gate', reason: 'false-alarm' }],
    );
    const one = wallCameras(createCameras(7))[0]!;
    expect(cameraAt(truth, cases, one, 70).current?.id).toBe('C1');
    expect(cameraAt(truth, cases, one, 70).cases.map(({ id }) => id)).toEqual(['C2', 'C1']);
  });
});
