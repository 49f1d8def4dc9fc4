// The worker of replay: fetches, checks, decodes and folds beside the page, which only gets the frames.
import { openRecording } from '@onescreen/shared/recordings';
import { browserTools } from '../backend/byteTools.ts';
import { openPlace } from '../backend/sources/openPlace.ts';
import { createDesk } from './desk.ts';
import type { ReplayPlace } from './place.ts';
import type { Line } from './rpc.ts';
import { serveCalls } from './rpc.ts';
import { runScript } from './runScript.ts';
import { servedSource } from './servedSource.ts';
import type { ReplaySource } from './source.ts';
import { sourceOfRecording } from './source.ts';

async function find(where: ReplayPlace): Promise<ReplaySource> {
  if (where.kind === 'run') return servedSource(where.base, where.run);
  return sourceOfRecording(await openRecording(await openPlace(where.place, runScript), browserTools, 'any'));
}

serveCalls(self as unknown as Line, createDesk(find));
