// What must hold in every run, judged from the log alone: entries, and what changed in each tick.
import { indicators } from '@onescreen/shared/catalogue';
import type { CityState } from '@onescreen/shared/city';
import { applyChanges, createCity, NO_DATA, seriesOf } from '@onescreen/shared/city';
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { CaseEntry, Entry, RunInfo } from '@onescreen/shared/log';
import type { TickOutcome } from '../../server/src/engine/types.ts';
import { createCaseOrder } from './caseOrder.ts';

/** As often as a recording has a keyframe. */
const KEYFRAME_TICKS = 300;
/** Enough to see what is wrong; a broken run would fill the screen. */
const MOST_FAULTS = 20;

export interface InvariantReport {
  faults: readonly string[];
  entries: number;
  alarms: number;
  cases: { found: number; closed: number; open: number };
  keyframesSummed: number;
}

export interface InvariantRun {
  readonly city: CityState;
  tick(outcome: TickOutcome): void;
  end(): InvariantReport;
}

const summed = indicators
  .filter((indicator) => indicator.aggregation === 'sum' && indicator.levels.includes('district'))
  .map((indicator) => ({
    id: indicator.id,
    city: seriesOf(indicator.index, CITY_AREA),
    districts: areas[CITY_AREA]!.children.map((district) => seriesOf(indicator.index, district)),
  }));

const isCaseEntry = (entry: Entry): entry is Entry & CaseEntry => entry.kind.startsWith('case.');

export function createInvariantRun(info: RunInfo): InvariantRun {
  const city = createCity();
  const cases = createCaseOrder(info);
  const units = new Set(info.units.map((unit) => unit.id));
  const raised = new Set<string>();
  /** Came off a shelf just now: it may ring again as grave as before. */
  const offShelf = new Set<string>();
  const incidents = new Set<string>();
  const faults: string[] = [];
  const report = { entries: 0, alarms: 0, keyframesSummed: 0 };
  let nextTick = 0;
  let nextSeq = 1;

  const fault = (text: string | null): void => {
    if (text !== null && faults.length < MOST_FAULTS) faults.push(`tick ${nextTick}: ${text}`);
  };

  function take(entry: Entry): void {
    report.entries++;
    if (entry.seq !== nextSeq) fault(`entry ${entry.seq} stands where ${nextSeq} must`);
    nextSeq = entry.seq + 1;
    if (entry.tick !== nextTick) fault(`entry ${entry.seq} says tick ${entry.tick}`);
    if (entry.run !== info.run) fault(`entry ${entry.seq} is of run ${entry.run}`);
    if (isCaseEntry(entry)) fault(cases.step(entry.tick, entry));
    if ('unit' in entry && !units.has(entry.unit))
      fault(`${entry.kind} names unit ${entry.unit}, which is on no roster`);
    takeAlarm(entry);
    takeIncident(entry);
  }

  function takeAlarm(entry: Entry): void {
    if (entry.kind === 'alarm.raised') {
      report.alarms++;
      // An active alarm is raised again only when it gets graver, or comes off its shelf.
      const mayRingAgain = offShelf.delete(entry.alarm);
      if (raised.has(entry.alarm) && !mayRingAgain && entry.severity !== 'critical')
        fault(`${entry.alarm} was raised twice`);
      raised.add(entry.alarm);
    } else if (entry.kind === 'alarm.unshelved') offShelf.add(entry.alarm);
    else if (entry.kind === 'alarm.cleared' && !raised.delete(entry.alarm))
      fault(`${entry.alarm} was cleared but not raised`);
  }

  function takeIncident(entry: Entry): void {
    if (entry.kind === 'incident.opened') {
      if (incidents.has(entry.incident)) fault(`${entry.incident} was opened twice`);
      incidents.add(entry.incident);
    } else if (entry.kind === 'case.included' || entry.kind === 'incident.raised' || entry.kind === 'incident.closed') {
      if (!incidents.has(entry.incident)) fault(`${entry.kind} of ${entry.incident}, which is not open`);
      if (entry.kind === 'incident.closed') incidents.delete(entry.incident);
    }
  }

  function compareSums(): void {
    report.keyframesSummed++;
    for (const { id, city: whole, districts } of summed) {
      const parts = districts.map((series) => city.quanta[series]!);
      const total = city.quanta[whole]!;
      if (total === NO_DATA || parts.includes(NO_DATA)) continue;
      const sum = parts.reduce((a, b) => a + b, 0);
      if (sum !== total) fault(`${id}: the districts add up to ${sum}, the city says ${total}`);
    }
  }

  return {
    city,
    tick(outcome) {
      if (outcome.tick !== nextTick) fault(`tick ${outcome.tick} came`);
      nextTick = outcome.tick;
      for (const entry of outcome.entries) take(entry);
      applyChanges(city, outcome.tick, outcome.changes);
      if ((outcome.tick + 1) % KEYFRAME_TICKS === 0) compareSums();
      nextTick++;
    },
    end() {
      for (const text of cases.end(nextTick - 1)) fault(text);
      return { ...report, faults, cases: cases.counts };
    },
  };
}
