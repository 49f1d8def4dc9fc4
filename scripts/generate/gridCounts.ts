// How many of the city's 1 829 responsibility grids (end of 2016, brief §1) each street gets.
import { districtRows } from '../../shared/src/geography/data/districts.ts';
import { streetShares } from '../../shared/src/geography/shares.ts';

const GRID_TOTAL = 1829;
/** The smallest street still has this many. */
const LEAST = 2;

/** By street code: in proportion to population, largest remainders first, so that they add up exactly. */
export function shareGrids(): ReadonlyMap<string, number> {
  const people = new Map(districtRows.map(({ code, population }) => [code, population]));
  const city = districtRows.reduce((sum, { population }) => sum + population, 0);
  const shares = [...streetShares()];
  const free = GRID_TOTAL - LEAST * shares.length;
  const exact = shares.map(([code, share]) => ({ code, grids: (free * share * people.get(code.slice(0, 6))!) / city }));
  const left = free - exact.reduce((sum, { grids }) => sum + Math.floor(grids), 0);
  const rounded = [...exact].sort((a, b) => (b.grids % 1) - (a.grids % 1) || (a.code < b.code ? -1 : 1));
  const lucky = new Set(rounded.slice(0, left).map(({ code }) => code));
  return new Map(exact.map(({ code, grids }) => [code, LEAST + Math.floor(grids) + (lucky.has(code) ? 1 : 0)]));
}
