// What leaves the world when something is wrong, or seems to be: camera hits, sensor trips, calls and patrol reports.

import type { CaseType } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { Position } from '@onescreen/shared/geography';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { HOUR, MINUTE, secondOfDay } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Detection, Hazard } from './happenings.ts';
import { hazardKind } from './hazardKinds.ts';
import type { Ghost } from './hazards.ts';
import { METRES_PER_DEGREE, rounded } from './positions.ts';
import { hasResident, residentOf } from './residents.ts';
import { readGauge } from './sensors.ts';
import { sentencesFor } from './sentences.ts';

/** One signal that will be sent if its hazard still lasts and its device works. */
export interface PlannedDetection {
  device: string | null;
  draft: Detection;
}

/** A detector looks about every 15 s; while an event is new each look may give a hit, later only one in a while. */
const FRAME_SECONDS = 15;
const FRESH_FRAMES = 9;
const FRAME_HIT_SHARE = 0.92;
const LATER_HITS = 5;

/**
 * Confidence of a scene and of a false one: mean and deviation of the scene, deviation of single frames.
 * With 0.28 false scenes to a true one this gives 22 % false before the gate of 0.75 and 4–5 % after it (brief §4: 15–30 %, 3–6 %).
 */
const TRUE_SCENE = { mean: 0.87, deviation: 0.085 };
const FALSE_SCENE = { mean: 0.62, deviation: 0.115 };
const FRAME_DEVIATION = 0.025;

/** Patrols are out from 07:00 to 21:00 and pass a place about every half hour. */
const PATROL = { fromSecond: 7 * HOUR, toSecond: 21 * HOUR, meanWaitSeconds: 25 * MINUTE };

/** The few metres by which two devices or two callers disagree about a place. */
function near(at: Position, metres: number, random: Random): Position {
  const scale = metres / METRES_PER_DEGREE;
  return rounded([at[0] + scale * (2 * random.next() - 1), at[1] + scale * (2 * random.next() - 1)]);
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const hotlineFor = (type: CaseType): Extract<Detection, { kind: 'call' }>['line'] => {
  switch (type.code) {
    case 'EM01':
    case 'EM04':
      return '119';
    case 'EM02':
      return '110';
    case 'EV09':
      return '96333';
    case 'EV14':
      return '962777';
    default:
      return '12345';
  }
};

interface Scene {
  type: CaseType;
  at: Position;
  area: number;
  device: string;
}

function hit(scene: Scene, tick: number, quality: number, count: number, random: Random): PlannedDetection {
  const confidence = clamp(quality + FRAME_DEVIATION * random.normal(), 0.3, 0.99);
  return {
    device: scene.device,
    draft: {
      kind: 'hit',
      tick,
      camera: scene.device,
      type: scene.type.code,
      at: near(scene.at, 3, random),
      area: scene.area,
      confidence: Math.round(confidence * 1000) / 1000,
      count: Math.max(1, Math.round(count * (0.9 + 0.2 * random.next()))),
    },
  };
}

/** Hits of a true scene: most frames of the first two minutes, then one in six to ten minutes, so that the log stays small. */
function hitsOf(scene: Scene, startTick: number, random: Random): PlannedDetection[] {
  const kind = hazardKind(scene.type.code);
  const quality = TRUE_SCENE.mean + TRUE_SCENE.deviation * random.normal();
  const count = kind.count[0] + random.whole(kind.count[1] - kind.count[0] + 1);
  let tick = startTick + kind.dwellSeconds + random.whole(FRAME_SECONDS);
  const hits: PlannedDetection[] = [];
  for (let frame = 0; frame < FRESH_FRAMES + LATER_HITS; frame++) {
    const fresh = frame < FRESH_FRAMES;
    const seen = !fresh || random.next() < FRAME_HIT_SHARE;
    if (seen) hits.push(hit(scene, tick, quality, count, random));
    tick += fresh ? FRAME_SECONDS - 1 + random.whole(3) : 6 * MINUTE + random.whole(4 * MINUTE);
  }
  return hits;
}

/** A false scene fools the detector in at least three frames running, else nobody would hear of it. */
export function ghostDetections(seed: number, ghost: Ghost): PlannedDetection[] {
  const type = caseTypeByCode(ghost.type);
  const random = createRandom(seed, `ghost/${ghost.id}`);
  if (type.source !== 'ai_camera') return [trip({ ...ghost, type }, ghost.tick, residentAt(seed, ghost), random)];
  const kind = hazardKind(ghost.type);
  const quality = FALSE_SCENE.mean + FALSE_SCENE.deviation * random.normal();
  const count = kind.count[0];
  return Array.from({ length: 3 + random.whole(3) }, (_, frame) =>
    hit({ ...ghost, type }, ghost.tick + frame * FRAME_SECONDS, quality, count, random),
  );
}

type Concerned = Pick<Extract<Detection, { kind: 'trip' | 'report' }>, 'resident'>;

/** The record that goes with a signal about one person's home or shop. */
const residentAt = (seed: number, { id, type, area }: Pick<Hazard, 'id' | 'type' | 'area'>): Concerned =>
  hasResident(type) ? { resident: residentOf(seed, id, type, area) } : {};

function trip(scene: Scene, tick: number, concerned: Concerned, random: Random): PlannedDetection {
  const { type, at, area, device } = scene;
  const reading = readGauge(type.code, 'alarm', random);
  return {
    device,
    draft: { kind: 'trip', tick, sensor: device, type: type.code, at, area, ...reading, ...concerned },
  };
}

/** A sensor repeats itself: three times at five minutes, then each half hour. */
function tripsOf(scene: Scene, startTick: number, concerned: Concerned, random: Random): PlannedDetection[] {
  const first = startTick + 5 + random.whole(40);
  return [0, 5, 10, 15, 45, 75].map((minutes) => trip(scene, first + minutes * MINUTE, concerned, random));
}

function call(type: CaseType, hazard: Hazard, tick: number, random: Random): PlannedDetection {
  const text = random.pick(sentencesFor(type.code));
  const at = near(hazard.at, 12, random);
  return {
    device: null,
    draft: { kind: 'call', tick, line: hotlineFor(type), type: type.code, at, area: hazard.area, text },
  };
}

/** Tick at which a patrol that is out by day comes past something that began at `startTick`. */
function patrolTick(startTick: number, epochMs: number, random: Random): number {
  const tick = startTick + 60 + Math.round(random.exponential(PATROL.meanWaitSeconds));
  const second = secondOfDay(epochMs, tick);
  if (second >= PATROL.fromSecond && second < PATROL.toSecond) return tick;
  const untilDuty = second < PATROL.fromSecond ? PATROL.fromSecond - second : 24 * HOUR - second + PATROL.fromSecond;
  return tick + untilDuty + Math.round(random.exponential(PATROL.meanWaitSeconds));
}

function report(type: CaseType, hazard: Hazard, tick: number, concerned: Concerned, random: Random): PlannedDetection {
  const patrol = `PT-${hazard.area}-${1 + random.whole(4)}`;
  const text = random.pick(sentencesFor(type.code));
  const seenAt = near(hazard.at, 8, random);
  const at = hasResident(type.code) ? hazard.at : seenAt;
  return {
    device: null,
    draft: { kind: 'report', tick, patrol, type: type.code, at, area: hazard.area, text, ...concerned },
  };
}

function firstSignals(
  type: CaseType,
  hazard: Hazard,
  epochMs: number,
  concerned: Concerned,
  random: Random,
): PlannedDetection[] {
  const { startTick } = hazard;
  switch (type.source) {
    case 'ai_camera':
      return hazard.device === null ? [] : hitsOf({ ...hazard, type, device: hazard.device }, startTick, random);
    case 'iot_sensor':
    case 'data':
      return hazard.device === null
        ? []
        : tripsOf({ ...hazard, type, device: hazard.device }, startTick, concerned, random);
    case 'hotline':
      return [call(type, hazard, startTick + 15 + Math.round(random.exponential(6 * MINUTE)), random)];
    case 'call':
      return [call(type, hazard, startTick + 20 + Math.round(random.exponential(45)), random)];
    case 'patrol':
    case 'patrol_qr':
      return [report(type, hazard, patrolTick(startTick, epochMs, random), concerned, random)];
    default:
      return unreachable(type.source);
  }
}

/** Everything that a hazard may send, if it lasts long enough. A function of seed and hazard alone. */
export function detectionsOf(seed: number, epochMs: number, hazard: Hazard): PlannedDetection[] {
  const type = caseTypeByCode(hazard.type);
  const random = createRandom(seed, `detections/${hazard.id}`);
  const first = firstSignals(type, hazard, epochMs, residentAt(seed, hazard), random);
  const from = first[0]?.draft.tick ?? hazard.startTick;
  const witnesses = random.poisson(hazardKind(type.code).witnesses);
  const calls = Array.from({ length: witnesses }, () => {
    const tick = from + 30 + Math.round(random.exponential(8 * MINUTE));
    return call(type, hazard, tick, random);
  });
  return [...first, ...calls];
}
