// How one camera of the wall stands: its picture, the case that it led to, what it saw last.

import { isEnded } from '../cases/facts.ts';
import type { CaseState } from '../cases/types.ts';
import type { Look, Picture } from './picture.ts';
import { looksOf, pictureAt } from './picture.ts';
import type { CameraTruth, WallCamera } from './truth.ts';

export interface CameraState {
  picture: Picture;
  /** Its cases that the state still holds, newest first. */
  cases: readonly CaseState[];
  /** The newest that is open, else the newest; null while there is none. */
  current: CaseState | null;
}

/** The cases that a camera found, newest first. */
export const casesOfCamera = (cases: Iterable<CaseState>, { camera, scene }: WallCamera): CaseState[] =>
  [...cases]
    .filter((one) => one.camera === camera.id && one.type === scene)
    .sort((a, b) => b.discoveredTick - a.discoveredTick || (a.id < b.id ? 1 : -1));

/** The camera at a tick. `cases`: all that the state holds at that tick. */
export function cameraAt(truth: CameraTruth, cases: Iterable<CaseState>, one: WallCamera, tick: number): CameraState {
  const own = casesOfCamera(cases, one);
  return {
    picture: pictureAt(truth, one.scene, own, tick),
    cases: own,
    current: own.find((found) => !isEnded(found)) ?? own[0] ?? null,
  };
}

/** The frame that a case began with, and the newest re-shot or review of it. */
export function framesOf(one: CaseState): { found: Look | null; again: Look | null } {
  const looks = looksOf(one);
  return {
    found: looks.find(({ kind }) => kind === 'hit') ?? null,
    again: looks.findLast(({ kind }) => kind === 'shot') ?? looks.findLast(({ kind }) => kind === 'review') ?? null,
  };
}
