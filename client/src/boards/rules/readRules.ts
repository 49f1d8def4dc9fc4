// How the answers about rules are read.
import type { Override, Scores } from '@onescreen/shared/scoring';

/** Throws TypeError when the answer holds no scores. */
export function readScores(body: unknown): Scores {
  const { byRule, byType, closures } = (body ?? {}) as Partial<Scores>;
  if (!Array.isArray(byRule) || !Array.isArray(byType) || typeof closures !== 'number')
    throw new TypeError('the answer holds no scores');
  return body as Scores;
}

/** Throws TypeError when the answer holds no list of overrides. */
export function readOverrides(body: unknown): readonly Override[] {
  const { overrides } = (body ?? {}) as { overrides?: unknown };
  if (!Array.isArray(overrides)) throw new TypeError('the answer holds no overrides');
  return overrides;
}
