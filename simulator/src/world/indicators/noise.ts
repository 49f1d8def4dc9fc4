// Noise without a call to a generator for each sample: a table of draws, picked by a hash of seed, tick and series.
// The draw depends on nothing else, so no order of work and no snapshot can change it.
import { createRandom } from '@onescreen/shared/random';

const SIZE = 4096;
const MASK = SIZE - 1;
/** Squared coefficient of variation of the gaps between a counter's events is a quarter: steadier than Poisson (1). */
const GAP_DRAWS = 4;

const random = createRandom(1, 'noise-table');

/** Normal draws, mean 0 and deviation 1. */
function normalTable(): Float64Array {
  const raw = Float64Array.from({ length: SIZE }, () => random.normal());
  const mean = raw.reduce((sum, value) => sum + value, 0) / SIZE;
  const deviation = Math.sqrt(raw.reduce((sum, value) => sum + (value - mean) ** 2, 0) / SIZE);
  return raw.map((value) => (value - mean) / deviation);
}

/** Gaps between events in units of the mean gap: Erlang, mean 1. */
function gapTable(): Float64Array {
  const raw = Float64Array.from({ length: SIZE }, () => {
    let gap = 0;
    for (let i = 0; i < GAP_DRAWS; i++) gap += random.exponential(1 / GAP_DRAWS);
    return gap;
  });
  const mean = raw.reduce((sum, value) => sum + value, 0) / SIZE;
  return raw.map((value) => value / mean);
}

const normals = normalTable();
const gaps = gapTable();

/** Mixes two whole numbers into 32 well-spread bits. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  hash = Math.imul(hash, 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A normal draw for this hash. */
export const normalOf = (hash: number): number => normals[hash & MASK]!;
/** A gap for this hash. */
export const gapOf = (hash: number): number => gaps[hash & MASK]!;
/** A uniform draw in [0, 1) for this hash. */
export const uniformOf = (hash: number): number => hash / 0x1_0000_0000;
