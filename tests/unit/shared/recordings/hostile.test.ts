// Recordings from strangers that were changed or cut: always one clear sentence, and what is whole stays readable.
import { FILE_VERSION, LOG_PART, MAGIC, PRELUDE_BYTES, readBlockLog } from '@onescreen/shared/recordings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packHeader } from '../../../../server/src/recordings/pack.ts';
import { infoOf } from '../../../contract/steps.ts';
import {
  blockEntries,
  errorOf,
  expectClear,
  file,
  fileOf,
  firstSegment,
  header,
  open,
  readAll,
  sample,
  withByte,
} from './recordingKit.ts';

/** A part of the file is as likely to be hit as any other, however small. */
const anyPlace = (): fc.Arbitrary<number> => {
  const parts = [0, PRELUDE_BYTES, PRELUDE_BYTES + 900, file.length - 60, file.length - 3000];
  const near = parts.map((at) => fc.integer({ min: Math.max(0, at - 60), max: Math.min(file.length - 1, at + 400) }));
  return fc.oneof(fc.nat(file.length - 1), ...near);
};
const anyFlip = fc.integer({ min: 1, max: 255 });

describe('a recording with a byte changed', () => {
  test('is refused whole, or says which part is not as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace(), anyFlip, async (at, flip) => {
        const found = await open(withByte(file, at, flip)).then(readAll, (error: unknown) => ({
          segments: [error],
          blocks: [],
        }));
        const troubles = [...found.segments, ...found.blocks].filter((one) => one !== true);
        expect(troubles.length).toBe(1);
        for (const trouble of troubles) expectClear(trouble);
      }),
      { numRuns: 300 },
    );
  });

  test('still plays, but for at most one part, unless its first page is gone', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace(), anyFlip, async (at, flip) => {
        const recording = await open(withByte(file, at, flip), 'any').catch((error: unknown) => error);
        if (recording instanceof Error) {
          expectClear(recording);
          expect(at).toBeLessThan(PRELUDE_BYTES + packHeader(header).length);
          return;
        }
        const opened = recording as Awaited<ReturnType<typeof open>>;
        expect(opened.index.segments.length).toBe(sample.segments.length);
        expect(opened.index.tracks.length).toBe(sample.blocks.length);
        const { segments, blocks } = await readAll(opened);
        const troubles = [...segments, ...blocks].filter((one) => one !== true);
        expect(troubles.length + (opened.trouble === null ? 0 : 1)).toBe(1);
        for (const trouble of troubles) expectClear(trouble);
      }),
      { numRuns: 300 },
    );
  });

  test('in a segment is a gap: the others play, before and after it', async () => {
    const { offset } = (await open(file)).index.segments[1]!;
    const recording = await open(withByte(file, offset + 20, 1));
    const { segments, blocks } = await readAll(recording);
    expect(segments.map((one) => one === true)).toEqual([true, false, true, true]);
    expect(segments[1]).toMatchObject({
      code: 'segment-damaged',
      part: 1,
      message: expect.stringContaining('ticks 60 to 119'),
    });
    expect(blocks).toEqual([true, true]);
  });

  test('before a part, in a block or in a log names that part alone', async () => {
    const { segments, tracks } = (await open(file)).index;
    const before = await open(withByte(file, segments[2]!.offset - 30, 1));
    expect((await readAll(before)).segments[2]).toMatchObject({ code: 'segment-damaged', part: 2 });
    const lengths = tracks[1]!.lengths;
    const logAt = tracks[1]!.offset + lengths.slice(0, LOG_PART).reduce((sum, one) => sum + one, 0);
    const inLog = await open(withByte(file, logAt + lengths[LOG_PART]! - 2, 1));
    expect(await errorOf(readBlockLog(inLog, 1))).toMatchObject({ code: 'block-damaged', part: 1 });
    expect(await readBlockLog(inLog, 0)).toEqual(blockEntries(0));
    await inLog.span(1, 0, LOG_PART);
  });

  test('in its index or in its header is read part by part, and says that it is damaged', async () => {
    const inIndex = await open(withByte(file, file.length - 100, 1), 'any');
    expect(inIndex.trouble).toMatchObject({ code: 'damaged' });
    expect((await readAll(inIndex)).segments).toEqual([true, true, true, true]);
  });

  test('in its header gets what matters of it back from its first entry', async () => {
    const own = fileOf({ ...sample, segments: sample.segments.map((one, i) => (i === 0 ? firstSegment() : one)) });
    const damaged = withByte(own, PRELUDE_BYTES + 30, 1);
    expect(await errorOf(open(damaged))).toMatchObject({ code: 'damaged' });
    const recording = await open(damaged, 'any');
    const { run, ...info } = recording.header.info;
    expect(infoOf('r')).toMatchObject(info);
    expect(run).toMatch(/^run-[0-9a-f]{8}$/);
    expect(recording.trouble).toMatchObject({ code: 'damaged' });
    expect(recording.index.notes.length).toBe(1);
    expect((await readAll(recording)).segments).toEqual([true, true, true, true]);
  });
});

describe('a recording that is cut off', () => {
  test('anywhere is refused whole, and plays up to the cut', async () => {
    const ends = (await open(file)).index.segments.map(({ offset, storedBytes }) => offset + storedBytes);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.nat(file.length - 1), fc.nat(2000)), async (length) => {
        const cut = file.slice(0, length);
        expect((await errorOf(open(cut))).code).toBe(length < MAGIC.length ? 'not-a-recording' : 'truncated');
        const part = await open(cut, 'any').catch((error: unknown) => error);
        const whole = ends.filter((end) => end <= length).length;
        if (whole === 0) return expectClear(part);
        const { segments, blocks } = await readAll(part as Awaited<ReturnType<typeof open>>);
        expect(segments).toEqual(Array.from({ length: whole }, () => true));
        expect(blocks.every((one) => one === true)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a recording from the future', () => {
  test('says so, however it is opened', async () => {
    const newer = withByte(file, MAGIC.length, FILE_VERSION ^ (FILE_VERSION + 1));
    for (const wanted of ['whole', 'any'] as const)
      expect(await errorOf(open(newer, wanted))).toMatchObject({ code: 'newer-version' });
  });
});
