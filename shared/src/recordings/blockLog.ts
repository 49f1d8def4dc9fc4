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
  const entries: Entry[] = [];
  let version: number | null = null;
  for (const line of linesOf(textOf(bytes))) {
    if (version === null) version = readVersion(line);
    else entries.push(readEntry(line, entries.at(-1)?.tick ?? 0));
  }
  return upgraded(version ?? 0, entries).map((entry) => nameEntry(entry, run));
}

/** One after the other, so that the first that is wrong ends it: a list of all could be far larger than the text. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length + 1 : end + 1;
  }
}

function readVersion(line: string): number {
  const { version } = objectOf(line) as { version?: unknown };
  if (typeof version !== 'number') throw new CodecError('a log does not say its version');
  requireReadable(version);
  return version;
}

function readEntry(line: string, after: number): Entry {
  const entry = objectOf(line) as Partial<Entry>;
  const { seq, tick, kind } = entry;
  if (!Number.isSafeInteger(seq) || !Number.isSafeInteger(tick) || tick! < after || typeof kind !== 'string')
    throw new CodecError('a line of a log is no entry');
  return entry as Entry;
}

function upgraded(version: number, entries: readonly Entry[]): readonly Entry[] {
  try {
    return upgradeEntries(version, entries);
  } catch (error) {
    throw new CodecError(`a log of format version ${version} cannot be brought forward: ${error}`);
  }
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
