// The director with its worker: loaded when the playhead leaves the live edge for the first time.
import type { Desk } from './desk.ts';
import type { Director, DirectorOptions } from './director.ts';
import { createDirector } from './director.ts';
import type { ReplayPlace } from './place.ts';
import { placeOfRun } from './placeOfRun.ts';
import { callOver } from './rpc.ts';
import ReplayWorker from './worker.ts?worker';

/** `base`: address of the page. */
export function openDirector({
  base,
  ...options
}: Omit<DirectorOptions, 'desk' | 'placeOf'> & { base: string }): Director {
  const desk = callOver<Desk<ReplayPlace>>(new ReplayWorker());
  return createDirector({ ...options, desk, placeOf: (run) => placeOfRun(run, base) });
}
