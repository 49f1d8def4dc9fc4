// The page's side of the worker that answers for open recordings. Loaded with the first recording.
import { callOver } from '../../replay/rpc.ts';
import type { LocalDesk } from './localDesk.ts';
import LocalWorker from './worker.ts?worker';

export const localDesk: LocalDesk = callOver<LocalDesk>(new LocalWorker());
