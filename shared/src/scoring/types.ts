// What the truth says of the platform's work, and what people say of its rules. For reports only: no decision reads it.
import type { CheckMeans } from '../catalogue/types.ts';
import type { Actor } from '../ids.ts';

/**
 * How one judge fared. `accept`: it took detections for real; `check`: it found that the matter was gone. The counts are of its own cases
 * and closings; see `Scores` for what each means.
 */
export interface RuleScore {
  by: Actor;
  judged: 'accept' | 'check';
  /** By what it checked; null for an acceptance. */
  means: CheckMeans | null;
  closures: number;
  falseClosures: number;
  dispatched: number;
  falseAlarmsHandled: number;
}

export interface TypeScore {
  /** Case type code. */
  type: string;
  hazards: number;
  missed: number;
  /** From the hazard's beginning to the discovery of the first case that saw it; null where none was seen. */
  medianSecondsToDetect: number | null;
  p90SecondsToDetect: number | null;
}

export interface Scores {
  /** Closings of cases of which the truth knows what was behind them. */
  closures: number;
  /** Of these: a hazard of the case had not ended when it was closed. */
  falseClosures: number;
  /** Hazards that have been there for an hour or have ended: what can be judged. */
  hazards: number;
  /** Of these: no case saw it by its end or within the hour. A case that was rejected saw nothing. */
  missed: number;
  /** Cases of which the truth knows what was behind them, and to which a unit was sent. */
  dispatched: number;
  /** Of these: nothing was behind them. */
  falseAlarmsHandled: number;
  /** Cases that were rejected although a hazard was behind them. */
  falseRejections: number;
  medianSecondsToDetect: number | null;
  p90SecondsToDetect: number | null;
  /** Most cases first. */
  byRule: readonly RuleScore[];
  /** Most hazards first. */
  byType: readonly TypeScore[];
}

/** A judgement that a rule makes and that a person can overrule. */
export type RuleDecision = 'accept' | 'file' | 'dispatch' | 'check' | 'close';

/** How often one rule made one kind of decision, and how often a person overruled it. */
export interface Override {
  rule: Actor;
  decision: RuleDecision;
  decisions: number;
  overruled: number;
}
