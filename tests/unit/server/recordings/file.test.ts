// The `.onescreen` file: what was written comes back, and no changed byte passes.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { indicators } from '@onescreen/shared/catalogue';
import { NO_DATA, SERIES_COUNT, seriesOf } from '@onescreen/shared/city';
import { chainDigest, GENESIS_DIGEST } from '@onescreen/shared/log';
import type { RecordingHeader } from '@onescreen/shared/recordings';
import {
  decodeTrackOf,
  END_MAGIC,
  FILE_VERSION,
  MAGIC,
  MAX_HEADER_BYTES,
  MAX_PAYLOAD_BYTES,
  NOTICE,
  RecordingError,
  readBlockLog,
  segmentPartOf,
  trackIndex,
  unpackSegment,
} from '@onescreen/shared/recordings';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRecording } from '../../../../server/src/recordings/file.ts';
import {
  nodeTools,
  packBlock,
  packHeader,
  packSegmentSync,
  sha256Hex,
} from '../../../../server/src/recordings/pack.ts';
import type { FinishedSegment } from '../../../../server/src/recordings/recorder.ts';
import { writeRecording } from '../../../../server/src/recordings/write.ts';
import { entriesOf, infoOf } from '../../../contract/steps.ts';

const header: RecordingHeader = {
  simulated: true,
  notice: NOTICE,
  program: 'test 1',
  info: infoOf('r'),
  scenarioText: null,
  parent: null,
};
const totals = { ticks: 12, entries: 5, cases: 2, closed: 1 };

const entries = entriesOf('r', 1, 5, 7);
const notes = [{ id: 'n1', tick: 7, author: 'wang', text: '第一处积水' }];
const everywhere = indicators.findIndex(({ levels }) => levels.length === 3);
const points = [0, 1, 2].map((minute) =>
  Int32Array.from({ length: SERIES_COUNT }, (_, series) =>
    series % 7 === 0 && minute === 0 ? NO_DATA : series * 3 - 5000 + minute * (series % 11),
  ),
);

function finishedSegments(): FinishedSegment[] {
  let chain = GENESIS_DIGEST;
  return [0, 1, 2].map((index) => {
    const payload = Uint8Array.from({ length: 300 }, (_, i) => (i * (index + 3)) % 251);
    const digest = sha256Hex(payload);
    chain = chainDigest(chain, digest);
    return { index, fromTick: index * 4, toTick: index * 4 + 3, payload, digest, chain };
  });
}

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-recording-'));
  file = path.join(folder, 'a.onescreen');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeSample(): Promise<Uint8Array> {
  const segments = finishedSegments();
  const writer = await writeRecording(file, header);
  for (const segment of segments) await writer.add(packSegmentSync(segment));
  await writer.addBlock(packBlock({ fromTick: 0, toTick: 11, points, entries }));
  await writer.finish(segments.at(-1)!.chain, totals, notes);
  return new Uint8Array(await readFile(file));
}

/** The error of reading all of a file, or null. */
async function faultOf(bytes: Uint8Array): Promise<RecordingError | null> {
  await writeFile(file, bytes);
  try {
    const recording = await readRecording(file);
    try {
      for (const { index } of recording.index.segments) await recording.payload(index);
      for (const block of recording.index.tracks.keys()) await recording.tracks(block);
    } finally {
      await recording.close();
    }
    return null;
  } catch (error) {
    if (error instanceof RecordingError) return error;
    throw error;
  }
}

const withByte = (bytes: Uint8Array, at: number, flip: number): Uint8Array =>
  bytes.map((byte, i) => (i === at ? byte ^ flip : byte));

describe('a recording', () => {
  test('gives back what was written', async () => {
    const bytes = await writeSample();
    const recording = await readRecording(file);
    expect(recording.header).toEqual(header);
    expect(recording.index).toMatchObject({ totals, digest: finishedSegments()[2]!.chain });
    expect(recording.bytes).toBe(bytes.length);
    for (const segment of finishedSegments())
      expect([...(await recording.payload(segment.index))]).toEqual([...segment.payload]);
    await expect(recording.payload(3)).rejects.toThrow(RangeError);
    expect(recording.index.notes).toEqual(notes);
    for (const area of [0, 5, 100]) {
      const series = seriesOf(everywhere, area);
      const track = trackIndex(everywhere, area);
      const [bytes] = await recording.span(0, track, 1);
      expect([...decodeTrackOf(track, bytes!, series)]).toEqual(points.map((minute) => minute[series]));
    }
    await expect(recording.span(0, 9999, 1)).rejects.toThrow(RangeError);
    expect(await readBlockLog(recording, 0)).toEqual(entries);
    await recording.close();
  });

  test('has its name only when it is whole, and leaves nothing when it is given up', async () => {
    const writer = await writeRecording(file, header);
    expect(await readdir(folder)).toEqual(['a.onescreen.part']);
    await writer.abort();
    expect(await readdir(folder)).toEqual([]);
  });

  test('with any one byte changed is refused', async () => {
    const bytes = await writeSample();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        expect(await faultOf(withByte(bytes, at, flip))).not.toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  test('with a byte changed in a segment names the first bad one', async () => {
    const bytes = await writeSample();
    const segments = finishedSegments().map(packSegmentSync);
    const afterHeader = MAGIC.length + 8 + packHeader(header).length;
    const before = segments.map((segment) => 9 + segmentPartOf(segment).length);
    const inSecond = afterHeader + before[0]! + segments[0]!.storedBytes + before[1]! + 10;
    expect(await faultOf(withByte(bytes, inSecond, 1))).toMatchObject({
      code: 'segment-damaged',
      segment: 1,
      message: expect.stringContaining('segment 1 (ticks 4 to 7)'),
    });
  });

  test('cut off anywhere is refused, after its magic as cut off', async () => {
    const bytes = await writeSample();
    for (const length of [MAGIC.length + 1, 100, bytes.length - 40, bytes.length - 1]) {
      expect(await faultOf(bytes.slice(0, length))).toMatchObject({ code: 'truncated' });
    }
  });

  test('cut off anywhere still gives what is whole before the cut, where that is asked for', async () => {
    const bytes = await writeSample();
    const whole = await readRecording(file);
    const ends = whole.index.segments.map(({ offset, storedBytes }) => offset + storedBytes);
    await whole.close();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: ends[0]!, max: bytes.length - 1 }), async (length) => {
        await writeFile(file, bytes.slice(0, length));
        const part = await readRecording(file, 'any');
        expect(part.trouble).toMatchObject({ code: 'truncated' });
        expect(part.index.segments.length).toBe(ends.filter((end) => end <= length).length);
        for (const { index } of part.index.segments)
          expect([...(await part.payload(index))]).toEqual([...finishedSegments()[index]!.payload]);
        await part.close();
      }),
      { numRuns: 60 },
    );
  });

  test('of a newer version, with a huge header, or another kind of file is refused by name', async () => {
    const bytes = await writeSample();
    expect(await faultOf(withByte(bytes, MAGIC.length, FILE_VERSION ^ (FILE_VERSION + 1)))).toMatchObject({
      code: 'newer-version',
    });
    const huge = bytes.slice();
    new DataView(huge.buffer).setUint32(MAGIC.length + 4, MAX_HEADER_BYTES + 1, true);
    expect(await faultOf(huge)).toMatchObject({ code: 'header-too-large' });
    expect(await faultOf(new TextEncoder().encode('PK zip file'))).toMatchObject({ code: 'not-a-recording' });
    expect(await faultOf(new Uint8Array(0))).toMatchObject({ code: 'not-a-recording' });
  });

  test('that ends in our magic but holds noise never breaks the reader', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        const bytes = Uint8Array.from([...MAGIC, FILE_VERSION, 0, 0, 0, 2, 0, 0, 0, ...noise, ...END_MAGIC]);
        expect(await faultOf(bytes)).not.toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

describe('a stored segment', () => {
  test('inflates no further than it says', async () => {
    const bomb = new Uint8Array(8 * 1024 * 1024);
    const stored = deflateSync(bomb);
    const segment = {
      index: 0,
      fromTick: 0,
      toTick: 1,
      digest: sha256Hex(bomb),
      storedDigest: sha256Hex(stored),
      payloadBytes: 1000,
      storedBytes: stored.length,
      stored,
    };
    await expect(unpackSegment(segment, nodeTools)).rejects.toMatchObject({ code: 'segment-damaged' });
    await expect(unpackSegment({ ...segment, payloadBytes: MAX_PAYLOAD_BYTES + 1 }, nodeTools)).rejects.toMatchObject({
      code: 'segment-too-large',
    });
    expect((await unpackSegment({ ...segment, payloadBytes: bomb.length }, nodeTools)).length).toBe(bomb.length);
  });
});
