// The ground that an organisation puts under the map: one file of tiles (PMTiles) of its own, or the address of a MapLibre style. By default there is none.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';

export type Basemap =
  /** Served by the platform at `BASEMAP_FILE`. `bytes`: of the whole file. */
  | { kind: 'pmtiles'; file: string; bytes: number }
  /** `origin`: the only other place that browsers may load from. */
  | { kind: 'style'; url: string; origin: string };

/** Where the file is served, relative to the page. */
export const BASEMAP_FILE = 'basemap.pmtiles';

/** Every PMTiles file of version 3 begins like this. */
const MAGIC = Buffer.from('PMTiles\u0003', 'latin1');
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads the setting. Throws Error with one sentence for whoever started the server. */
export function readBasemap(text: string): Basemap {
  if (/^[a-z]+:\/\//i.test(text)) return styleAt(text);
  if (!text.toLowerCase().endsWith('.pmtiles')) {
    throw new Error(`the base map ${text} is neither a .pmtiles file nor the https address of a map style`);
  }
  const file = path.resolve(text);
  return { kind: 'pmtiles', file, bytes: sizeOf(file) };
}

function styleAt(text: string): Basemap {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (url === null || !isSafe || url.username !== '') {
    throw new Error(
      `the base map ${text} is not the address of a style; write for example https://maps.city.example/style.json (http only on this machine)`,
    );
  }
  return { kind: 'style', url: url.href, origin: url.origin };
}

function sizeOf(file: string): number {
  const head = Buffer.alloc(MAGIC.length);
  let bytes: number;
  try {
    bytes = statSync(file).size;
    const handle = openSync(file, 'r');
    readSync(handle, head, 0, head.length, 0);
    closeSync(handle);
  } catch {
    throw new Error(`the base map ${file} cannot be read; give the path of a .pmtiles file`);
  }
  if (!head.equals(MAGIC)) throw new Error(`the base map ${file} is no PMTiles file of version 3`);
  return bytes;
}
