// What happened when in the run that is shown, all of it: for the density on the time bar, and to step from one thing to the next.
import type { RunId } from '@onescreen/shared/ids';
import type { Entry, MomentColumns, Moments } from '@onescreen/shared/log';
import { addMoment, createMoments, MOMENT_KINDS } from '@onescreen/shared/log';
import { useRun } from './run.ts';
import { createSeen } from './sight.ts';

export interface MomentsState {
  run: RunId | null;
  /** Grows in place; `version` says that it did. */
  columns: MomentColumns;
  version: number;
}

export const useMoments = createSeen<MomentsState>(() => ({ run: null, columns: createMoments().columns, version: 0 }));

/** A run that goes on elsewhere is asked about again when so much time has passed in it, and so much on the wall. */
const NEWS_TICKS = 60;
const NEWS_MS = 5000;

let known = createMoments();
/** Entries of the live line that came before the past was there. */
let waiting: Entry[] | null = [];

const isColumns = (value: unknown): value is MomentColumns =>
  typeof value === 'object' &&
  value !== null &&
  (['ticks', 'kinds', 'severities', 'subjects'] as const).every(
    (name) => name in value && Array.isArray((value as Record<string, unknown>)[name]),
  );

function parseAnswer(body: unknown): Moments | null {
  if (typeof body !== 'object' || body === null || !('moments' in body) || !isColumns(body.moments)) return null;
  const { tick, seq } = body as { tick?: unknown; seq?: unknown };
  if (typeof tick !== 'number' || typeof seq !== 'number') return null;
  const columns = body.moments;
  const priorities: Record<string, number> = {};
  columns.kinds.forEach((kind, at) => {
    if (MOMENT_KINDS[kind] === 'case') priorities[columns.subjects[at]!] = columns.severities[at]!;
  });
  return { tick, seq, columns, priorities };
}

const publish = (run: RunId): void =>
  useMoments.setState(({ version }) => ({ run, columns: known.columns, version: version + 1 }));

/** Takes in what the live line brings, shown or not. An entry that is known already does not count again. */
export function addMoments(run: RunId, entries: readonly Entry[]): void {
  if (run !== useRun.getState().info?.run) return;
  if (waiting !== null) {
    waiting.push(...entries);
    return;
  }
  const before = known.columns.ticks.length;
  for (const entry of entries) if (entry.seq > known.seq) addMoment(known, entry);
  if (known.columns.ticks.length !== before) publish(run);
}

/** Keeps the moments those of the run that is shown. `fetchJson` rejects where there are none. Runs as long as the page. */
export function followMoments(fetchJson: (path: string) => Promise<unknown>): void {
  let shown: RunId | null = null;
  let isAsking = false;
  let askedAtMs = 0;
  let askedTick = 0;

  async function load(run: RunId): Promise<void> {
    isAsking = true;
    const answer = await fetchJson(`api/runs/${encodeURIComponent(run)}/moments`).then(parseAnswer, () => null);
    isAsking = false;
    if (run !== shown) return follow();
    if (answer !== null && answer.seq >= known.seq) known = answer;
    const later = waiting ?? [];
    waiting = null;
    for (const entry of later) if (entry.seq > known.seq) addMoment(known, entry);
    publish(run);
  }

  function follow(): void {
    const { info, newestTick, frameAtMs } = useRun.getState();
    if (info === null || isAsking) return;
    const nowMs = frameAtMs ?? 0;
    if (info.run !== shown) {
      shown = info.run;
      known = createMoments();
      waiting = [];
      publish(shown);
    } else {
      const isBehind = newestTick > Math.max(known.tick, askedTick) + NEWS_TICKS;
      if (!isBehind || nowMs - askedAtMs < NEWS_MS) return;
    }
    askedAtMs = nowMs;
    askedTick = newestTick;
    void load(shown);
  }
  useRun.subscribe(follow);
}
