// The map's address of the synthetic town: `town://z/x/y`. The worker starts with the first tile that somebody looks at, and is one for all maps.
import { addProtocol } from 'maplibre-gl';
import type { TownAnswer, TownQuestion } from './worker.ts';
import TownWorker from './worker.ts?worker';

export const TOWN_TILES = 'town://{z}/{x}/{y}';
const ADDRESS = /^town:\/\/(\d+)\/(\d+)\/(\d+)$/;

const waiting = new Map<number, (bytes: ArrayBuffer) => void>();
let worker: Worker | undefined;
let last = 0;

function started(): Worker {
  if (worker !== undefined) return worker;
  worker = new TownWorker();
  worker.addEventListener('message', ({ data: { id, bytes } }: MessageEvent<TownAnswer>) => {
    waiting.get(id)?.(bytes);
    waiting.delete(id);
  });
  return worker;
}

/** Makes the address known to every map of the page. */
export function serveTown(): void {
  addProtocol('town', ({ url }) => {
    const [z, x, y] = ADDRESS.exec(url)?.slice(1).map(Number) ?? [];
    if (z === undefined || x === undefined || y === undefined) return Promise.reject(new Error(`no tile ${url}`));
    last += 1;
    const question: TownQuestion = { id: last, z, x, y };
    return new Promise((resolve) => {
      waiting.set(question.id, (data) => resolve({ data }));
      started().postMessage(question);
    });
  });
}
