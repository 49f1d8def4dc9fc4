// The ground truth of the ten cameras, of the run that is shown: asked for once, then kept up by the live line. The playhead only looks into it, so
// live, replayed and without a server it is the same. Nothing else of the screen reads it.
import type { CameraTruth } from '@onescreen/shared/cameras';
import { addCameraTruth, createCameraTruth } from '@onescreen/shared/cameras';
import type { RunId } from '@onescreen/shared/ids';
import type { Entry } from '@onescreen/shared/log';
import { askForJson } from '../backend/askApi.ts';
import { hearEntries } from '../store/entries.ts';
import { useRun } from '../store/index.ts';
import { createSeen } from '../store/sight.ts';

export interface TruthState {
  run: RunId | null;
  state: 'loading' | 'ready' | 'unavailable';
  /** Grows in place; `version` says that it did. */
  truth: CameraTruth;
  version: number;
}

export const useTruth = createSeen<TruthState>(() => ({
  run: null,
  state: 'loading',
  truth: createCameraTruth(),
  version: 0,
}));

/** A run that goes on elsewhere is asked about again when it is so far ahead, wall milliseconds apart; so is what could not be had. */
const NEWS_TICKS = 30;
const NEWS_MS = 4000;

function parseAnswer(body: unknown): CameraTruth | null {
  if (typeof body !== 'object' || body === null || !('truth' in body)) return null;
  const truth = body.truth as Partial<CameraTruth> | null;
  const isTruth = typeof truth?.tick === 'number' && typeof truth.seq === 'number' && Array.isArray(truth.hazards);
  return isTruth && typeof truth.behind === 'object' ? (truth as CameraTruth) : null;
}

async function ask(run: RunId): Promise<CameraTruth | null> {
  const answer = await askForJson(`api/runs/${encodeURIComponent(run)}/cameras`).catch(() => null);
  return answer?.ok ? parseAnswer(await answer.json().catch(() => null)) : null;
}

/** Folds entries in that come next; false when some are missing between. */
export function takeIn(truth: CameraTruth, entries: readonly Entry[]): boolean {
  for (const entry of entries) {
    if (entry.seq <= truth.seq) continue;
    if (entry.seq !== truth.seq + 1) return false;
    addCameraTruth(truth, entry);
  }
  return true;
}

let isFollowing = false;
/** Entries of the live line that came while the answer was under way. */
let waiting: Entry[] | null = null;
let askedAtMs = Number.NEGATIVE_INFINITY;

async function load(run: RunId): Promise<void> {
  waiting = [];
  const truth = await ask(run);
  const later: Entry[] = waiting ?? [];
  waiting = null;
  if (useTruth.getState().run !== run) return follow();
  const { version } = useTruth.getState();
  if (truth === null) return useTruth.setState(({ state }) => ({ state: state === 'ready' ? 'ready' : 'unavailable' }));
  takeIn(truth, later);
  useTruth.setState({ state: 'ready', truth, version: version + 1 });
}

function follow(): void {
  const { info, tick, frameAtMs } = useRun.getState();
  if (info === null || waiting !== null) return;
  const { run, state, truth } = useTruth.getState();
  const nowMs = frameAtMs ?? 0;
  const isOther = info.run !== run;
  if (isOther) useTruth.setState({ run: info.run, state: 'loading', truth: createCameraTruth(), version: 0 });
  else if ((state === 'ready' && tick <= truth.tick + NEWS_TICKS) || nowMs - askedAtMs < NEWS_MS) return;
  askedAtMs = nowMs;
  void load(info.run);
}

function hear(run: RunId, entries: readonly Entry[]): void {
  const known = useTruth.getState();
  if (run !== known.run) return;
  if (waiting !== null) waiting.push(...entries);
  else if (
    known.state === 'ready' &&
    takeIn(known.truth, entries) &&
    entries.some(({ kind }) => kind.startsWith('truth.'))
  )
    useTruth.setState({ version: known.version + 1 });
}

/** From now on the truth of the run that is shown is kept at hand; does nothing the second time. */
export function followTruth(): void {
  if (isFollowing) return;
  isFollowing = true;
  hearEntries(hear);
  useRun.subscribe(follow);
  follow();
}
