// A recorded hour of a storm in memory, and a screen's stores beside the page's own, for the tests of replay.
import { isDeepStrictEqual } from 'node:util';
import type { CasesState } from '@onescreen/shared/cases';
import { createCasesState } from '@onescreen/shared/cases';
import type { CityState } from '@onescreen/shared/city';
import type { RunInfo } from '@onescreen/shared/log';
import type { ScreenFrame } from '../../../../client/src/feed/types.ts';
import type { ReplaySource, Span } from '../../../../client/src/replay/source.ts';
import { foldEntries, jumpCases } from '../../../../client/src/store/fold.ts';
import { createNumbers } from '../../../../client/src/store/numbers.ts';
import { simulate } from '../../../../scripts/headless/simulate.ts';
import type { PendingCommand } from '../../../../server/src/engine/types.ts';
import type { FinishedSegment } from '../../../../server/src/recordings/recorder.ts';
import { createSimulation } from '../../../../simulator/src/createSimulation.ts';
import { loadScenario } from '../../../../simulator/src/scenarios/files.ts';

export interface RecordedRun {
  info: RunInfo;
  segments: readonly FinishedSegment[];
}

/** `ticks` of a cloudburst, as the platform records it. */
export async function recordStorm(
  ticks: number,
  commandsAt: (fromTick: number) => readonly PendingCommand[] = () => [],
): Promise<RecordedRun> {
  const simulation = createSimulation({
    scenario: loadScenario('cloudburst'),
    seed: 7,
    density: 1,
    policy: 'nearest',
    run: 'storm',
    durationTicks: ticks,
  });
  const segments: FinishedSegment[] = [];
  await simulate({ simulation, commandsAt, onSegment: (segment) => void segments.push(segment) });
  return { info: simulation.info, segments };
}

/** What can be read of a run; a test damages it or counts what is read. */
export interface HeldSource extends ReplaySource {
  /** Indices of the segments read, in order. */
  read: number[];
  /** Rejects the reading of a segment, with what it gives; null reads it. */
  refuse: (index: number) => Error | null;
}

export function sourceOf({ info, segments }: RecordedRun): HeldSource {
  const spans: Span[] = segments.map(({ index, fromTick, toTick, payload }) => ({
    index,
    fromTick,
    toTick,
    payloadBytes: payload.length,
  }));
  const source: HeldSource = {
    info,
    read: [],
    refuse: () => null,
    spans: () => spans,
    isOpen: () => false,
    notes: () => [],
    async payload({ index }) {
      source.read.push(index);
      const refusal = source.refuse(index);
      if (refusal !== null) throw refusal;
      return segments[index]!.payload;
    },
    refresh: async () => undefined,
    close: async () => undefined,
  };
  return source;
}

/** All that a screen shows of a run, as plain data to compare. */
export interface ScreenState {
  tick: number;
  city: CityState;
  cases: CasesState;
}

/** Where two states are not deeply equal, by name; nothing when they are. */
export function differencesOf(a: ScreenState, b: ScreenState): string[] {
  const parts = (state: ScreenState) => ({ ...state.city, ...state.cases, shownTick: state.tick });
  const [left, right] = [parts(a), parts(b)] as const;
  return (Object.keys({ ...left, ...right }) as (keyof typeof left)[]).filter(
    (part) => !isDeepStrictEqual(left[part], right[part]),
  );
}

export interface TestScreen {
  apply(frames: readonly ScreenFrame[]): void;
  /** An independent copy of what it shows now. */
  state(): ScreenState;
  readonly tick: number;
}

/** A screen's numbers and cases, folded by the screen's own code. */
export function createTestScreen(): TestScreen {
  const numbers = createNumbers();
  let cases = createCasesState();
  let tick = -1;
  function take(frame: ScreenFrame): void {
    if (frame.kind === 'status') return;
    if (frame.kind === 'jump') {
      numbers.jump(frame.tick, frame.numbers);
      cases = jumpCases(cases, frame.cases);
    } else if (frame.kind === 'reset') {
      numbers.reset(frame.tick, frame.changes);
      cases = structuredClone(frame.cases);
    } else {
      if (frame.fromTick !== tick) throw new Error(`a frame from ${frame.fromTick} came at ${tick}`);
      numbers.advance(frame.tick, frame.changes);
      cases = foldEntries(cases, frame.entries);
    }
    tick = frame.tick;
  }
  return {
    get tick() {
      return tick;
    },
    // Frames come over a line: nothing of the worker's is shared with the page.
    apply: (frames) => structuredClone(frames).forEach(take),
    state: () => structuredClone({ tick, city: numbers.city, cases }),
  };
}
