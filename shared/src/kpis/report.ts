// The report: the ledger of a run counted over a span, as a whole and by area, agency or case type; the rows are a ladder.
import { agencyById, caseTypeByCode } from '../catalogue/index.ts';
import { areas, CITY_AREA, districtOf } from '../geography/index.ts';
import { unreachable } from '../unreachable.ts';
import type { Span } from './account.ts';
import { accountOf } from './account.ts';
import type { CaseLine, Ledger } from './ledger.ts';
import type { Tally } from './tally.ts';
import { addAccount, createTally, isEmpty, scoreOf } from './tally.ts';
import type { KpiGrouping, KpiReport, KpiRow } from './types.ts';

export interface ReportQuery extends Span {
  by: KpiGrouping;
  /** Index of an area: only its cases are counted. The whole city where it is left out. */
  area?: number;
}

interface Name {
  key: string;
  zh: string;
  en: string;
}

const areaName = (index: number): Name => {
  const { code, zh, en } = areas[index]!;
  return { key: code, zh, en };
};

/** The row that a case belongs to. A case that is known to the district only stands under the district in a list of streets. */
function rowOf(line: CaseLine, by: KpiGrouping, whole: Name): Name {
  switch (by) {
    case 'city':
      return whole;
    case 'district':
      return areaName(districtOf(line.area));
    case 'street':
      return areaName(line.area);
    case 'agency': {
      const { id, zh, en } = agencyById(caseTypeByCode(line.type).agency);
      return { key: id, zh, en };
    }
    case 'type': {
      const { code, zh, en } = caseTypeByCode(line.type);
      return { key: code, zh, en };
    }
    default:
      return unreachable(by);
  }
}

const isInside = (area: number, outer: number): boolean =>
  outer === CITY_AREA || area === outer || districtOf(area) === outer;

const finished = (name: Name, { shares, foundByMachine, counts }: Tally): KpiRow => ({
  ...name,
  shares,
  foundByMachine,
  counts,
  score: scoreOf(shares),
});

/** Better score first; without a score last; equal ones by key, so that the order is always the same. */
const byScore = (a: KpiRow, b: KpiRow): number =>
  (b.score ?? -1) - (a.score ?? -1) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * Counts the span (`fromTick`, `toTick`]; −1 for `fromTick` counts from the first tick on. The ledger must hold every entry up to `toTick`.
 * Throws RangeError for an unknown area.
 */
export function reportOf(ledger: Ledger, { by, area = CITY_AREA, ...span }: ReportQuery): KpiReport {
  if (areas[area] === undefined) throw new RangeError(`no area with index ${area}`);
  const whole = areaName(area);
  const total = createTally();
  const rows = new Map<string, { name: Name; tally: Tally }>();
  for (const line of Object.values(ledger.cases)) {
    const account = isInside(line.area, area) ? accountOf(line, span) : null;
    if (account === null) continue;
    const name = rowOf(line, by, whole);
    const row = rows.get(name.key) ?? { name, tally: createTally() };
    rows.set(name.key, row);
    addAccount(row.tally, account, line.foundByMachine, span);
    addAccount(total, account, line.foundByMachine, span);
  }
  return {
    fromTick: span.fromTick,
    toTick: span.toTick,
    by,
    total: finished(whole, total),
    rows: [...rows.values()]
      .filter(({ tally }) => !isEmpty(tally))
      .map(({ name, tally }) => finished(name, tally))
      .sort(byScore),
  };
}
