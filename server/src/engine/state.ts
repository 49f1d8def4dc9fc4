// All that the engine remembers: plain, structured-cloneable data. What follows from the run's info alone is not in here.

import type { CasesState } from '@onescreen/shared/cases';
import { createCasesState } from '@onescreen/shared/cases';
import type { CheckMeans } from '@onescreen/shared/catalogue';
import type { CityState, StateMachineState } from '@onescreen/shared/city';
import { createCity, createStateMachine } from '@onescreen/shared/city';
import type { Position } from '@onescreen/shared/geography';
import type { Actor, CaseId, OrderId, SignalId, UnitId } from '@onescreen/shared/ids';
import type { Evidence } from '@onescreen/shared/log';
import type { TimerQueue } from './timers.ts';
import { createTimers } from './timers.ts';
import type { EngineCounters } from './types.ts';

/** A question that was sent out and waits for its answer. */
export interface OpenCheck {
  order: OrderId;
  purpose: 'review' | 'self-correct' | 'closure';
  /** The person who asked for it; `null`: the desk. */
  askedBy: Actor | null;
  means: CheckMeans;
  /** 0 for the first look, 1 for the one that has to confirm it. */
  round: 0 | 1;
  /** Times that this look was asked. */
  attempts: number;
  /** What the earlier rounds showed. */
  seen: readonly Evidence[];
}

/** What the engine knows of a case beside the log: how detections are matched to it and what it waits for. */
export interface CaseWork {
  type: string;
  at: Position;
  /** The camera or sensor that found it. */
  device: string | null;
  lastSeenTick: number;
  lastMergeTick: number;
  /** Since when it waits for a unit. */
  waitingSince: number;
  /** Units that returned it or did not come. */
  excluded: readonly UnitId[];
  check: OpenCheck | null;
  /** The same thing was closed here less than a day ago: a person looks and a person closes. */
  repeat: boolean;
  /** What the unit on site asks for and nobody has granted yet. */
  ask: Ask | null;
}

/** 申请延期, 申请挂账, as the unit put it. */
export interface Ask {
  order: OrderId;
  unit: UnitId;
  signal: SignalId;
  tick: number;
  what: 'extend' | 'suspend';
  minutes: number;
  reason: string;
  plan: string;
}

/** A closed case that may still be reopened, as JSON: thousands of them are in every checkpoint, and few are ever read. */
export interface ArchivedCase {
  closedTick: number;
  device: string | null;
  /** A `CaseState` with those of its steps that a rule may still ask for. */
  json: string;
}

/** Where and when a case was closed, to tell a repeat. */
export interface ClosedPlace {
  at: Position;
  device: string | null;
  tick: number;
}

export type LiveOrder =
  | { kind: 'go'; case: CaseId; unit: UnitId; role: 'lead' | 'support' }
  | { kind: 'check'; case: CaseId }
  /** 先行联系, and 抽查 of a closed case. `attempt` from 1. */
  | { kind: 'contact'; case: CaseId; attempt: number }
  | { kind: 'spot'; case: CaseId; attempt: number };

/** One camera frame that waits for company. */
export interface WaitingHit {
  id: SignalId;
  tick: number;
  at: Position;
  area: number;
  confidence: number;
  count: number;
}

export interface EngineState {
  nextTick: number;
  city: CityState;
  machine: StateMachineState;
  cases: CasesState;
  timers: TimerQueue;
  casesMade: number;
  ordersMade: number;
  works: Record<CaseId, CaseWork>;
  /** Cases that detections of a type are compared with: those in `works`, by type. */
  matchable: Record<string, readonly CaseId[]>;
  orders: Record<OrderId, LiveOrder>;
  /** Cases closed within the last seven days, in the order of their closing. */
  archive: Record<CaseId, ArchivedCase>;
  /** Places of cases closed within the last day, by type. */
  recentlyClosed: Record<string, readonly ClosedPlace[]>;
  /** Cases that have a personal record, with the area they lie in. */
  residents: Record<CaseId, number>;
  incidentsMade: number;
  injectsMade: number;
  /** Name of the dispatch policy in force. */
  policy: string;
  /** Frames of the last minute by `camera|type`. */
  hits: Record<string, readonly WaitingHit[]>;
  /** Units that were called back: not to be ordered again before this tick or until they say that they are free. */
  recalled: Record<UnitId, number>;
  /** When each unit reached a case lately: its fatigue. Oldest first. */
  reached: Record<UnitId, readonly number[]>;
  /** Ids of the signals of the last quarter to half of an hour, in two generations. */
  signalsSeen: { newer: Set<SignalId>; older: Set<SignalId> };
  /** Alarms that are back in their band and wait out the off-delay: the tick at which they clear. */
  clearing: Record<string, number>;
  /** Newest tick at which each alarm was raised, active or not. */
  raised: Record<string, number>;
  counters: EngineCounters;
}

/** `policy`: the one that the run begins with. */
export const createEngineState = (policy: string): EngineState => ({
  nextTick: 0,
  city: createCity(),
  machine: createStateMachine(),
  cases: createCasesState(),
  timers: createTimers(),
  casesMade: 0,
  ordersMade: 0,
  works: {},
  matchable: {},
  orders: {},
  archive: {},
  recentlyClosed: {},
  residents: {},
  incidentsMade: 0,
  injectsMade: 0,
  policy,
  hits: {},
  recalled: {},
  reached: {},
  signalsSeen: { newer: new Set(), older: new Set() },
  clearing: {},
  raised: {},
  counters: {
    lateSamples: 0,
    repeatedSamples: 0,
    repeatedSignals: 0,
    unknownSignals: 0,
    staleAnswers: 0,
    absorbedDetections: 0,
  },
});
