// Keeps the data folder from filling up: runs that nobody wants kept go, the oldest first, by age and by size.
import type { Cancel, Clock } from './clock.ts';
import type { Stage } from './stage.ts';
import type { RunRecord, Store } from './store/index.ts';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** Between two short transactions in which room is freed, so that steps of a live run come between. */
const BREATH_MS = 5;

export interface KeeperOptions {
  store: Store;
  stage: Stage;
  clock: Clock;
  /** Runs older than this go. */
  keepDays: number;
  /** Above this the oldest go until it is met or none is left that may. */
  keepBytes: number;
  /** Told each run that goes, and why, in a sentence. */
  said(sentence: string): void;
  failed(error: unknown): void;
}

export interface Keeper {
  /** Resolves when all that may go is gone and its room is free. One round at a time; asked again meanwhile, another follows. */
  round(): Promise<void>;
  /** Frees no more after this; resolves when the round under way has stopped. */
  close(): Promise<void>;
}

/** Looks at once, after each run that ends, and every hour. */
export function createKeeper(options: KeeperOptions): Keeper {
  const { stage, clock, failed } = options;
  let line: Promise<void> = Promise.resolve();
  let waiting = false;
  let closed = false;

  function round(): Promise<void> {
    if (waiting || closed) return line;
    waiting = true;
    line = line
      .then(() => {
        waiting = false;
        return closed ? undefined : keepWithin(options, () => closed);
      })
      .catch(failed);
    return line;
  }

  const stopAsking: Cancel = clock.every(HOUR_MS, () => void round());
  let open: string | null = null;
  stage.listen({
    onRun: () => undefined,
    onStep: () => undefined,
    onStatus() {
      const now = stage.platform?.state === 'open' ? stage.platform.info.run : null;
      if (open !== null && now !== open) void round();
      open = now;
    },
  });
  void round();
  return {
    round,
    close() {
      closed = true;
      stopAsking();
      return line;
    },
  };
}

async function keepWithin({ store, stage, clock, keepDays, keepBytes, said }: KeeperOptions, isClosed: () => boolean) {
  const breathe = () => new Promise<void>((resolve) => void clock.after(BREATH_MS, resolve));
  async function free(): Promise<void> {
    while (!isClosed() && (await store.tidy())) await breathe();
  }
  async function drop(record: RunRecord, why: string): Promise<void> {
    await store.deleteRun(record.run);
    said(`run ${record.run} was deleted: ${why}`);
    await free();
  }

  await free();
  const oldestFirst = (await mayGo(store, stage)).sort((a, b) => a.createdMs - b.createdMs);
  for (const record of oldestFirst) {
    if (isClosed()) return;
    const ageDays = (clock.now() - record.createdMs) / DAY_MS;
    if (ageDays > keepDays)
      await drop(record, `it is ${Math.floor(ageDays)} days old, and runs are kept for ${keepDays}`);
    else if ((await store.usedBytes()) > keepBytes)
      await drop(record, `it is the oldest, and all runs together may take ${keepBytes / 1e9} GB`);
  }
}

/** Ended, not on stage, and nobody said that it is to be kept. */
const mayGo = async (store: Store, stage: Stage): Promise<RunRecord[]> =>
  (await store.runs()).filter(({ run, state, kept }) => state !== 'open' && !kept && stage.platform?.info.run !== run);
