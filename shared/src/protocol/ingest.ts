// World → platform (/ingest): one batch a step, acknowledged after commit; orders come back in the ack.
import type { CheckMeans } from '../catalogue/types.ts';
import type { Position } from '../geography/types.ts';
import type { CaseId, OrderId, RunId, SignalId, UnitId } from '../ids.ts';
import type { Evidence, Path, RunInfo, TruthEntry } from '../log/entries.ts';
import type { Inject } from './inject.ts';

/** A resident as the neighbourhood committee knows them. Made up; kept beside the log, never in it. */
export interface ResidentRecord {
  name: string;
  age: number;
  phone: string;
  /** To the door; the log and the screen know the building only. */
  address: { zh: string; en: string };
}

/** What a city sends. None of these says whether it is true. */
export type Signal =
  /** One camera frame in which the detector saw a case type. */
  | {
      kind: 'hit';
      id: SignalId;
      tick: number;
      camera: string;
      type: string;
      at: Position;
      area: number;
      confidence: number;
      count: number;
    }
  | {
      kind: 'trip';
      id: SignalId;
      tick: number;
      sensor: string;
      type: string;
      at: Position;
      area: number;
      value: number;
      unit: string;
      resident?: ResidentRecord;
    }
  | {
      kind: 'call';
      id: SignalId;
      tick: number;
      line: '12345' | '110' | '119' | '120' | '96333' | '962777';
      type: string;
      at: Position;
      area: number;
      text: { zh: string; en: string };
    }
  | {
      kind: 'report';
      id: SignalId;
      tick: number;
      patrol: string;
      type: string;
      at: Position;
      area: number;
      text: { zh: string; en: string };
      resident?: ResidentRecord;
    }
  | { kind: 'unit.moved'; id: SignalId; tick: number; unit: UnitId; path: Path; order: OrderId | null }
  | { kind: 'unit.arrived'; id: SignalId; tick: number; unit: UnitId; at: Position; order: OrderId | null }
  /** The unit says it is done (photo in `evidence`). Whether the hazard is gone is for a check to find out. */
  | { kind: 'unit.handled'; id: SignalId; tick: number; unit: UnitId; order: OrderId; evidence: Evidence }
  | {
      kind: 'unit.returned';
      id: SignalId;
      tick: number;
      unit: UnitId;
      order: OrderId;
      reason: 'not-our-territory' | 'not-our-duty' | 'ownership-unclear';
    }
  | { kind: 'unit.help'; id: SignalId; tick: number; unit: UnitId; order: OrderId; needs: { zh: string; en: string } }
  /** 申请延期, 申请挂账: the unit on site cannot do it in time. `minutes` on the case's clock for `extend`, from now for `suspend`. */
  | {
      kind: 'unit.asks';
      id: SignalId;
      tick: number;
      unit: UnitId;
      order: OrderId;
      what: 'extend' | 'suspend';
      minutes: number;
      reason: 'engineering-work' | 'weather' | 'complex-case';
      plan: string;
    }
  | { kind: 'unit.freed'; id: SignalId; tick: number; unit: UnitId }
  /** Out of service where it stands, whatever it was doing; and in service again. */
  | { kind: 'unit.lost'; id: SignalId; tick: number; unit: UnitId; at: Position }
  | { kind: 'unit.back'; id: SignalId; tick: number; unit: UnitId }
  /** Answer to a check or review order: what was seen; `clear` = nothing of the case type there any more. */
  | { kind: 'checked'; id: SignalId; tick: number; order: OrderId; evidence: Evidence }
  | { kind: 'plan.step'; id: SignalId; tick: number; agency: string; zh: string; en: string }
  | { kind: 'response.level'; id: SignalId; tick: number; level: 0 | 1 | 2 | 3 | 4; colour: string; lead: string };

/** Samples of one step, columnar and in tick order: `ticks[i]`, `series[i]`, `quanta[i]`. */
export interface SampleColumns {
  ticks: Uint32Array;
  series: Uint16Array;
  quanta: Int32Array;
}

export interface Batch {
  run: RunId;
  /** 1, 2, 3 … per run: the source's sequence. A repeated number gets the stored ack again. */
  seq: number;
  /** First and last tick of the step, both included. The first step of a run is 0 … stepTicks − 1. */
  fromTick: number;
  toTick: number;
  samples: SampleColumns;
  signals: readonly Signal[];
  /** Logged beside, never read by a decision. */
  truth: readonly ({ tick: number } & TruthEntry)[];
  /** The last batch of the run. */
  last: boolean;
}

/** Platform → world. Applied by the world from the step after the ack. */
export type Order =
  /** `role`: first on the case, or sent to help whoever is. */
  | { kind: 'go'; id: OrderId; unit: UnitId; case: CaseId; type: string; to: Position; role: 'lead' | 'support' }
  | { kind: 'recall'; id: OrderId; unit: UnitId }
  /** Look again: `review` a doubtful detection, prove a closure by `means`, or `contact` the citizen first (by `callback`). Names the detection's own device. */
  | {
      kind: 'check';
      id: OrderId;
      case: CaseId;
      purpose: 'review' | 'closure' | 'contact';
      means: CheckMeans;
      type: string;
      at: Position;
      area: number;
      device: string | null;
      afterTicks: number;
    }
  /** What a person brings into the world. */
  | { kind: 'inject'; id: OrderId; what: Inject };

export interface Ack {
  run: RunId;
  seq: number;
  orders: readonly Order[];
}

/** First message of a source. The server answers with where to go on. */
export interface Hello {
  protocol: number;
  source: string;
  /** `stage`: the run that everybody sees. `aside`: a branch that runs beside it, on a connection of its own. */
  lane: Lane;
  info: RunInfo;
  /** The scenario as YAML when it is not one of the library, so that the run can be simulated again from its recording. */
  scenarioText: string | null;
}
export type Lane = 'stage' | 'aside';
/** `lastSeq`: newest batch of this run that is committed (0 when none), with its ack, so that orders are not lost. */
export interface Welcome {
  run: RunId;
  lastSeq: number;
  lastAck: Ack | null;
}

/** Operator's hand on the world's wall-clock pace, or a new run. Never part of the log: pace is not in a run. */
export type Control =
  | { kind: 'pace'; speed: number; paused: boolean }
  | { kind: 'step' }
  | { kind: 'start'; scenario: string; seed: number; density: number; speed: number; policy?: string };

/** Re-creates the world of a run and goes on from there. Answered: it will say hello for it, or why not. */
export interface BranchOrder {
  lane: Lane;
  run: RunId;
  scenario: string;
  /** As YAML when it is not one of the library. */
  scenarioText: string | null;
  seed: number;
  density: number;
  policy: string;
  durationTicks: number;
  /** A `KeptWorld`'s; null: from tick 0. */
  world: Uint8Array | null;
  /** Up to here it hurries. */
  forkTick: number;
  /** On the stage: the pace from there on; null: the present one. */
  speed: number | null;
  /** Aside: the last tick of interest; null: the end of the scenario. */
  untilTick: number | null;
}

export interface PaceStatus {
  speed: number;
  paused: boolean;
  scenarios: readonly ScenarioSummary[];
}
export interface ScenarioSummary {
  id: string;
  zh: string;
  en: string;
  startLocal: string;
  durationMinutes: number;
  peakLevel: 0 | 1 | 2 | 3 | 4;
  facts: readonly { zh: string; en: string }[];
  /** What the launcher draws: typhoon, rain, crowd, metro, heat, gas, chem, expo, illness, fog, day, camera. */
  picture: string;
}
