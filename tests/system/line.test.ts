// A line of one indicator does not read the day. Six hours of the normal day are simulated here, since the whole takes longer than a test may;
// what grows with the hours is counted for an hour, what does not (the header) once.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { indicators } from '@onescreen/shared/catalogue';
import { NO_DATA, seriesOf } from '@onescreen/shared/city';
import { FIRST_STREET } from '@onescreen/shared/geography';
import { decodeSegment } from '@onescreen/shared/log';
import type { ByteSource } from '@onescreen/shared/recordings';
import { openRecording, readBlockLog, readHistory } from '@onescreen/shared/recordings';
import { DAY, HOUR } from '@onescreen/shared/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runToFile } from '../../scripts/headless/runCommand.ts';
import { fileSource } from '../../server/src/recordings/file.ts';
import { nodeTools } from '../../server/src/recordings/pack.ts';

const HOURS = 6;
const span = { fromTick: 0, toTick: HOURS * HOUR };

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-line-'));
  file = path.join(folder, 'six.onescreen');
  await runToFile({ scenario: 'normal-day', seed: 7, hours: HOURS, density: 1, policy: 'nearest', out: file });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function countedFile(): Promise<{ source: ByteSource; read: () => number }> {
  const own = await fileSource(file);
  let bytes = 0;
  const source: ByteSource = {
    size: own.size,
    read(offset, length) {
      bytes += length;
      return own.read(offset, length);
    },
    close: own.close,
  };
  return { source, read: () => bytes };
}

test('every line of every indicator reads less than one hundredth of a day’s recording, opening it included', async () => {
  const { source, read } = await countedFile();
  const recording = await openRecording(source, nodeTools);
  const { segments } = recording.index;
  const opening = read();
  // The first part begins behind the header.
  const header = segments[0]!.offset;
  const aDay = (bytes: number): number => (bytes * DAY) / (HOURS * HOUR);
  const dayBytes = header + aDay(source.size - header);
  let most = 0;
  for (const { index } of indicators) {
    for (const area of [0, FIRST_STREET + 100]) {
      if (seriesOf(index, area) < 0) continue;
      const before = read();
      const line = await readHistory(recording, { area, only: index }, span);
      expect(line.ticks.length).toBe(HOURS * 60);
      most = Math.max(most, read() - before);
    }
  }
  expect(header + aDay(most + opening - header)).toBeLessThan(dayBytes / 100);
  await recording.close();
});

test('the past of an area is one read a block, and the log of the day takes less than three hundredths of it', async () => {
  const { source, read } = await countedFile();
  let reads = 0;
  const counting: ByteSource = {
    ...source,
    read(...asked) {
      reads++;
      return source.read(...asked);
    },
  };
  const recording = await openRecording(counting, nodeTools);
  const { tracks, segments } = recording.index;
  reads = 0;
  const history = await readHistory(recording, { area: 5 }, span);
  expect(reads).toBe(tracks.length);
  const { city, header } = decodeSegment(await recording.payload(segments.length - 1));
  for (const { id, index } of indicators) {
    const series = seriesOf(index, 5);
    if (series < 0) continue;
    const quantum = history.series[id]![header.fromTick / 60 - 1];
    expect(quantum ?? NO_DATA).toBe(city.quanta[series]);
  }
  const before = read();
  let entries = 0;
  for (const block of tracks.keys()) entries += (await readBlockLog(recording, block)).length;
  expect(entries).toBe(recording.index.totals.entries);
  expect(read() - before).toBeLessThan(0.03 * source.size);
  await recording.close();
});
