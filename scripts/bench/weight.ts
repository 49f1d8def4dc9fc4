// How much script the screen needs before it shows numbers: what index.html loads at once, without the map.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildClient } from '../buildClient.ts';
import { type BenchRow, benchRow, figure } from './row.ts';

const KILOBYTE = 1000;
const BUDGET_KILOBYTES = 250;

/** Scripts that the page names, and those that they import statically. */
function initialScripts(dist: string): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [, specifier] of code.matchAll(/(?:import|from)\s*["'](\.[^"']+\.js)["']/g)) {
      visit(path.resolve(path.dirname(file), specifier!));
    }
  };
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  for (const [, source] of page.matchAll(/<script[^>]+src="([^"]+)"/g)) visit(path.resolve(dist, source!));
  return found;
}

const gzipKilobytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / KILOBYTE;

/** Gzipped weight of the first scripts against the budget, and beside it that of all scripts. */
export async function weightRows(): Promise<BenchRow[]> {
  const dist = await buildClient();
  const all = readdirSync(path.join(dist, 'assets')).filter((name) => name.endsWith('.js'));
  const initial = gzipKilobytes(initialScripts(dist));
  const whole = gzipKilobytes(all.map((name) => path.join(dist, 'assets', name)));
  return [
    benchRow({
      name: 'script before the numbers show, gzipped',
      measured: `${figure(initial)} kB (of ${figure(whole)} kB with the map)`,
      baseline: `${BUDGET_KILOBYTES} kB`,
      ratio: initial / BUDGET_KILOBYTES,
      budget: { atMost: 1 },
    }),
  ];
}
