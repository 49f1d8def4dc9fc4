// The one source of randomness: seeded streams by name, so that adding a stream never shifts another.
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** FNV-1a over UTF-16 units, finalised: a stable 32-bit hash for stream names and spreads. Not for security. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number in [0, 1) that depends on the text alone: the same decision falls the same way in every replay. */
export const spread = (text: string): number => hash32(text) / 0x1_0000_0000;

/** A generator's state as plain data, so that a world can be stored and brought back. */
export type RandomState = readonly number[];

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform whole number in [0, below). */
  whole(below: number): number;
  /** Normal with mean 0 and deviation 1. */
  normal(): number;
  /** Poisson with the given mean; normal approximation from a mean of 30. */
  poisson(mean: number): number;
  /** Exponential with the given mean. */
  exponential(mean: number): number;
  /** One item of a list; throws RangeError when it is empty. */
  pick<T>(items: readonly T[]): T;
  state(): RandomState;
}

/** A seeded stream. Same seed and name (or same stored state): same numbers, on any machine. */
export function createRandom(seed: number, name: string, from?: RandomState): Random {
  const generator = from ? xoroshiro128plusFromState([...from]) : xoroshiro128plus(hash32(`${seed}/${name}`));
  const next = (): number => (generator.next() >>> 0) / 0x1_0000_0000;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  function poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean >= 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count++;
    return count;
  }

  return {
    next,
    whole: (below) => Math.floor(next() * below),
    normal,
    poisson,
    exponential: (mean) => -mean * Math.log(1 - next()),
    pick(items) {
      if (items.length === 0) throw new RangeError('pick from an empty list');
      return items[Math.floor(next() * items.length)]!;
    },
    state: () => [...generator.getState()],
  };
}
