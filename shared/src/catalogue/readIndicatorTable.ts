// Turns the indicator table into rows. The grammar is on the first lines of data/indicators.ts.
import { firstWord, numberOf, oneOf, readTable, words } from './tables.ts';
import type { Direction, IndicatorRow, Limits } from './types.ts';

const LEVELS = ['city', 'district', 'street'] as const;
const LIMIT_KEYS = ['criticalLow', 'warningLow', 'warningHigh', 'criticalHigh'] as const;

function limitsOf(cells: readonly string[], id: string): Limits {
  if (cells.length !== LIMIT_KEYS.length) throw new RangeError(`${id}: four limits, not ${cells.length}`);
  const limits: Limits = {};
  LIMIT_KEYS.forEach((key, i) => {
    if (cells[i] !== '.') limits[key] = numberOf(cells[i], id);
  });
  return limits;
}

function directionOf({ warningLow, warningHigh }: Limits, id: string): Direction {
  if (warningLow !== undefined && warningHigh !== undefined) return 'both';
  if (warningLow === undefined && warningHigh === undefined) throw new RangeError(`${id}: no warning limit`);
  return warningLow === undefined ? 'high' : 'low';
}

function readRow(primary: string, cells: readonly string[]): IndicatorRow {
  const [id, zh, en, unit, shape, size, judged, places, period, owners, provenance] = cells as [string, ...string[]];
  const [unitZh, unitEn] = firstWord(unit!);
  const [kind, profile] = words(shape!);
  const [baseline, precision] = size!.split('/');
  const [basis, ...limitCells] = words(judged!);
  const [finest, aggregation] = words(places!);
  const [agency, app] = words(owners!);
  const limits = limitsOf(limitCells, id);
  return {
    id,
    primary,
    zh: zh!,
    en: en!,
    unit: { zh: unitZh, en: unitEn === '' ? unitZh : unitEn },
    kind: oneOf(['gauge', 'counter', 'ratio', 'index'], kind, id),
    profile: profile!,
    baseline: numberOf(baseline, id),
    precision: numberOf(precision, id),
    basis: oneOf(['value', 'projected', 'expected'], basis, id),
    direction: directionOf(limits, id),
    limits,
    levels: LEVELS.slice(0, 1 + LEVELS.indexOf(oneOf(LEVELS, finest, id))),
    aggregation: oneOf(['sum', 'mean', 'max', 'min', 'none'], aggregation, id),
    periodSeconds: numberOf(firstWord(period!)[0], id),
    agency: agency!,
    app: app!,
    provenance: oneOf(['sourced', 'known', 'estimated'], provenance, id),
  };
}

/** Throws RangeError, naming the row, for a cell that is missing or wrong. */
export const readIndicatorTable = (text: string): readonly IndicatorRow[] =>
  readTable(text, 11).map(({ heading, cells }) => readRow(heading, cells));
