// A street's share of its district's people and jobs, until counts per street are open: by type alone.
import { streetRows } from './data/streets.ts';
import type { StreetType } from './types.ts';

/** Towns are larger than subdistricts, special zones smaller (estimate, brief §2.2). */
const SHARE: Readonly<Record<StreetType, number>> = { town: 1.6, township: 1.6, subdistrict: 1, special: 0.5 };

/** By street code; the streets of one district add up to 1. */
export function streetShares(): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const [code, , type] of streetRows) {
    const district = code.slice(0, 6);
    totals.set(district, (totals.get(district) ?? 0) + SHARE[type]);
  }
  return new Map(streetRows.map(([code, , type]) => [code, SHARE[type] / totals.get(code.slice(0, 6))!]));
}
