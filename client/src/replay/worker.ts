// The worker of replay: fetches, checks, decodes and folds beside the page, which only gets the frames.
import { openRecording } from '@onescreen/shared/recordings';
import { browserTools } from '../backend/byteTools.ts';
import { renamed } from '../backend/local/renamed.ts';
import { openPlace } from '../backend/sources/openPlace.ts';
import { runScript } from '../backend/sources/runScript.ts';
import { createDesk } from './desk.ts';
import type { ReplayPlace } from './place.ts';
import type { Line } from './rpc.ts';
import { serveCalls } from './rpc.ts';
import { servedSource } from './servedSource.ts';
import type { ReplaySource } from './source.ts';
import { sourceOfRecording } from './source.ts';

async function find(where: ReplayPlace): Promise<ReplaySource> {
  if (where.kind === 'run') return servedSource(where.base, where.run);
  const recording = await openRecording(await openPlace(where.place, runScript), browserTools, 'any');
  return sourceOfRecording(renamed(recording, where.run));
}

serveCalls(self as unknown as Line, createDesk(find));
