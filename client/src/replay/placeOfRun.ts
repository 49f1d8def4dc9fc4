// Where a run lies that is known to this page: in a recording that is open here, or with the server.
import { useOpened } from '../backend/opened.ts';
import type { ReplayPlace } from './place.ts';

/** `base`: address of the page. */
export function placeOfRun(run: string, base: string): ReplayPlace {
  const place = useOpened.getState().places[run];
  return place === undefined ? { kind: 'run', base, run } : { kind: 'recording', place, run };
}
