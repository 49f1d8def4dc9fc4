// When each series last changed and which entries are newest: enough to say what a screen missed since its tick and seq.
import type { CityState, DatedChanges } from '@onescreen/shared/city';
import { dateChanges, type Interest, streetSeriesOf, upperSeries } from '@onescreen/shared/city';
import type { Entry } from '@onescreen/shared/log';
import type { TickOutcome } from '../engine/types.ts';

/** Entries kept in memory; older ones are read from the store. About a minute of a storm at full speed. */
const KEPT_ENTRIES = 5000;

/** Changes after these ticks are wanted; `-1` asks for every series that ever had a value or state. */
export interface Since {
  upperTick: number;
  streetTick: number;
}

export interface ChangeLog {
  /** Folds committed ticks in. */
  add(ticks: readonly TickOutcome[]): void;
  /** Newest value and state of what changed, for the areas of an interest. */
  changes(interest: Interest, since: Since): DatedChanges;
  /** Entries after `seq`, or `null` when some of them are no longer in memory. */
  entriesAfter(seq: number): readonly Entry[] | null;
}

/** `city` is the run's own state, read when asked; `lastSeq`: newest entry committed so far. */
export function createChangeLog(city: CityState, lastSeq: number): ChangeLog {
  const valueTick = city.changedTick.slice();
  const stateTick = city.changedTick.slice();
  const recent: Entry[] = [];
  let recentAfter = lastSeq;

  function dropOld(): void {
    if (recent.length <= 2 * KEPT_ENTRIES) return;
    recent.splice(0, recent.length - KEPT_ENTRIES);
    recentAfter = recent[0]!.seq - 1;
  }

  return {
    add(ticks) {
      for (const { tick, changes, entries } of ticks) {
        for (const series of changes.series) valueTick[series] = tick;
        for (const series of changes.stateSeries) stateTick[series] = tick;
        for (const entry of entries) recent.push(entry);
      }
      dropOld();
    },
    changes(interest, { upperTick, streetTick }) {
      const streets = streetSeriesOf(interest);
      const values = merge(newer(upperSeries, valueTick, upperTick), newer(streets, valueTick, streetTick));
      const stated = merge(newer(upperSeries, stateTick, upperTick), newer(streets, stateTick, streetTick));
      const changes = {
        series: values,
        quanta: Int32Array.from(values, (series) => city.quanta[series]!),
        stateSeries: stated,
        states: Uint8Array.from(stated, (series) => city.states[series]!),
      };
      return dateChanges(changes, city);
    },
    entriesAfter(seq) {
      return seq < recentAfter ? null : recent.slice(seq - recentAfter);
    },
  };
}

const newer = (series: Uint16Array, changedTick: Int32Array, sinceTick: number): Uint16Array =>
  series.filter((index) => changedTick[index]! > sinceTick);

/** Both ascend and share nothing, so ordering the whole is enough. */
function merge(upper: Uint16Array, streets: Uint16Array): Uint16Array {
  if (streets.length === 0) return upper;
  const all = new Uint16Array(upper.length + streets.length);
  all.set(upper);
  all.set(streets, upper.length);
  return all.sort();
}
