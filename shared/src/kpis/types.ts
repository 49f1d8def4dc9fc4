// The 13 KPIs of case handling (brief §3.6), computed from a ledger: what the log says of each case, without its evidence.
// Every share is counted over a span that is half open: after `fromTick`, up to and including `toTick`; so spans that follow each
// other count nothing twice. What is not known at the end of `toTick` does not count, whatever came of it later.

export type KpiId =
  | 'filing-rate'
  | 'correct-filing-rate'
  | 'timely-dispatch-rate'
  | 'correct-dispatch-rate'
  | 'handling-rate'
  | 'timely-handling-rate'
  | 'closing-rate'
  | 'timely-closing-rate'
  | 'rework-rate'
  | 'overdue-rate'
  | 'deferral-rate'
  | 'automation-rate'
  | 'satisfaction-rate';

export interface Kpi {
  id: KpiId;
  zh: string;
  en: string;
  /** What is divided by what, in words. */
  formula: { zh: string; en: string };
  better: 'higher' | 'lower';
}

/** A share as the two whole numbers it is made of, so that shares of areas add up: `100 × part ÷ whole` per cent; no value where `whole` is 0. */
export interface Share {
  part: number;
  whole: number;
}

/** What is counted apart; `city` gives one row. */
export type KpiGrouping = 'city' | 'district' | 'street' | 'agency' | 'type';

/** Whole numbers behind the shares, for lists and charts. */
export interface KpiCounts {
  /** Discovered in the span. */
  reported: number;
  /** Filed in the span, whenever they were discovered. */
  filed: number;
  /** First sent out in the span. */
  dispatched: number;
  /** 应处置数: the deadline for handling lies in the span. */
  dueToHandle: number;
  /** 应结案数: the deadline for closing lies in the span. */
  dueToClose: number;
  /** Closed in the span at least once, whenever they were due. */
  closed: number;
  /** Of `dueToClose`: closed at or before the deadline. */
  closedInTime: number;
  /** 在办: filed and not ended at the end of the span. */
  open: number;
  /** Of `dueToClose`: closed late, or still open. */
  overdue: number;
}

export interface KpiRow {
  /** Area code, agency id or case type code. */
  key: string;
  zh: string;
  en: string;
  shares: Readonly<Record<KpiId, Share>>;
  /** 自动发现占比 and 自动结案占比 apart: `automation-rate` is the latter. */
  foundByMachine: Share;
  counts: Readonly<KpiCounts>;
  /**
   * 0 to 100, two decimals: 按期结案率 40 %, 返工率 20 % (less is more), 满意率 25 %, 准确派遣率 15 % (brief §3.6); of those that have a
   * value, with their weights scaled up to 100 %. Null where none has.
   */
  score: number | null;
}

export interface KpiReport {
  fromTick: number;
  toTick: number;
  by: KpiGrouping;
  /** All rows together, counted anew, not averaged. Its key is the code of the area that was asked for. */
  total: KpiRow;
  /** Best score first, those without one last; rows without a case are left out. */
  rows: readonly KpiRow[];
}
