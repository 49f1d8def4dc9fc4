// A branch as it is being asked for: from which tick, and what is to be different after it.
import { hasIndicator } from '@onescreen/shared/catalogue';
import type { BranchChanges, BranchCommand, Inject } from '@onescreen/shared/protocol';
import { NO_CHANGES } from '@onescreen/shared/protocol';
import { HOUR, MINUTE } from '@onescreen/shared/time';

export interface BranchDraft {
  forkTick: number;
  /** null: as it was. */
  policy: string | null;
  people: 'same' | 'nobody' | 'sooner' | 'later';
  /** Of `sooner` and `later`. */
  minutes: number;
  /** Entries of commands that are not given. */
  without: ReadonlySet<number>;
  /** Entries of commands that are given at another time, and the tick of that. */
  moved: ReadonlyMap<number, number>;
  injects: readonly Inject[];
  aside: boolean;
  /** Of a branch that runs aside: how many hours after the fork it ends; null: with its scenario. */
  hours: number | null;
  /** Of a branch that takes the stage. */
  speed: number;
}

export const emptyDraft = (forkTick: number, speed: number): BranchDraft => ({
  forkTick,
  policy: null,
  people: 'same',
  minutes: 5,
  without: new Set(),
  moved: new Map(),
  injects: [],
  aside: true,
  hours: null,
  speed,
});

function shiftOf({ people, minutes }: BranchDraft): number {
  if (people === 'sooner') return -minutes * MINUTE;
  return people === 'later' ? minutes * MINUTE : 0;
}

export function changesOf(draft: BranchDraft): BranchChanges {
  const { people, without, moved, policy, injects, forkTick } = draft;
  return {
    ...NO_CHANGES,
    nobody: people === 'nobody',
    without: people === 'nobody' ? [] : [...without].sort((a, b) => a - b),
    moved: people === 'nobody' ? [] : [...moved].flatMap(([seq, tick]) => (without.has(seq) ? [] : [{ seq, tick }])),
    shiftTicks: shiftOf(draft),
    policy,
    added: injects.map((what) => ({ tick: forkTick + 1, command: { kind: 'inject' as const, what } })),
  };
}

/** Whether the branch would be the same as its parent. */
export function isUnchanged(draft: BranchDraft): boolean {
  const { nobody, without, moved, shiftTicks, policy, added } = changesOf(draft);
  return !nobody && shiftTicks === 0 && policy === null && [without, moved, added].every((list) => list.length === 0);
}

/** Hours after the fork at which a branch that runs aside may be told to end: what follows from most changes is seen by then. */
const HOURS = [1, 2, 4, 8];
/** Those that end before the scenario does. */
export const hoursWithin = (forkTick: number, durationTicks: number): number[] =>
  HOURS.filter((hours) => untilTickOf(forkTick, hours) < durationTicks);

export const untilTickOf = (forkTick: number, hours: number): number => forkTick + hours * HOUR;

export function commandOf(run: string, draft: BranchDraft): BranchCommand {
  const { forkTick, aside, hours, speed } = draft;
  return {
    kind: 'branch',
    run,
    forkTick,
    changes: changesOf(draft),
    aside,
    ...(aside ? {} : { speed }),
    ...(aside && hours !== null ? { untilTick: untilTickOf(forkTick, hours) } : {}),
  };
}

/** What can be brought in, as the fields hold it. */
export interface InjectFields {
  kind: Inject['kind'];
  type: string;
  count: number;
  area: string;
  minutes: number;
  indicator: string;
  factor: number;
  unit: string;
}

const RAMP_MINUTES = 2;
const inRange = (value: number, least: number, most: number): boolean =>
  Number.isFinite(value) && value >= least && value <= most;

/** What the fields say; null while one of them says nothing that can be. */
export function injectOf({ kind, type, count, area, minutes, indicator, factor, unit }: InjectFields): Inject | null {
  if (!inRange(minutes, 1, 1440)) return null;
  switch (kind) {
    case 'burst':
      return type !== '' && Number.isInteger(count) && inRange(count, 1, 5000)
        ? { kind, type, count, area, minutes }
        : null;
    case 'effect':
      return hasIndicator(indicator) && inRange(factor, 0, 100)
        ? { kind, indicator, area, factor, minutes, rampMinutes: RAMP_MINUTES }
        : null;
    case 'unit-lost':
      return unit === '' ? null : { kind, unit, minutes };
  }
}
