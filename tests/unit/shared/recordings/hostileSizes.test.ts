// Recordings from strangers that say they are larger than any disk, or are made to fill memory: a reader asks for no more bytes, and inflates
// no more, than a part may take.
import { deflateSync } from 'node:zlib';
import { CodecError } from '@onescreen/shared/log';
import {
  decodeBlockLog,
  decodeTrackOf,
  LOG_PART,
  MAGIC,
  MAX_HEADER_BYTES,
  MAX_INDEX_BYTES,
  MAX_LOG_BYTES,
  MAX_PART_BYTES,
  MAX_PAYLOAD_BYTES,
  MAX_TRACK_BYTES,
  openRecording,
  PRELUDE_BYTES,
  RecordingError,
  recordingOfRun,
  seriesOfTrack,
} from '@onescreen/shared/recordings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../../server/src/recordings/pack.ts';
import type { StoredBlock, StoredSegment } from '../../../../server/src/store/index.ts';
import {
  countedSource,
  countedTools,
  errorOf,
  file,
  fileOf,
  header,
  open,
  payloadOf,
  readAll,
  sample,
  segmentOf,
  withByte,
} from './recordingKit.ts';

const TEN_GIGABYTES = 10_000_000_000;
/** Nothing that is refused may ask for more than header, index and one part. */
const MOST_ASKED = MAX_HEADER_BYTES + MAX_INDEX_BYTES + MAX_PART_BYTES;

describe('a recording that says it is huge', () => {
  const u32At = (at: number, value: number): Uint8Array => {
    const changed = file.slice();
    new DataView(changed.buffer).setUint32(at < 0 ? changed.length + at : at, value, true);
    return changed;
  };
  const refusedCheaply = async (bytes: Uint8Array, size = bytes.length): Promise<RecordingError> => {
    const source = countedSource(bytes, size);
    const error = await errorOf(openRecording(source, countedTools(), 'any'));
    expect(source.asked).toBeLessThan(MOST_ASKED);
    return error;
  };

  test('by its header is refused before the header is read', async () => {
    const source = countedSource(u32At(MAGIC.length + 4, 0xffff_ffff), TEN_GIGABYTES);
    const error = await errorOf(openRecording(source, countedTools(), 'any'));
    expect(error.code).toBe('header-too-large');
    expect(source.asked).toBeLessThan(100);
  });

  test('by its index is read without it', async () => {
    const source = countedSource(u32At(-48, 0xffff_ffff));
    const recording = await openRecording(source, countedTools(), 'any');
    expect(recording.trouble).toMatchObject({ code: 'damaged' });
    expect(recording.index.segments.length).toBe(4);
    expect(source.asked).toBeLessThan(MOST_ASKED);
  });

  test('and is ten gigabytes of nothing is refused', async () => {
    expect(await refusedCheaply(file.slice(0, PRELUDE_BYTES), TEN_GIGABYTES)).toMatchObject({ code: 'truncated' });
  });

  test('in one segment is refused there, before its bytes are asked for; the others play', async () => {
    const huge: StoredSegment = { ...segmentOf(1), payloadBytes: TEN_GIGABYTES };
    const { segments, ...rest } = sample;
    const bytes = fileOf({ ...rest, segments: segments.map((one, i) => (i === 1 ? huge : one)) });
    const found = await readAll(await open(bytes));
    expect(found.segments).toEqual([true, expect.objectContaining({ code: 'segment-too-large', part: 1 }), true, true]);
  });

  test('in the stored bytes of a part is refused before they are asked for', async () => {
    const layoutOfHuge = (what: 'segment' | 'block') => {
      const { segments, blocks } = sample;
      const segment: StoredSegment = { ...segments[3]!, storedBytes: TEN_GIGABYTES };
      const block: StoredBlock = {
        ...blocks[1]!,
        lengths: blocks[1]!.lengths.map((one, i) => (i === 0 ? TEN_GIGABYTES : one)),
      };
      return what === 'segment'
        ? { segments: [...segments.slice(0, 3), segment], blocks: blocks.slice(0, 1) }
        : { segments, blocks: [blocks[0]!, block] };
    };
    for (const what of ['segment', 'block'] as const) {
      // Its places cannot be; what its parts say of themselves ends before the huge one.
      const recording = await open(fileOf(layoutOfHuge(what)), 'any');
      expect(recording.trouble).toBeInstanceOf(RecordingError);
      expect((await readAll(recording)).segments.slice(0, 3)).toEqual([true, true, true]);
    }
  });

  test('in the stored bytes of a part that a server names is refused before they are asked for', async () => {
    let asked = 0;
    const pieces = {
      read: async (_digest: string, _offset: number, length: number) => {
        asked += length;
        return null;
      },
      close: async () => undefined,
    };
    const { index } = await open(file);
    const [segment] = index.segments;
    const [block] = index.tracks;
    const served = {
      header,
      index: {
        ...index,
        segments: [{ ...segment!, storedBytes: TEN_GIGABYTES }],
        tracks: [{ ...block!, lengths: block!.lengths.map(() => TEN_GIGABYTES) }],
      },
      open: null,
      state: 'finished' as const,
      parent: null,
    };
    const recording = recordingOfRun(served, pieces, countedTools());
    expect(await errorOf(recording.payload(0))).toMatchObject({ code: 'segment-too-large', part: 0 });
    expect(await errorOf(recording.span(0, 0, 2))).toMatchObject({ code: 'block-too-large', part: 0 });
    expect(asked).toBe(0);
  });

  test('by the number of its parts is read up to what the longest run has', async () => {
    const empty = deflateSync(new Uint8Array());
    const digest = sha256Hex(new Uint8Array());
    const segments = Array.from({ length: 50_010 }, (_, index): StoredSegment => {
      const ticks = { fromTick: index * 60, toTick: index * 60 + 59 };
      return {
        index,
        ...ticks,
        digest,
        storedDigest: sha256Hex(empty),
        payloadBytes: 0,
        storedBytes: empty.length,
        stored: empty,
      };
    });
    const bytes = fileOf({ segments, blocks: [] });
    const recording = await open(withByte(bytes, bytes.length - 100, 1), 'any');
    expect(recording.index.segments.length).toBe(50_000);
  }, 30_000);

  test('by the depth of its header is refused', async () => {
    const depth = 1_000_000;
    const bytes = new Uint8Array(
      Buffer.concat([file.subarray(0, PRELUDE_BYTES), Buffer.alloc(depth, '['), file.subarray(-80)]),
    );
    new DataView(bytes.buffer).setUint32(MAGIC.length + 4, depth, true);
    await refusedCheaply(bytes);
  });
});

describe('a recording that would fill memory when it is inflated', () => {
  const bomb = deflateSync(new Uint8Array(200_000_000));

  test('in a segment gives no more than the segment says', async () => {
    const payload = payloadOf(1);
    const own: StoredSegment = {
      ...segmentOf(1),
      storedDigest: sha256Hex(bomb),
      storedBytes: bomb.length,
      stored: bomb,
    };
    const bytes = fileOf({ ...sample, segments: sample.segments.map((one, i) => (i === 1 ? own : one)) });
    const tools = countedTools();
    const recording = await openRecording(countedSource(bytes), tools);
    Object.assign(tools, { inflated: 0, allowed: 0 });
    expect(await errorOf(recording.payload(1))).toMatchObject({ code: 'segment-damaged', part: 1 });
    expect(tools.allowed).toBe(payload.length);
    expect(tools.inflated).toBe(0);
  });

  test.each([
    ['a track', 0, MAX_TRACK_BYTES],
    ['the log', LOG_PART, MAX_LOG_BYTES],
  ])('in %s gives no more than one can hold', async (_, part, most) => {
    const whole = sample.blocks[1]!;
    const parts = whole.lengths.map((length, i) => {
      const from = whole.lengths.slice(0, i).reduce((sum, one) => sum + one, 0);
      return i === part ? bomb : whole.stored.subarray(from, from + length);
    });
    const stored = Buffer.concat(parts);
    const own: StoredBlock = {
      ...whole,
      stored,
      storedDigest: sha256Hex(stored),
      lengths: parts.map(({ length }) => length),
    };
    const tools = countedTools();
    const recording = await openRecording(
      countedSource(fileOf({ ...sample, blocks: [sample.blocks[0]!, own] })),
      tools,
    );
    Object.assign(tools, { inflated: 0, allowed: 0 });
    expect(await errorOf(recording.span(1, part, 1))).toMatchObject({ code: 'block-damaged', part: 1 });
    expect(tools.allowed).toBe(most);
    expect(tools.inflated).toBe(0);
    await recording.span(1, 7, 3);
    await recording.span(0, part, 1);
  });

  test('in its header is refused', async () => {
    const bytes = new Uint8Array(Buffer.concat([file.subarray(0, PRELUDE_BYTES), bomb, file.subarray(-80)]));
    new DataView(bytes.buffer).setUint32(MAGIC.length + 4, bomb.length, true);
    const tools = countedTools();
    expect(await errorOf(openRecording(countedSource(bytes), tools, 'any'))).toMatchObject({ code: 'damaged' });
    expect(tools.inflated).toBe(0);
  });

  test('has caps that an honest recording never meets', () => {
    expect(MAX_PAYLOAD_BYTES).toBeLessThan(MAX_PART_BYTES);
  });
});

describe('what is inside a block', () => {
  test('is a track, or it is refused by name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(300), (bytes, track) => {
        const [series = 0] = seriesOfTrack(track);
        try {
          expect(decodeTrackOf(track, bytes, series).length).toBeLessThan(1000);
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      }),
    );
  });

  test('is a log, or it is refused by name', () => {
    const line = fc.oneof(
      fc.json(),
      fc.constantFrom(
        '',
        '{}',
        '{"version":1}',
        '{"version":2}',
        '{"seq":1,"tick":0,"kind":"run.started"}',
        '[]',
        '{"seq":2,"tick":-1,"kind":"x"}',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.array(line).map((lines) => new TextEncoder().encode(lines.join('\n'))),
        ),
        (bytes) => {
          try {
            for (const entry of decodeBlockLog(bytes, 'r')) expect(entry.run).toBe('r');
          } catch (error) {
            expect(error).toBeInstanceOf(CodecError);
          }
        },
      ),
    );
    expect(() => decodeBlockLog(new TextEncoder().encode('\n'.repeat(30_000_000)), 'r')).toThrow(CodecError);
  });
});
