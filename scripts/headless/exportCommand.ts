// `onescreen export`: a recording's log for other programs.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { decodeSegment } from '@onescreen/shared/log';
import { NOTICE } from '../../server/src/recordings/format.ts';
import { readRecording } from '../../server/src/recordings/read.ts';
import type { Recording } from '../../server/src/recordings/read.ts';
import { nameEntry } from '../../server/src/recordings/names.ts';

export const EXPORT_FORMATS = ['jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Lines of JSON: first what the file is and that it is simulated, then each entry in order. */
async function* jsonLines(recording: Recording): AsyncGenerator<string> {
  const { info } = recording.header;
  const { run, scenario, seed, density, policy, epochMs } = info;
  yield JSON.stringify({
    simulated: true, notice: NOTICE, kind: 'header', run, scenario, seed, density, policy, epochMs, digest: recording.index.digest,
    ...recording.index.totals,
  });
  for (const { index } of recording.index.segments) {
    const lines: string[] = [];
    for (const { entries } of decodeSegment(await recording.payload(index)).records) {
      for (const entry of entries) lines.push(JSON.stringify(nameEntry(entry, run)));
    }
    if (lines.length > 0) yield lines.join('\n');
  }
}

/** Writes to `out`, or to stdout when it is null. Throws RecordingError. */
export async function exportRecording(file: string, out: string | null): Promise<void> {
  const recording = await readRecording(file);
  const target: Writable = out === null ? process.stdout : createWriteStream(out);
  try {
    await pour(jsonLines(recording), target);
    if (out === null) return;
    target.end();
    await finished(target);
  } catch (error) {
    if (out !== null) await rm(out, { force: true });
    throw error;
  } finally {
    await recording.close();
  }
}

/** Waits for a slow reader instead of filling memory. */
async function pour(lines: AsyncIterable<string>, target: Writable): Promise<void> {
  const failed = new Promise<never>((_, reject) => target.once('error', reject));
  failed.catch(() => undefined);
  for await (const line of lines) {
    if (!target.write(`${line}\n`)) await Promise.race([once(target, 'drain'), failed]);
  }
}
