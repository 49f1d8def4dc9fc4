// `onescreen export`: a recording's log for other programs.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { decodeSegment } from '@onescreen/shared/log';
import type { Recording } from '@onescreen/shared/recordings';
import { NOTICE, nameEntry } from '@onescreen/shared/recordings';
import { readRecording } from '../../server/src/recordings/file.ts';

/** Lines of JSON: first what the file is and that it is simulated, then each entry in order. */
async function* jsonLines(recording: Recording): AsyncGenerator<string> {
  const { info } = recording.header;
  const { run, scenario, seed, density, policy, epochMs } = info;
  yield JSON.stringify({
    simulated: true,
    notice: NOTICE,
    kind: 'header',
    run,
    scenario,
    seed,
    density,
    policy,
    epochMs,
    digest: recording.index.digest,
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

/** Writes to the file `out`, or to a stream that stays open. Throws RecordingError. */
export async function exportRecording(file: string, out: string | Writable): Promise<void> {
  const recording = await readRecording(file);
  try {
    if (typeof out === 'string') await exportToFile(recording, out);
    else await pour(jsonLines(recording), out);
  } finally {
    await recording.close();
  }
}

/** Nothing is left behind when it fails. */
async function exportToFile(recording: Recording, out: string): Promise<void> {
  const target = createWriteStream(out);
  try {
    await pour(jsonLines(recording), target);
    target.end();
    await finished(target);
  } catch (error) {
    await rm(out, { force: true });
    throw error;
  }
}

/** Waits for a slow reader instead of filling memory. */
async function pour(lines: AsyncIterable<string>, target: Writable): Promise<void> {
  const failed = new Promise<never>((_, reject) => target.once('error', reject));
  // Seen when it is awaited below; until then it must not count as unhandled.
  failed.catch(() => undefined);
  for await (const line of lines) {
    if (!target.write(`${line}\n`)) await Promise.race([once(target, 'drain'), failed]);
  }
}
