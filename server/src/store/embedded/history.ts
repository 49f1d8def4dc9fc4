// Values of series over time out of whole-city keyframes: one row per segment end, one 32-bit number per series in it.
import { NO_DATA } from '@onescreen/shared/city';
import type { History } from '../types.ts';
import type { Connection } from './connection.ts';
import { quantaOf } from './rows.ts';

/** Up to here SQLite cuts the numbers out of the blob; beyond, whole blobs are cheaper than many cuts. */
const FEW_SERIES = 8;

export function readHistory(
  connection: Connection,
  run: string,
  series: readonly number[],
  fromTick: number,
  toTick: number,
): History {
  const cut = series.length <= FEW_SERIES;
  const columns = cut
    ? series.map((index, i) => `, substr(quanta, ${4 * wholeNumber(index) + 1}, 4) AS cut${i}`).join('')
    : ', quanta';
  const rows = connection.all<Record<string, number | Uint8Array>>(
    `SELECT tick${columns} FROM history WHERE run = ? AND tick BETWEEN ? AND ? ORDER BY tick`,
    run,
    fromTick,
    toTick,
  );
  const quanta = series.map(() => new Int32Array(rows.length));
  rows.forEach((row, k) => {
    const all = cut ? null : quantaOf(row.quanta as Uint8Array);
    series.forEach((index, i) => {
      quanta[i]![k] = (all === null ? quantaOf(row[`cut${i}`] as Uint8Array)[0] : all[index]) ?? NO_DATA;
    });
  });
  return { ticks: rows.map((row) => row.tick as number), quanta };
}

/** The number goes into SQL text, because a parameter cannot name a column. */
function wholeNumber(index: number): number {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`no series ${index}`);
  return index;
}
