// The ten cameras at the playhead: one fold of truth and cases for all that shows them.
import type { CameraState, WallCamera } from '@onescreen/shared/cameras';
import { cameraAt, wallCameras } from '@onescreen/shared/cameras';
import { useEffect, useMemo } from 'react';
import { useRun } from '../store/index.ts';
import { followTruth, useTruth } from './truthStore.ts';

export interface CameraOnWall extends WallCamera, CameraState {
  /** Names the camera and the seed of the run: what passes by there is drawn from it. */
  words: string;
}

export interface Wall {
  state: 'loading' | 'ready' | 'unavailable';
  cameras: readonly CameraOnWall[];
}

/** All ten at the tick that the screen shows. */
export function useWall(): Wall {
  useEffect(followTruth, []);
  const info = useRun((run) => run.info);
  const tick = useRun((run) => run.tick);
  const cases = useRun((run) => run.cases.cases);
  const { run, state, truth, version } = useTruth();
  const roster = useMemo(() => wallCameras(info?.cameras ?? []), [info]);
  const seed = info?.seed ?? 0;
  // The truth grows in place: `version` says when.
  const cameras = useMemo(() => {
    const known = { version, truth }.truth;
    const own = new Map(roster.map(({ camera }) => [camera.id, [] as (typeof cases)[string][]]));
    for (const one of Object.values(cases)) if (one.camera !== null) own.get(one.camera)?.push(one);
    return roster.map((one) => ({
      ...one,
      ...cameraAt(known, own.get(one.camera.id) ?? [], one, tick),
      words: `${seed}/${one.camera.id}`,
    }));
  }, [roster, cases, truth, version, tick, seed]);
  return { state: run === info?.run ? state : 'loading', cameras };
}
