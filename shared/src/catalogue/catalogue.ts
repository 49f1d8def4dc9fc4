// Typed lookups over the catalogue's data. Built once at load; a wrong reference in the data fails at once and by name.
import { agencies, apps } from './data/agencies.ts';
import { caseTypeRules } from './data/caseTypeRules.ts';
import { caseTypeRows } from './data/caseTypes.ts';
import { dimensions, primaryRows } from './data/dimensions.ts';
import { indicatorRows } from './data/indicators.ts';
import type { Agency, App, CaseType, Dimension, Indicator, Primary } from './types.ts';

function mustFind<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = map.get(id);
  if (found === undefined) throw new RangeError(`no ${what} ${id} in the catalogue`);
  return found;
}

const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

const dimensionMap = byId<Dimension>(dimensions);
const agencyMap = byId<Agency>(agencies);
const appMap = byId<App>(apps);
const caseTypeRuleMap = new Map(Object.entries(caseTypeRules));
const dimensionOfPrimary = new Map(
  primaryRows.map((row) => [row.id, mustFind(dimensionMap, row.dimension, 'dimension').id]),
);

/** The 183 vital signs, `indicators[i].index === i`. */
export const indicators: readonly Indicator[] = indicatorRows.map((row, index) => {
  mustFind(agencyMap, row.agency, 'agency');
  mustFind(appMap, row.app, 'application');
  return { ...row, index, dimension: mustFind(dimensionOfPrimary, row.primary, 'primary') };
});
const indicatorMap = byId(indicators);

/** The 73 primaries, `primaries[i].index === i`. */
export const primaries: readonly Primary[] = primaryRows.map((row, index) => ({
  ...row,
  index,
  indicators: indicators.filter((indicator) => indicator.primary === row.id),
}));
const primaryMap = byId(primaries);

/** The 52 case types, `caseTypes[i].index === i`. */
export const caseTypes: readonly CaseType[] = caseTypeRows.map((row, index) => {
  for (const id of row.indicators) mustFind(indicatorMap, id, 'indicator');
  mustFind(agencyMap, row.agency, 'agency');
  return { ...row, index, crew: [], skill: null, ...mustFind(caseTypeRuleMap, row.code, 'rules for case type') };
});
const caseTypeMap = new Map(caseTypes.map((type) => [type.code, type]));

/** Each throws RangeError for an unknown id. */
export const indicatorById = (id: string): Indicator => mustFind(indicatorMap, id, 'indicator');
export const primaryById = (id: string): Primary => mustFind(primaryMap, id, 'primary');
export const dimensionById = (id: string): Dimension => mustFind(dimensionMap, id, 'dimension');
export const caseTypeByCode = (code: string): CaseType => mustFind(caseTypeMap, code, 'case type');
export const agencyById = (id: string): Agency => mustFind(agencyMap, id, 'agency');
export const appById = (id: string): App => mustFind(appMap, id, 'application');
export const hasIndicator = (id: string): boolean => indicatorMap.has(id);
export const hasCaseType = (code: string): boolean => caseTypeMap.has(code);
export const hasAgency = (id: string): boolean => agencyMap.has(id);

export { agencies, apps, dimensions };
