// The truth beside the cases: a fold of `truth.*` and case entries, joined by the ids of signals. A signal that the truth says nothing of
// (a later frame of the same scene, a feed from a real city) tells nothing.
import type { CheckMeans } from '../catalogue/types.ts';
import type { Actor, CaseId, SignalId } from '../ids.ts';
import type { CaseEntry, Entry, Evidence, TruthEntry } from '../log/entries.ts';

export interface HazardLine {
  type: string;
  beganTick: number;
  endedTick: number | null;
}

/** A closing and the check that it rests on. */
export interface Closing {
  tick: number;
  by: Actor;
  means: CheckMeans;
}

export interface JudgedCase {
  discoveredTick: number;
  /** Signals that made it or were merged into it, with those of the cases that were joined to it. */
  signals: SignalId[];
  acceptedBy: Actor | null;
  /** The newest passed check. */
  passed: { by: Actor; means: CheckMeans } | null;
  dispatched: boolean;
  rejected: boolean;
  closings: Closing[];
}

/** What is known so far. Plain data; joined only when it is asked for, because a tick's truth is logged after its cases. */
export interface TruthLines {
  tick: number;
  hazards: Record<string, HazardLine>;
  /** The hazard behind a signal; null: nothing. */
  behind: Record<SignalId, string | null>;
  cases: Record<CaseId, JudgedCase>;
}

/** Kinds of evidence that are detections: what was seen before anybody was sent. */
const DETECTIONS: ReadonlySet<Evidence['kind']> = new Set(['hit', 'trip', 'call', 'report']);

export const createScores = (): TruthLines => ({ tick: -1, hazards: {}, behind: {}, cases: {} });

const isCase = (entry: Entry): entry is Entry & CaseEntry => entry.kind.startsWith('case.');
const isTruth = (entry: Entry): entry is Entry & TruthEntry => entry.kind.startsWith('truth.');

/** Adds one entry; entries come in order. All but `truth.*` and `case.*` only move `tick` on. */
export function addToScores(scores: TruthLines, entry: Entry): void {
  scores.tick = entry.tick;
  if (isTruth(entry)) addTruth(scores, entry);
  else if (isCase(entry)) addStep(scores, entry);
}

function addTruth(scores: TruthLines, entry: { tick: number } & TruthEntry): void {
  if (entry.kind === 'truth.hazard') {
    scores.hazards[entry.hazard] = { type: entry.type, beganTick: entry.tick, endedTick: null };
  } else if (entry.kind === 'truth.seen') {
    scores.behind[entry.signal] = entry.hazard;
  } else {
    const hazard = scores.hazards[entry.hazard];
    if (hazard !== undefined) hazard.endedTick = entry.tick;
  }
}

function addStep({ cases }: TruthLines, step: { tick: number } & CaseEntry): void {
  const { tick } = step;
  if (step.kind === 'case.discovered') {
    const signals = (step.evidence ?? []).filter(({ kind }) => DETECTIONS.has(kind)).map(({ id }) => id);
    cases[step.case] = {
      discoveredTick: tick,
      signals,
      acceptedBy: null,
      passed: null,
      dispatched: false,
      rejected: false,
      closings: [],
    };
    return;
  }
  const judged = cases[step.case];
  if (judged === undefined) return;
  if (step.kind === 'case.accepted') judged.acceptedBy = step.by;
  else if (step.kind === 'case.merged') judged.signals.push(step.signal);
  else if (step.kind === 'case.joined') cases[step.into]?.signals.push(...judged.signals);
  else if (step.kind === 'case.dispatched') judged.dispatched = true;
  else if (step.kind === 'case.rejected') judged.rejected = true;
  else if (step.kind === 'case.checked') judged.passed = step.pass ? { by: step.by, means: step.means } : null;
  else if (step.kind === 'case.closed' && judged.passed !== null) judged.closings.push({ tick, ...judged.passed });
}
