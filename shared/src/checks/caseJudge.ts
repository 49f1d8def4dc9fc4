// Judges "so many of the cases of these types get there in time". Cases that are still inside their time at the end are left out.
import type { Entry } from '../log/entries.ts';
import { MINUTE } from '../time.ts';
import type { Judge, RuleOf } from './judges.ts';
import { undecided, verdictOf } from './judges.ts';

const REACHED: Readonly<Record<RuleOf<'cases-within'>['until'], readonly Entry['kind'][]>> = {
  accepted: ['case.accepted'],
  dispatched: ['case.dispatched'],
  arrived: ['case.arrived'],
  closed: ['case.closed'],
};

/** Cases that turned out to be none (rejected, voided) are not counted; a shop that put it right itself never needs a unit. */
export function judgeCases({ types, until, minutes, share }: RuleOf<'cases-within'>): Judge {
  const limit = minutes * MINUTE;
  const open = new Map<string, number>();
  let inTime = 0;
  let late = 0;

  function take(entry: Entry): void {
    if (entry.kind === 'case.discovered') {
      if (types.includes(entry.type)) open.set(entry.case, entry.tick);
      return;
    }
    if (!('case' in entry) || entry.case === undefined) return;
    const since = open.get(entry.case);
    if (since === undefined) return;
    if (REACHED[until].includes(entry.kind)) {
      open.delete(entry.case);
      if (entry.tick - since <= limit) inTime++;
      else late++;
    } else if (entry.kind === 'case.rejected' || entry.kind === 'case.voided' || entry.kind === 'case.closed') {
      open.delete(entry.case);
    }
  }

  return {
    feed(_tick, entries) {
      for (const entry of entries) take(entry);
    },
    verdict(tick) {
      let overdue = late;
      for (const since of open.values()) if (tick - since > limit) overdue++;
      const total = inTime + overdue;
      if (total === 0) return undecided('没有这类案件', 'There were no such cases');
      const part = Math.round((inTime / total) * 1000) / 10;
      const zh = `${total}件中${inTime}件按时`;
      return verdictOf(inTime / total >= share, zh, `${inTime} of ${total} in time`, part, '%');
    },
  };
}
