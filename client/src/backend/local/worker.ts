// The worker that answers for recordings that are open in the page. Its own, so that counting up a day does not hold up the playhead.
import type { Line } from '../../replay/rpc.ts';
import { serveCalls } from '../../replay/rpc.ts';
import { browserTools } from '../byteTools.ts';
import { openPlace } from '../sources/openPlace.ts';
import { runScript } from '../sources/runScript.ts';
import { createLocalDesk } from './localDesk.ts';

serveCalls(
  globalThis as unknown as Line,
  createLocalDesk((place) => openPlace(place, runScript), browserTools),
);
