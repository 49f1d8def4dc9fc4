// A recorder cuts a run into segments that fold back to exactly what was recorded.
import { createCasesState } from '@onescreen/shared/cases';
import type { CityState } from '@onescreen/shared/city';
import { applyChanges, copyCity, createCity } from '@onescreen/shared/city';
import { decodeSegment, GENESIS_DIGEST } from '@onescreen/shared/log';
import { createRandom } from '@onescreen/shared/random';
import { describe, expect, test } from 'vitest';
import type { TickOutcome } from '../../../../server/src/engine/types.ts';
import type { FinishedSegment, Recorded, Recorder, RecorderState } from '../../../../server/src/recordings/recorder.ts';
import { createRecorder, SEGMENT_TICKS, segmentTicksOf } from '../../../../server/src/recordings/recorder.ts';
import { infoOf } from '../../../contract/steps.ts';

const STEP = 5;

/** A stand-in for the engine: some numbers change every tick, and now and then there is an entry. */
function createSource(run: string, seed = 1) {
  const random = createRandom(seed, 'recorder test');
  const state = { city: createCity(), cases: createCasesState() };
  let seq = 0;
  let next = 0;
  function tick(): TickOutcome {
    const at = next++;
    const series = Uint16Array.from({ length: 20 }, (_, i) => i * 1000 + random.whole(1000));
    const quanta = Int32Array.from(series, () => random.whole(100_000) - 50_000);
    const changes = { series, quanta, stateSeries: series.slice(0, 3), states: Uint8Array.of(1, 2, 3) };
    applyChanges(state.city, at, changes);
    const started = at === 0 ? [{ run, seq: ++seq, tick: at, kind: 'run.started' as const, info: infoOf(run) }] : [];
    const found =
      at % 7 === 0
        ? [{ run, seq: ++seq, tick: at, kind: 'case.accepted' as const, case: `C${at}`, by: 'rule:gate' as const }]
        : [];
    state.cases.seq = seq;
    state.cases.tick = at;
    return { tick: at, changes, entries: [...started, ...found] };
  }
  return { state, step: () => Array.from({ length: STEP }, tick) };
}

type Source = ReturnType<typeof createSource>;

function recordTicks(source: Source, recorder: Recorder, ticks: number): FinishedSegment[] {
  const finished: FinishedSegment[] = [];
  for (let done = 0; done < ticks; done += STEP) {
    const segment = recorder.record(source.step());
    if (segment !== null) finished.push(segment);
  }
  return finished;
}

function recordRun(
  run: string,
  ticks: number,
  seed = 1,
): { segments: FinishedSegment[]; recorder: Recorder; state: Recorded } {
  const source = createSource(run, seed);
  const recorder = createRecorder(source.state);
  const segments = recordTicks(source, recorder, ticks);
  const last = recorder.finish();
  return { segments: last === null ? segments : [...segments, last], recorder, state: source.state };
}

describe('a recorder', () => {
  test('gives a segment every five minutes and a shorter last one', () => {
    const { segments } = recordRun('r', 2 * SEGMENT_TICKS + 40);
    expect(segments.map(({ index, fromTick, toTick }) => [index, fromTick, toTick])).toEqual([
      [0, 0, 299],
      [1, 300, 599],
      [2, 600, 639],
    ]);
  });

  test('writes keyframes that are the fold of all before', () => {
    const { segments, state } = recordRun('r', 2 * SEGMENT_TICKS + 40);
    const city: CityState = createCity();
    for (const { payload } of segments) {
      const segment = decodeSegment(payload);
      expect(segment.city).toEqual(city);
      for (const { tick, changes } of segment.records) applyChanges(city, tick, changes);
    }
    expect(city).toEqual(copyCity(state.city));
  });

  test('gives the same bytes for the same run under another name', () => {
    const digests = (run: string) => recordRun(run, 640).segments.map((segment) => segment.digest);
    expect(digests('first')).toEqual(digests('second'));
    expect(recordRun('r', 640, 2).segments[0]!.digest).not.toBe(digests('r')[0]);
  });

  test('chains the segments: the digest is that of the last one, and there is one at every tick', () => {
    const source = createSource('r');
    const recorder = createRecorder(source.state);
    expect(recorder.digest()).toBe(GENESIS_DIGEST);
    const [first] = recordTicks(source, recorder, SEGMENT_TICKS);
    expect(recorder.digest()).toBe(first!.chain);
    recordTicks(source, recorder, 40);
    const within = recorder.digest();
    expect(within).not.toBe(first!.chain);
    expect(recorder.finish()!.chain).toBe(within);
    expect(recorder.digest()).toBe(within);
    expect(recorder.finish()).toBeNull();
  });

  test('goes on from the end of a segment as if it had not stopped', () => {
    const whole = recordRun('r', 640);
    const source = createSource('r');
    const before = createRecorder(source.state);
    recordTicks(source, before, SEGMENT_TICKS);
    const stored = structuredClone(before.state()) satisfies RecorderState;
    const after = createRecorder(source.state, stored);
    recordTicks(source, after, 340);
    expect(after.finish()!.chain).toBe(whole.recorder.digest());
    expect(after.totals).toEqual(whole.recorder.totals);
  });

  test('has no state inside a segment, and takes ticks in order only', () => {
    const source = createSource('r');
    const recorder = createRecorder(source.state);
    recordTicks(source, recorder, 10);
    expect(() => recorder.state()).toThrow('inside a segment');
    source.step();
    expect(() => recorder.record(source.step())).toThrow('tick 15 does not follow tick 9');
  });
});

test('a run of weeks has longer segments, so that its keyframes do not outweigh what happens', () => {
  expect(segmentTicksOf(24 * 3600)).toBe(SEGMENT_TICKS);
  expect(segmentTicksOf(14 * 24 * 3600)).toBeGreaterThan(SEGMENT_TICKS);
});
