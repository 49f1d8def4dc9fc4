// The log of a block: every entry of its two hours, so that figures, density and stories of cases are computed without reading samples.
//   first line: {"version": version of the entries' format}; then one entry a line, without its run's name as in segments
import type { RunId } from '../ids.ts';
import type { Entry } from '../log/entries.ts';
import { CodecError, FORMAT_VERSION, fromUtf8, requireReadable, upgradeEntries, utf8 } from '../log/index.ts';
import { nameEntry, unnameEntry } from './names.ts';
import { TRACK_COUNT } from './tracks.ts';

/** Place of the log among the parts of a block: behind the tracks. */
export const LOG_PART: number = TRACK_COUNT;
/** Inflated. Two hours of a day with twenty times the cases take about 20 MB. */
export const MAX_LOG_BYTES: number = 64 * 1024 * 1024;

/** Not yet deflated. */
export const encodeBlockLog = (entries: readonly Entry[]): Uint8Array<ArrayBuffer> =>
  utf8([{ version: FORMAT_VERSION }, ...entries.map(unnameEntry)].map((line) => JSON.stringify(line)).join('\n'));

/** The entries of an inflated log, under the name of their run. Throws CodecError for anything that `encodeBlockLog` could not have written. */
export function decodeBlockLog(bytes: Uint8Array, run: RunId): Entry[] {
  const [first, ...lines] = textOf(bytes).split('\n');
  const { version } = objectOf(first ?? '') as { version?: unknown };
  if (typeof version !== 'number') throw new CodecError('a log does not say its version');
  requireReadable(version);
  let tick = 0;
  const entries = lines.map((line) => {
    const entry = objectOf(line) as Partial<Entry>;
    const isEntry =
      Number.isSafeInteger(entry.seq) && Number.isSafeInteger(entry.tick) && typeof entry.kind === 'string';
    if (!isEntry || entry.tick! < tick) throw new CodecError('a line of a log is no entry');
    tick = entry.tick!;
    return entry as Entry;
  });
  return upgradeEntries(version, entries).map((entry) => nameEntry(entry, run));
}

function textOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    throw new CodecError('a log is not valid UTF-8');
  }
}

function objectOf(line: string): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new CodecError('a line of a log is not valid JSON');
  }
  if (typeof value !== 'object' || value === null) throw new CodecError('a line of a log is not an object');
  return value;
}
