// A run made up for the bench: each step changes every value of the city and its districts, and nothing is decided or stored.
import { createCasesState } from '@onescreen/shared/cases';
import { createCity, upperSeries } from '@onescreen/shared/city';
import type { RunInfo } from '@onescreen/shared/log';
import { createRandom } from '@onescreen/shared/random';
import type { TickOutcome } from '../../server/src/engine/types.ts';
import type { Platform } from '../../server/src/platform.ts';
import type { Stage, StageListener } from '../../server/src/stage.ts';

/** Values are drawn beforehand, for so many steps: drawing them is no part of what is measured. */
const DIFFERENT_STEPS = 8;

export interface Show {
  stage: Stage;
  /** Puts the run on the stage. Call it once the listeners are there. */
  begin(): void;
  /** One tick, committed at once. */
  step(): void;
}

/** Its frames to a screen of the whole city are of about 10 kB, as budgeted. */
export function createShow(info: RunInfo): Show {
  const random = createRandom(1, 'fan-out bench');
  const city = createCity();
  const values = Array.from({ length: DIFFERENT_STEPS }, () =>
    Int32Array.from(upperSeries, () => random.whole(16_000)),
  );
  let tick = -1;
  const listeners: StageListener[] = [];
  const platform: Platform = {
    info,
    city,
    cases: createCasesState(),
    lastBatch: 0,
    get lastTick() {
      return tick;
    },
    lastSeq: 0,
    lastAck: null,
    state: 'open',
    totals: { ticks: 0, entries: 0, cases: 0, closed: 0 },
    forkTick: -1,
    process: () => Promise.reject(new Error('the bench sends no batches')),
    propose: () => null,
    digest: () => '',
    openSegment: () => null,
    openBlock: () => null,
    stop: async () => undefined,
  };
  const stage: Stage = {
    platform,
    source: null,
    state: 'live',
    pace: null,
    stepping: false,
    listen: (listener) => void listeners.push(listener),
    asked: () => undefined,
    platformOf: () => platform,
    restore: async () => undefined,
    announce: () => Promise.reject(new Error('the bench has no source')),
    take: () => Promise.reject(new Error('the bench has no source')),
    queueCommand: () => Promise.reject(new Error('the bench takes no commands')),
    setSource: () => undefined,
    setPace: () => undefined,
    between: async (read) => read(),
  };
  function outcome(): TickOutcome {
    tick++;
    const quanta = values[tick % values.length]!;
    upperSeries.forEach((series, i) => {
      city.quanta[series] = quanta[i]!;
    });
    return {
      tick,
      changes: { series: upperSeries, quanta, stateSeries: new Uint16Array(0), states: new Uint8Array(0) },
      entries: [],
    };
  }
  return {
    stage,
    begin() {
      for (const listener of listeners) listener.onRun(platform);
    },
    step() {
      const ticks = [outcome()];
      for (const listener of listeners) listener.onStep(platform, ticks);
    },
  };
}
