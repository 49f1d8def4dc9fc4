// Small runs for tests of the store: real shapes, few bytes.
import type { Entry, EntryBody, RunInfo } from '@onescreen/shared/log';
import type { ResidentRecord } from '@onescreen/shared/protocol';
import type { SegmentEnd, StepCommit, StoredBlock } from '../../server/src/store/index.ts';

export const STEP_TICKS = 5;
/** What the clock of the stores under test always says. */
export const CREATED_MS = 1_700_000_000_000;

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
    commands: [
      {
        person: { name: 'wang', role: 'dispatcher', area: '310107' },
        command: { kind: 'acknowledge', alarm: `power-load@31000${batchSeq}` },
      },
    ],
    residents: [],
    ack: { run, seq: batchSeq, orders: [{ kind: 'recall', id: `O${batchSeq}`, unit: 'CG-1' }] },
    toTick,
    entries: entriesOf(run, (batchSeq - 1) * perStep + 1, perStep, toTick),
    segmentEnd,
    state: 'open',
  };
}

const bytesOf = (seed: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 7 + seed) & 255);

/** A block of one made-up track and log. */
export const blockOf = (fromTick: number, toTick: number): StoredBlock => ({
  fromTick,
  toTick,
  storedDigest: `b${toTick}`,
  lengths: [6, 4],
  stored: bytesOf(toTick, 10),
});

/** The end of segment `index` after `batchSeq`; `block`: one ends with it. */
export function segmentEndOf(index: number, batchSeq: number, block: StoredBlock | null = null): SegmentEnd {
  const toTick = batchSeq * STEP_TICKS - 1;
  const stored = bytesOf(index, 40);
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
    block,
    digest: `chain${index}`,
    checkpoint: { batchSeq, tick: toTick, state: Uint8Array.of(index, 9, 9) },
  };
}

/** A resident who does not exist. */
export const MRS_CHEN: ResidentRecord = {
  name: '陈秀英',
  age: 84,
  phone: '000-0000-0184',
  address: { zh: '模拟路 1 弄 2 号 301 室', en: 'Room 301, No. 2, Lane 1, Moni Road' },
};

/** The entries of a step in which people act: a case that is taken, a look, and a look that is refused. */
export function storyOf(run: string, batchSeq: number, fromSeq = (batchSeq - 1) * 4 + 1): Entry[] {
  const asked = { command: 'look', role: 'village', scope: '310107022', body: { kind: 'look', case: 'C7' } } as const;
  const bodies: EntryBody[] = [
    { kind: 'case.taken', case: 'C7', by: 'user:wang' },
    { kind: 'command.received', by: 'user:wang', ...asked },
    { kind: 'record.looked', case: 'C7', by: 'user:wang', role: 'village' },
    { kind: 'command.refused', by: 'user:li', ...asked, reason: 'outside-your-area' },
  ];
  const tick = batchSeq * STEP_TICKS - 1;
  return bodies.map((body, i) => ({ run, seq: fromSeq + i, tick, ...body }));
}
