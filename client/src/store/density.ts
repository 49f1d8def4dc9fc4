// How much happened when: cases by priority and alarms per five simulated minutes, for the time bar.
import type { CasesState } from '@onescreen/shared/cases';
import type { Entry } from '@onescreen/shared/log';

/** Width of a bin, ticks. */
export const BIN_TICKS = 300;

export interface DensityBin {
  /** Cases filed, by priority 1 to 5. */
  cases: [number, number, number, number, number];
  warnings: number;
  criticals: number;
}

export interface Density {
  /** By bin number: `floor(tick / BIN_TICKS)`. */
  bins(): ReadonlyMap<number, DensityBin>;
  /** Counts what the entries say. An entry that was counted before is not counted again. */
  addEntries(entries: readonly Entry[]): void;
  /** Counts what a reset frame still knows, where the entries themselves were never seen. */
  addState(state: CasesState): void;
  clear(): void;
  /** Counts what was counted: a cheap snapshot for a component. */
  version(): number;
  /** Calls back after something new was counted. Returns what ends it. */
  onChange(listener: () => void): () => void;
}

export function createDensity(): Density {
  const bins = new Map<number, DensityBin>();
  const counted = new Set<string>();
  const listeners = new Set<() => void>();
  let version = 0;

  /** Does something that may count, and tells of it if it did. */
  function telling(count: () => void): void {
    const before = counted.size;
    count();
    if (counted.size === before) return;
    version += 1;
    for (const listener of listeners) listener();
  }
  function binAt(tick: number): DensityBin {
    const number = Math.floor(tick / BIN_TICKS);
    const bin = bins.get(number) ?? { cases: [0, 0, 0, 0, 0], warnings: 0, criticals: 0 };
    bins.set(number, bin);
    return bin;
  }
  /** True the first time only. */
  function first(key: string): boolean {
    const before = counted.size;
    return counted.add(key).size > before;
  }
  function countCase(id: string, tick: number, priority: number): void {
    if (first(id)) binAt(tick).cases[priority - 1]! += 1;
  }
  function countAlarm(alarm: string, tick: number, severity: 'warning' | 'critical'): void {
    if (!first(`${alarm}/${tick}`)) return;
    if (severity === 'critical') binAt(tick).criticals += 1;
    else binAt(tick).warnings += 1;
  }

  return {
    bins: () => bins,
    addEntries: (entries) =>
      telling(() => {
        for (const entry of entries) {
          if (entry.kind === 'case.filed') countCase(entry.case, entry.tick, entry.priority);
          if (entry.kind === 'alarm.raised') countAlarm(entry.alarm, entry.tick, entry.severity);
        }
      }),
    addState: (state) =>
      telling(() => {
        for (const one of Object.values(state.cases)) {
          if ('filedTick' in one) countCase(one.id, one.filedTick, one.priority);
        }
        for (const alarm of Object.values(state.alarms)) countAlarm(alarm.alarm, alarm.raisedTick, alarm.severity);
      }),
    clear() {
      bins.clear();
      counted.clear();
    },
    version: () => version,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
