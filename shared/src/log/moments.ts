// What happened when: the moments of a run that a time bar shows by density and steps through. A fold over the log.
import type { CaseId } from '../ids.ts';
import type { Entry } from './entries.ts';

export const MOMENT_KINDS = ['case', 'alarm', 'closed', 'order', 'response', 'phase', 'incident', 'command'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** Columns of the same length, ascending by tick. */
export interface MomentColumns {
  ticks: number[];
  /** Index into `MOMENT_KINDS`. */
  kinds: number[];
  /**
   * `case`, `closed` and `order`: priority of the case, 1 (most urgent) to 5; `alarm`: 1 critical, 2 warning; `response`: the level, 1 (gravest)
   * to 4, 0 none; the others 0.
   */
  severities: number[];
  /** `case`, `closed`, `order`: the case; `alarm`: the alarm; `response`, `phase`: the agency; `incident`: the incident; `command`: its kind. */
  subjects: string[];
}

export interface Moments {
  /** Of the newest entry folded in: −1 and 0 before the first. */
  tick: number;
  seq: number;
  columns: MomentColumns;
  /** Of the cases that were filed. */
  priorities: Record<CaseId, number>;
}

export const createMoments = (): Moments => ({
  tick: -1,
  seq: 0,
  columns: { ticks: [], kinds: [], severities: [], subjects: [] },
  priorities: {},
});

/** Folds the next entry in, in place. */
export function addMoment(moments: Moments, entry: Entry): void {
  moments.tick = entry.tick;
  moments.seq = entry.seq;
  if (entry.kind === 'case.filed') moments.priorities[entry.case] = entry.priority;
  const moment = momentOf(entry, moments.priorities);
  if (moment === null) return;
  const { ticks, kinds, severities, subjects } = moments.columns;
  ticks.push(entry.tick);
  kinds.push(MOMENT_KINDS.indexOf(moment.kind));
  severities.push(moment.severity);
  subjects.push(moment.subject);
}

function momentOf(
  entry: Entry,
  priorities: Readonly<Record<CaseId, number>>,
): { kind: MomentKind; severity: number; subject: string } | null {
  switch (entry.kind) {
    case 'case.filed':
      return { kind: 'case', severity: entry.priority, subject: entry.case };
    case 'case.closed':
      return { kind: 'closed', severity: priorities[entry.case] ?? 0, subject: entry.case };
    case 'unit.ordered':
      return { kind: 'order', severity: priorities[entry.case] ?? 0, subject: entry.case };
    case 'alarm.raised':
      return { kind: 'alarm', severity: entry.severity === 'critical' ? 1 : 2, subject: entry.alarm };
    case 'response.level':
      return { kind: 'response', severity: entry.level, subject: entry.lead };
    case 'plan.step':
      return { kind: 'phase', severity: 0, subject: entry.agency };
    case 'incident.opened':
      return { kind: 'incident', severity: 0, subject: entry.incident };
    case 'command.received':
      return { kind: 'command', severity: 0, subject: entry.command };
    default:
      return null;
  }
}
