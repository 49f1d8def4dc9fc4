// What a list of runs says of a recording that is open in this page.
import type { LocalRun } from './localRun.ts';

/** The fields of a server's summary. Nobody named, kept or started it here. */
export function summaryOf({ recording, notes }: LocalRun) {
  const { header, index, bytes } = recording;
  const { run, scenario, zh, en, seed, density, policy, epochMs, durationTicks } = header.info;
  return {
    run,
    name: null,
    kept: false,
    by: null,
    createdMs: null,
    parent: header.parent,
    branch: null,
    state: 'finished',
    lastTick: index.totals.ticks - 1,
    lastSeq: index.totals.entries,
    digest: index.digest,
    bytes,
    notes: notes.list().length,
    totals: index.totals,
    scenario,
    zh,
    en,
    seed,
    density,
    policy,
    epochMs,
    durationTicks,
  };
}
