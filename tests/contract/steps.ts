// Small runs for tests of the store: real shapes, few bytes.
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { SegmentEnd, StepCommit } from '../../server/src/store/index.ts';

export const STEP_TICKS = 5;

export const infoOf = (run: string): RunInfo => ({
  run,
  scenario: 'normal-day',
  zh: '平日',
  en: 'Normal day',
  seed: 7,
  density: 1,
  policy: 'nearest',
  epochMs: Date.parse('2024-05-14T07:30:00+08:00'),
  durationTicks: 86_400,
  stepTicks: STEP_TICKS,
  units: [],
  cameras: [],
  phases: [],
});

/** `count` entries from `fromSeq` on, all of one tick. */
export const entriesOf = (run: string, fromSeq: number, count: number, tick: number): Entry[] =>
  Array.from({ length: count }, (_, i) => ({
    run,
    seq: fromSeq + i,
    tick,
    kind: 'case.accepted',
    case: `C${fromSeq + i}`,
    by: 'rule:confidence-gate',
    reason: '夜间“占道”',
  }));

/** Step `batchSeq` of a run whose steps carry `perStep` entries each. */
export function stepOf(run: string, batchSeq: number, perStep = 3, segmentEnd: SegmentEnd | null = null): StepCommit {
  const toTick = batchSeq * STEP_TICKS - 1;
  return {
    run,
    batchSeq,
    batch: Uint8Array.of(batchSeq & 255, 1, 2, 3),
    commands: [{ by: 'user:duty', command: { kind: 'acknowledge', alarm: `power-load@31000${batchSeq}` } }],
    ack: { run, seq: batchSeq, orders: [{ kind: 'recall', id: `O${batchSeq}`, unit: 'CG-1' }] },
    toTick,
    entries: entriesOf(run, (batchSeq - 1) * perStep + 1, perStep, toTick),
    segmentEnd,
    state: 'open',
  };
}

/** The end of segment `index` after `batchSeq`; series k holds k + tick. */
export function segmentEndOf(index: number, batchSeq: number, seriesCount = 12): SegmentEnd {
  const toTick = batchSeq * STEP_TICKS - 1;
  const stored = Uint8Array.from({ length: 40 }, (_, i) => (i * 7 + index) & 255);
  return {
    segment: {
      index,
      fromTick: 0,
      toTick,
      digest: `d${index}`,
      storedDigest: `s${index}`,
      payloadBytes: 100,
      storedBytes: stored.length,
      stored,
    },
    quanta: Int32Array.from({ length: seriesCount }, (_, k) => k - 6 + toTick),
    digest: `chain${index}`,
    checkpoint: { batchSeq, tick: toTick, state: Uint8Array.of(index, 9, 9) },
  };
}
