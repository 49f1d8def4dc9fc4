// What was really there before the ten cameras of Xujing: a fold of `truth.*` entries, for demonstration and scoring. It stands beside the
// cases and no decision reads it; only the wall of drawn scenes does.
import { areaByCode } from '../geography/areas.ts';
import type { Position } from '../geography/types.ts';
import type { SignalId } from '../ids.ts';
import type { Entry, RosterCamera } from '../log/entries.ts';
import { hash32 } from '../random.ts';

/** Case types of the ten AI scenes of Xujing town, in the order of its cameras. */
export const SCENES = ['XJ01', 'XJ02', 'XJ03', 'XJ04', 'XJ05', 'XJ06', 'XJ07', 'XJ08', 'XJ09', 'XJ10'] as const;
export type SceneId = (typeof SCENES)[number];
export const isScene = (type: string): type is SceneId => (SCENES as readonly string[]).includes(type);

/** Code of 徐泾镇. */
const XUJING_CODE = '310118106';
/** Things that a drawn scene has room for at once; more than that share a place. */
export const PLACES = 6;

export interface TrueHazard {
  id: string;
  scene: SceneId;
  at: Position;
  beganTick: number;
  /** Null while it lasts, as far as is known. */
  endedTick: number | null;
  endedBy: 'unit' | 'itself' | null;
  /** Where it stands in the drawn scene, 0 to `PLACES` − 1: its own while it lasts. */
  place: number;
}

export interface CameraTruth {
  /** Of the newest entry folded in: −1 and 0 before the first. */
  tick: number;
  seq: number;
  /** In the order in which they began. */
  hazards: TrueHazard[];
  /** The hazard behind a detection of these cameras. A detection that is not here has nothing behind it: a false one. */
  behind: Record<SignalId, string>;
}

export const createCameraTruth = (): CameraTruth => ({ tick: -1, seq: 0, hazards: [], behind: {} });

/** Folds the next entry in, in place. */
export function addCameraTruth(truth: CameraTruth, entry: Entry): void {
  truth.tick = entry.tick;
  truth.seq = entry.seq;
  switch (entry.kind) {
    case 'truth.hazard': {
      const { hazard: id, type, at, area, tick: beganTick } = entry;
      if (!isScene(type) || area !== areaByCode(XUJING_CODE).index) return;
      const place = freePlace(truth, id, type);
      truth.hazards.push({ id, scene: type, at, beganTick, endedTick: null, endedBy: null, place });
      return;
    }
    case 'truth.ended': {
      const ended = truth.hazards.findLast(({ id }) => id === entry.hazard);
      if (ended !== undefined) Object.assign(ended, { endedTick: entry.tick, endedBy: entry.by });
      return;
    }
    case 'truth.seen':
      if (entry.hazard !== null && truth.hazards.some(({ id }) => id === entry.hazard))
        truth.behind[entry.signal] = entry.hazard;
      return;
    default:
  }
}

/** By its name, and the next that is free: so it is the same in every replay, and nothing stands in something else. */
function freePlace({ hazards }: CameraTruth, id: string, scene: SceneId): number {
  const taken = new Set(
    hazards.filter((one) => one.scene === scene && one.endedTick === null).map(({ place }) => place),
  );
  const first = hash32(id) % PLACES;
  for (let step = 0; step < PLACES; step++) {
    const place = (first + step) % PLACES;
    if (!taken.has(place)) return place;
  }
  return first;
}

/** Whether it was there at this second. */
export const isThere = ({ beganTick, endedTick }: TrueHazard, tick: number): boolean =>
  beganTick <= tick && (endedTick === null || tick < endedTick);

export interface WallCamera {
  camera: RosterCamera;
  scene: SceneId;
}

/** The ten cameras out of a run's roster, in the order of their scenes; fewer in a city that has not all of them. */
export function wallCameras(cameras: readonly RosterCamera[]): WallCamera[] {
  const { index } = areaByCode(XUJING_CODE);
  return SCENES.flatMap((scene) => {
    const camera = cameras.find(({ area, sees }) => area === index && sees.includes(scene));
    return camera === undefined ? [] : [{ camera, scene }];
  });
}
