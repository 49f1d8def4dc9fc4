export type { Overrides } from './overrides.ts';
export { addToOverrides, createOverrides, overridesOf } from './overrides.ts';
export { scoresOf } from './scores.ts';
export type { TruthLines } from './truth.ts';
export { addToScores, createScores } from './truth.ts';
export type { Override, RuleDecision, RuleScore, Scores, TypeScore } from './types.ts';
