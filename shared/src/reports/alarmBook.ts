// What the alarms of a run came to: every ringing of a console, and what stands. A fold over the log.
import type { Entry } from '../log/index.ts';

/** An alarm rang: it was raised, got graver, or came off its shelf. What happens on a shelf rings nowhere. */
export interface Ring {
  tick: number;
  alarm: string;
  /** Index of its area. */
  area: number;
  severity: 'warning' | 'critical';
}
export interface Standing {
  area: number;
  severity: 'warning' | 'critical';
  /** Since when it is active. */
  sinceTick: number;
}

/** `rings` ascend by tick. `standing` and `shelved`: by alarm, as at the newest entry. */
export interface AlarmBook {
  rings: Ring[];
  standing: Record<string, Standing>;
  shelved: Record<string, true>;
}

export const createAlarmBook = (): AlarmBook => ({ rings: [], standing: {}, shelved: {} });

/** Adds one entry, in place; entries come in order. */
export function addToAlarmBook({ rings, standing, shelved }: AlarmBook, entry: Entry): void {
  switch (entry.kind) {
    case 'alarm.raised': {
      const { alarm, area, severity, tick } = entry;
      standing[alarm] = { area, severity, sinceTick: standing[alarm]?.sinceTick ?? tick };
      if (shelved[alarm] === undefined) rings.push({ tick, alarm, area, severity });
      return;
    }
    case 'alarm.cleared':
      delete standing[entry.alarm];
      return;
    case 'alarm.shelved':
      shelved[entry.alarm] = true;
      return;
    case 'alarm.unshelved':
      delete shelved[entry.alarm];
      return;
    default:
  }
}
