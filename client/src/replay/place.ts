// Where the run lies that is replayed: with a server, or in a recording without one. Plain data: it goes to the worker.
import type { RecordingPlace } from '../backend/place.ts';

export type ReplayPlace =
  /** `base`: address of the page. */
  | { kind: 'run'; base: string; run: string } /** `run`: the name under which it is known here. */
  | { kind: 'recording'; place: RecordingPlace; run: string };
