// The director with its worker: loaded when the playhead leaves the live edge for the first time.
import { useOpened } from '../backend/opened.ts';
import type { Desk } from './desk.ts';
import type { Director, DirectorOptions } from './director.ts';
import { createDirector } from './director.ts';
import type { ReplayPlace } from './place.ts';
import { callOver } from './rpc.ts';
import ReplayWorker from './worker.ts?worker';

/** `base`: address of the page. */
export function openDirector({
  base,
  ...options
}: Omit<DirectorOptions, 'desk' | 'placeOf'> & { base: string }): Director {
  const desk = callOver<Desk<ReplayPlace>>(new ReplayWorker());
  const placeOf = (run: string): ReplayPlace => {
    const place = useOpened.getState().places[run];
    return place === undefined ? { kind: 'run', base, run } : { kind: 'recording', place, run };
  };
  return createDirector({ ...options, desk, placeOf });
}
