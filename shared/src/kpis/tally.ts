// Adding up accounts: whole numbers only, so that the rows of any grouping add up to the total.
import type { Account, Span } from './account.ts';
import type { KpiCounts, KpiId, KpiRow, Share } from './types.ts';

/** A row while it is being counted. */
export interface Tally {
  shares: Record<KpiId, Share>;
  foundByMachine: Share;
  counts: KpiCounts;
}

const nothing = (): Share => ({ part: 0, whole: 0 });

export const createTally = (): Tally => ({
  shares: {
    'filing-rate': nothing(),
    'correct-filing-rate': nothing(),
    'timely-dispatch-rate': nothing(),
    'correct-dispatch-rate': nothing(),
    'handling-rate': nothing(),
    'timely-handling-rate': nothing(),
    'closing-rate': nothing(),
    'timely-closing-rate': nothing(),
    'rework-rate': nothing(),
    'overdue-rate': nothing(),
    'deferral-rate': nothing(),
    'automation-rate': nothing(),
    'satisfaction-rate': nothing(),
  },
  foundByMachine: nothing(),
  counts: {
    reported: 0,
    filed: 0,
    dispatched: 0,
    dueToHandle: 0,
    dueToClose: 0,
    closed: 0,
    closedInTime: 0,
    open: 0,
    overdue: 0,
  },
});

const oneIf = (condition: boolean): number => (condition ? 1 : 0);

/** One more case in the whole of a share, and in its part where `holds`. */
function count(share: Share, holds: boolean): void {
  share.whole += 1;
  share.part += oneIf(holds);
}

/** Counts one case. `foundByMachine`: a rule found it, not a person. */
export function addAccount(tally: Tally, account: Account, foundByMachine: boolean, span: Span): void {
  const { shares, counts } = tally;
  if (account.foundInSpan) {
    counts.reported += 1;
    count(shares['filing-rate'], account.filed);
  }
  if (account.filedInSpan) {
    counts.filed += 1;
    count(shares['correct-filing-rate'], !account.mistaken);
    count(shares['deferral-rate'], account.deferred);
    count(tally.foundByMachine, foundByMachine);
  }
  if (account.dispatchedInSpan) {
    counts.dispatched += 1;
    count(shares['timely-dispatch-rate'], account.dispatchedInTime);
    count(shares['correct-dispatch-rate'], !account.returned);
  }
  if (account.handledInSpan) count(shares['rework-rate'], account.failed);
  if (account.closedInSpan) {
    counts.closed += 1;
    count(shares['automation-rate'], account.closedByMachine);
  }
  shares['satisfaction-rate'].whole += account.answers;
  shares['satisfaction-rate'].part += account.contentAnswers;
  counts.open += oneIf(account.open);
  addDue(tally, account, span);
}

const isWithin = (tick: number | null, { fromTick, toTick }: Span): tick is number =>
  tick !== null && tick > fromTick && tick <= toTick;

/** A step at the deadline's own tick is in time; a case that is open at the end of that tick is not. */
function addDue({ shares, counts }: Tally, account: Account, span: Span): void {
  const { handledTick, handleDueTick, closedTick, closeDueTick } = account;
  if (isWithin(handleDueTick, span)) {
    counts.dueToHandle += 1;
    count(shares['handling-rate'], handledTick !== null);
    count(shares['timely-handling-rate'], handledTick !== null && handledTick <= handleDueTick);
  }
  if (isWithin(closeDueTick, span)) {
    const inTime = closedTick !== null && closedTick <= closeDueTick;
    counts.dueToClose += 1;
    counts.closedInTime += oneIf(inTime);
    counts.overdue += oneIf(!inTime);
    count(shares['closing-rate'], closedTick !== null);
    count(shares['timely-closing-rate'], inTime);
    count(shares['overdue-rate'], !inTime);
  }
}

export const isEmpty = ({ shares, counts }: Tally): boolean =>
  Object.values(counts).every((value) => value === 0) && Object.values(shares).every(({ whole }) => whole === 0);

/** Weights of the ladder (brief §3.6), per cent. */
const WEIGHTS = [
  { kpi: 'timely-closing-rate', weight: 40, lessIsMore: false },
  { kpi: 'rework-rate', weight: 20, lessIsMore: true },
  { kpi: 'satisfaction-rate', weight: 25, lessIsMore: false },
  { kpi: 'correct-dispatch-rate', weight: 15, lessIsMore: false },
] as const satisfies readonly { kpi: KpiId; weight: number; lessIsMore: boolean }[];

/** See `KpiRow.score`. */
export function scoreOf(shares: KpiRow['shares']): number | null {
  let sum = 0;
  let weights = 0;
  for (const { kpi, weight, lessIsMore } of WEIGHTS) {
    const { part, whole } = shares[kpi];
    if (whole === 0) continue;
    sum += (weight * (lessIsMore ? whole - part : part)) / whole;
    weights += weight;
  }
  return weights === 0 ? null : Math.round((10_000 * sum) / weights) / 100;
}
