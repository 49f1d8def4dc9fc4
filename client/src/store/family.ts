// How the run that is shown came about: the run that it branched from, and the runs that branched from it.
import type { RunId } from '@onescreen/shared/ids';
import { useRun } from './run.ts';
import { createSeen } from './sight.ts';

export interface Branch {
  run: RunId;
  /** A person's name for it; null without one. */
  name: string | null;
  policy: string;
  forkTick: number;
}
export interface Family {
  run: RunId | null;
  parent: { run: RunId; forkTick: number } | null;
  branches: readonly Branch[];
}

export const useFamily = createSeen<Family>(() => ({ run: null, parent: null, branches: [] }));

/** New branches are looked for no more often, wall milliseconds. */
const NEWS_MS = 15_000;

interface Summary {
  run: string;
  name: string | null;
  policy: string;
  parent: { run: string; forkTick: number; policy?: string } | null;
}

const isSummary = (value: unknown): value is Summary =>
  typeof value === 'object' &&
  value !== null &&
  'run' in value &&
  typeof value.run === 'string' &&
  'parent' in value &&
  typeof value.parent === 'object';

function familyOf(run: RunId, body: unknown): Family | null {
  if (typeof body !== 'object' || body === null || !('runs' in body) || !Array.isArray(body.runs)) return null;
  const runs = body.runs.filter(isSummary);
  return {
    run,
    parent: runs.find((one) => one.run === run)?.parent ?? null,
    branches: runs.flatMap(({ run: branch, name, policy, parent }) =>
      parent?.run === run ? [{ run: branch, name, policy: parent.policy ?? policy, forkTick: parent.forkTick }] : [],
    ),
  };
}

let ask: (() => void) | null = null;

/** Asks for the branches at once: one has just begun, or is gone. */
export const renewFamily = (): void => ask?.();

/** Keeps the family that of the run shown. `fetchJson` rejects where there is no answer. Runs as long as the page. */
export function followFamily(fetchJson: (path: string) => Promise<unknown>): void {
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let asked: RunId | null = null;
  const load = (run: RunId): Promise<void> =>
    fetchJson('api/runs').then(
      (body) => {
        const family = familyOf(run, body);
        const isNews = JSON.stringify(family) !== JSON.stringify(useFamily.getState());
        if (asked === run && family !== null && isNews) useFamily.setState(family);
      },
      () => undefined,
    );
  ask = () => asked !== null && void load(asked);
  useRun.subscribe(({ info, frameAtMs }) => {
    const nowMs = frameAtMs ?? 0;
    if (info === null || (info.run === asked && nowMs - askedAtMs < NEWS_MS)) return;
    const { run } = info;
    if (run !== asked) useFamily.setState({ run, parent: null, branches: [] });
    asked = run;
    askedAtMs = nowMs;
    void load(run);
  });
}
