// The five levels (brief §3.7): a case starts at the lowest that can handle it, goes up by time, spread or severity, and closing climbs back.
import { caseTypeByCode } from '../catalogue/index.ts';
import type { UnitKindId } from '../catalogue/types.ts';
import type { CaseState, HandlingLevel } from './types.ts';

/** Lowest first. */
export const levels: readonly HandlingLevel[] = ['village', 'grid', 'street', 'district', 'city'];

/** Kinds that a grid has at hand and that need no power of law. */
const GRID_KINDS: ReadonlySet<UnitKindId> = new Set(['sanitation', 'bike-operator', 'greening', 'property']);

/** The lowest level that can handle the type: what a grid can do itself starts in the grid. */
export function startLevel(type: string): HandlingLevel {
  const { level, unitKinds } = caseTypeByCode(type);
  return level === 'street' && GRID_KINDS.has(unitKinds[0]!) ? 'grid' : level;
}

const ABOVE: Readonly<Record<HandlingLevel, Exclude<HandlingLevel, 'village'>>> = {
  village: 'grid',
  grid: 'street',
  street: 'district',
  district: 'city',
  city: 'city',
};

export const isAbove = (a: HandlingLevel, b: HandlingLevel): boolean => levels.indexOf(a) > levels.indexOf(b);

/** The next level up; the city has none above it. */
export const levelAbove = (level: HandlingLevel): Exclude<HandlingLevel, 'village'> => ABOVE[level];

/** The levels that have yet to agree to closing, lowest first: those above the start up to where the case has climbed. */
export const confirmationsMissing = (state: CaseState): readonly HandlingLevel[] =>
  levels
    .slice(levels.indexOf(startLevel(state.type)) + 1, levels.indexOf(state.level) + 1)
    .filter((level) => !state.confirmed.includes(level));
