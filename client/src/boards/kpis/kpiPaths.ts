// Where the figures of a run are asked for, and how the answers are read.
import { areas, CITY_AREA, districtOf } from '@onescreen/shared/geography';
import type { KpiGrouping, KpiReport } from '@onescreen/shared/kpis';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Span } from '../span.ts';

export interface KpiQuestion {
  by: KpiGrouping;
  /** Index of the area whose cases are counted. */
  area: number;
}

/** Address of a report, relative to the page; with `format=csv` of the same as a file. */
export function kpiPath(run: string, span: Span, { by, area }: KpiQuestion, format?: 'csv'): string {
  const query = new URLSearchParams({ to: String(span.toTick), by });
  if (span.fromTick >= 0) query.set('from', String(span.fromTick));
  if (area !== CITY_AREA) query.set('area', areas[area]!.code);
  if (format !== undefined) query.set('format', format);
  return `api/runs/${encodeURIComponent(run)}/kpis?${query}`;
}

/** Reads an answer. Throws TypeError when it is no report. */
export function readReport(body: unknown): KpiReport {
  const { total, rows } = (body ?? {}) as Partial<KpiReport>;
  if (typeof total?.shares !== 'object' || !Array.isArray(rows)) throw new TypeError('the answer is no report');
  return body as KpiReport;
}

/** The area that a ladder is narrowed to when it should speak of `area` only: districts are always compared in the whole city, streets in their district. */
export function ladderArea(by: KpiGrouping, area: number): number {
  switch (by) {
    case 'district':
      return CITY_AREA;
    case 'street':
      return area === CITY_AREA ? CITY_AREA : districtOf(area);
    case 'city':
    case 'agency':
    case 'type':
      return area;
    default:
      return unreachable(by);
  }
}
