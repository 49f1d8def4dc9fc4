// Replay at any tick is one state, however the playhead came there; what cannot be read is a gap, and memory stays bounded.
import { upperSeries } from '@onescreen/shared/city';
import { decodeSegment } from '@onescreen/shared/log';
import { RecordingError } from '@onescreen/shared/recordings';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Desk, Shown } from '../../../../client/src/replay/desk.ts';
import { createDesk } from '../../../../client/src/replay/desk.ts';
import { createSegments } from '../../../../client/src/replay/segments.ts';
import {
  createTestScreen,
  differencesOf,
  type HeldSource,
  type RecordedRun,
  recordStorm,
  sourceOf,
  type TestScreen,
} from './replayKit.ts';

const TICKS = 1500;
let run: RecordedRun;
beforeAll(async () => {
  run = await recordStorm(TICKS);
}, 120_000);

let source: HeldSource;
let desk: Desk<null>;
let screen: TestScreen;
beforeEach(() => {
  source = sourceOf(run);
  desk = createDesk(async () => source);
  screen = createTestScreen();
});

const show = (shown: Shown): Shown => {
  screen.apply(shown.frames);
  return shown;
};
const open = (area = '310118106') => desk.open({ where: null, area });
const seek = async (tick: number) => show(await desk.seek({ tick, ahead: 0 }));
const advance = async (tick: number) => show(await desk.advance({ tick, ahead: 0 }));

describe('the state at a tick', () => {
  test('is the same by a jump, by playing there, and by playing back and forth, whatever the way', async () => {
    await open();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(TICKS - 1),
        fc.nat(TICKS - 1),
        fc.array(fc.record({ way: fc.constantFrom('seek', 'advance'), tick: fc.nat(TICKS - 1) }), { maxLength: 4 }),
        async (tick, other, moves) => {
          const jumped = createTestScreen();
          const first = createDesk<null>(async () => sourceOf(run));
          await first.open({ where: null, area: '310118106' });
          jumped.apply((await first.seek({ tick, ahead: 0 })).frames);
          for (const move of moves) await (move.way === 'seek' ? seek(move.tick) : advance(move.tick));
          await seek(Math.min(tick, other));
          await advance(tick);
          expect(differencesOf(screen.state(), jumped.state())).toEqual([]);
          await seek(Math.max(tick, other));
          await seek(tick);
          expect(differencesOf(screen.state(), jumped.state())).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is what the platform had when it began the next segment', async () => {
    await open('310000');
    await seek(0);
    for (const { payload, fromTick } of run.segments.slice(1)) {
      await advance(fromTick - 1);
      const { city, cases } = decodeSegment(payload);
      const shown = screen.state();
      expect(shown.cases).toEqual(cases);
      for (const column of ['quanta', 'states', 'changedTick'] as const) {
        const difference = upperSeries.filter((series) => shown.city[column][series] !== city[column][series]);
        expect([...difference], column).toEqual([]);
      }
    }
  });

  test('takes in the streets of the district that is looked at', async () => {
    await open('310000');
    await seek(900);
    const before = screen.state();
    show(await desk.look('310118106'));
    expect(screen.state().city.quanta).not.toEqual(before.city.quanta);
    expect(screen.state().cases).toEqual(before.cases);
  });
});

describe('a jump', () => {
  test('inside a segment that is there carries little more than what changed', async () => {
    await open('310000');
    await seek(1000);
    const [frame] = (await desk.seek({ tick: 1030, ahead: 0 })).frames;
    if (frame?.kind !== 'jump') throw new Error('it is no jump');
    expect(Object.keys(frame.cases.cases.put).length).toBeLessThan(Object.keys(screen.state().cases.cases).length / 2);
  });

  test('reads one segment at most, and none that is there', async () => {
    await open();
    await seek(1000);
    expect(source.read).toEqual([3]);
    await seek(1100);
    await seek(950);
    expect(source.read).toEqual([3]);
  });

  test('beyond the end shows the end', async () => {
    await open();
    expect(await seek(99_999)).toMatchObject({ tick: TICKS - 1, newestTick: TICKS - 1 });
  });
});

describe('a segment that cannot be read', () => {
  beforeEach(() => {
    source.refuse = (index) => (index === 2 ? new RecordingError('segment-damaged', 'segment 2 is damaged', 2) : null);
  });

  test('is a gap by name: a jump into it shows the last whole moment before it', async () => {
    await open();
    expect(await seek(700)).toMatchObject({ tick: 599, gap: { fromTick: 600, toTick: 899, why: 'damaged' } });
    expect(screen.tick).toBe(599);
  });

  test('is stepped over by playing, and what comes after it is whole', async () => {
    await open();
    await seek(500);
    expect(await advance(620)).toMatchObject({ tick: 900, gap: { fromTick: 600, toTick: 899 } });
    await advance(1000);
    const jumped = createTestScreen();
    const whole = createDesk<null>(async () => sourceOf(run));
    await whole.open({ where: null, area: '310118106' });
    jumped.apply((await whole.seek({ tick: 1000, ahead: 0 })).frames);
    expect(differencesOf(screen.state(), jumped.state())).toEqual([]);
  });

  test('at the very beginning gives way to the first moment after it', async () => {
    source.refuse = (index) => (index === 0 ? new RecordingError('segment-damaged', 'segment 0 is damaged', 0) : null);
    await open();
    expect(await seek(10)).toMatchObject({ tick: 300, gap: { fromTick: 0, toTick: 299 } });
  });

  test('because nobody answers is asked for again', async () => {
    source.refuse = () => new TypeError('failed to fetch');
    await open();
    await expect(seek(700)).rejects.toThrow('failed to fetch');
    source.refuse = () => null;
    expect(await seek(700)).toMatchObject({ tick: 700, gap: null, gaps: [] });
  });
});

test('memory is bounded in number and in bytes, and what is used stays', async () => {
  const bytes = run.segments[0]!.payload.length;
  const segments = createSegments(source, { count: 3, payloadBytes: bytes * 30 });
  for (const span of source.spans()) {
    await segments.load(source.spans()[0]!);
    await segments.load(span);
    expect(segments.held().count).toBeLessThanOrEqual(3);
  }
  expect(source.read.filter((index) => index === 0)).toHaveLength(1);
  const small = createSegments(source, { count: 30, payloadBytes: 1 });
  for (const span of source.spans()) await small.load(span);
  expect(small.held().count).toBe(1);
});
