// What each of the five levels has in hand in an area: counted from the cases as they stand.
import type { CaseState, HandlingLevel, IncidentState } from '@onescreen/shared/cases';
import { checkOutcome, confirmationsMissing, levels } from '@onescreen/shared/cases';
import { isOverdue, liesIn } from '../../cases/order.ts';

export interface LevelRow {
  level: HandlingLevel;
  /** Open cases that the level handles, in the order they came in. */
  open: readonly CaseState[];
  overdue: number;
  suspended: number;
  /** Returns that this level has to rule on, whoever has the case. */
  ruling: number;
  /** Checked cases that wait for this level to agree to closing. */
  confirming: number;
}

/** The level that has to agree next before a checked case is closed; null when nobody has to. */
export function awaitsConfirmationOf(one: CaseState): HandlingLevel | null {
  if (one.status !== 'checking' || checkOutcome(one) !== 'passed') return null;
  return confirmationsMissing(one)[0] ?? null;
}

const countOf = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length;

/** Highest level first. `open`: the open cases of the area, most urgent first. */
export const levelRows = (open: readonly CaseState[], tick: number): LevelRow[] =>
  levels.toReversed().map((level) => {
    const own = open.filter((one) => one.level === level);
    return {
      level,
      open: own,
      overdue: countOf(own, (one) => isOverdue(one, tick)),
      suspended: countOf(own, (one) => one.status === 'suspended'),
      ruling: countOf(open, (one) => one.ruling === level),
      confirming: countOf(open, (one) => awaitsConfirmationOf(one) === level),
    };
  });

export type SuspendedCase = Extract<CaseState, { status: 'suspended' }>;

/** 挂账板: whichever goes on first stands first. */
export const suspendedCases = (open: readonly CaseState[]): SuspendedCase[] =>
  open
    .filter((one): one is SuspendedCase => one.status === 'suspended')
    .sort((a, b) => a.untilTick - b.untilTick || (a.id < b.id ? -1 : 1));

/** Incidents that concern an area: they spread over it, or one of their cases lies in it. Open ones first, newest first. */
export function incidentsIn(
  incidents: Readonly<Record<string, IncidentState>>,
  cases: Readonly<Record<string, CaseState>>,
  area: number,
): IncidentState[] {
  const concerns = (one: IncidentState): boolean =>
    liesIn(one.area, area) ||
    one.cases.some((id) => {
      const part = cases[id];
      return part !== undefined && liesIn(part.area, area);
    });
  return Object.values(incidents)
    .filter(concerns)
    .sort(
      (a, b) =>
        Number(a.closedTick !== null) - Number(b.closedTick !== null) ||
        b.openedTick - a.openedTick ||
        (a.id < b.id ? -1 : 1),
    );
}
