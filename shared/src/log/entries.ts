// Every kind of log entry. The log is the product: all else is a fold over these and the samples.
// An entry is small, structured and final. `seq` is gapless within a run.

import type { CaseState, HandlingLevel } from '../cases/types.ts';
import type { CheckMeans, Priority, UnitKindId } from '../catalogue/types.ts';
import type { Position } from '../geography/types.ts';
import type { Actor, CaseId, OrderId, RunId, SignalId, UnitId } from '../ids.ts';
import type { RoleId } from '../people/types.ts';

export interface RosterUnit {
  id: UnitId;
  kind: UnitKindId;
  zh: string;
  en: string;
  /** Where it stands when idle. */
  station: Position;
  /** Area index of the street it belongs to. */
  area: number;
  /** When it is on duty: the whole day, or one of two shifts (see `isOnShift`). */
  shift: 'all' | 'day' | 'night';
  /** What it can do beyond its kind, e.g. `high-rise`, `pump`; a case type may ask for one (`CaseType.skill`). */
  skills: readonly string[];
}
export interface RosterCamera {
  id: string;
  zh: string;
  en: string;
  at: Position;
  area: number;
  /** Case type codes that its detector looks for. */
  sees: readonly string[];
}
export interface ScenarioPhase {
  tick: number;
  agency: string;
  zh: string;
  en: string;
}
/** What a run is made of; the first entry carries it. */
export interface RunInfo {
  run: RunId;
  scenario: string;
  zh: string;
  en: string;
  seed: number;
  density: number;
  policy: string;
  /** UTC milliseconds of tick 0. */
  epochMs: number;
  durationTicks: number;
  stepTicks: number;
  units: readonly RosterUnit[];
  cameras: readonly RosterCamera[];
  phases: readonly ScenarioPhase[];
}

export type HotlineAnswer = 'very-satisfied' | 'satisfied' | 'dissatisfied' | 'no-answer';

/** One piece of what justifies a step: a signal, a sample or an order's answer, with what was seen. */
/** Of what a value of evidence counts: a word, which a screen says in its own language. */
export type MeasureWord =
  | 'objects'
  | 'persons'
  | 'persons/m²'
  | 'calls'
  | 'satisfaction'
  | 'reached'
  | 'h'
  | 'min'
  | 's';
/** … or a symbol, the same in every language. */
export type MeasureSymbol = '%' | '%LEL' | '°' | '℃' | 'A' | 'MPa' | 'MW' | 'cm' | 'km/h' | 'mg/L' | 'µg/m³';
export type Measure = MeasureWord | MeasureSymbol;

export interface Evidence {
  kind:
    | 'hit'
    | 'trip'
    | 'call'
    | 'report'
    | 'review'
    | 'shot'
    | 'reading'
    | 'callback'
    | 'photo'
    | 'visit'
    | 'document'
    | 'sample';
  id: SignalId;
  tick: number;
  confidence?: number;
  /** Objects counted, metres, lux…: what the detector or sensor said. */
  value?: number;
  /** A `Measure` where the simulator says it; another source may have its own. */
  unit?: string;
  camera?: string;
  clear?: boolean;
  text?: { zh: string; en: string };
}

/** A unit that would have come next. */
export interface RunnerUp {
  unit: UnitId;
  /** By road, estimated. */
  distanceMetres: number;
  travelSeconds: number;
}

interface CaseBase {
  case: CaseId;
  by: Actor;
  reason?: string;
  evidence?: readonly Evidence[];
}

export type CaseEntry =
  | (CaseBase & {
      kind: 'case.discovered';
      type: string;
      at: Position;
      area: number;
      source: string;
      confidence: number;
      camera?: string;
    })
  | (CaseBase & { kind: 'case.accepted' })
  | (CaseBase & { kind: 'case.rejected'; reason: string })
  | (CaseBase & { kind: 'case.merged'; signal: SignalId })
  | (CaseBase & { kind: 'case.filed'; number: string; dueTick: number; priority: Priority })
  | (CaseBase & {
      kind: 'case.dispatched';
      unit: UnitId;
      order: OrderId;
      distanceMetres: number;
      travelSeconds: number;
      runnersUp: readonly RunnerUp[];
    })
  | (CaseBase & { kind: 'case.supported'; unit: UnitId; order: OrderId; distanceMetres: number; reason: string })
  | (CaseBase & { kind: 'case.withdrawn'; unit: UnitId; reason: string })
  | (CaseBase & { kind: 'case.contacted' })
  | (CaseBase & { kind: 'case.taken' })
  | (CaseBase & { kind: 'case.released' })
  | (CaseBase & { kind: 'case.joined'; into: CaseId; reason: string })
  | (CaseBase & { kind: 'case.ruled'; level: 'district' | 'city'; ruling: 'force' | 'another'; reason: string })
  | (CaseBase & { kind: 'case.confirmed'; level: HandlingLevel })
  /** After closing: a person looked at what the machine had closed. */
  | (CaseBase & { kind: 'case.inspected'; pass: boolean })
  | (CaseBase & { kind: 'case.included'; incident: string })
  | (CaseBase & { kind: 'case.returned'; unit: UnitId; reason: string })
  | (CaseBase & { kind: 'case.arrived'; unit: UnitId })
  | (CaseBase & { kind: 'case.handled'; unit: UnitId })
  | (CaseBase & { kind: 'case.extended'; dueTick: number; reason: string })
  | (CaseBase & { kind: 'case.suspended'; untilTick: number; plan: string; reason: string })
  | (CaseBase & { kind: 'case.resumed'; dueTick: number })
  | (CaseBase & { kind: 'case.checked'; means: CheckMeans; pass: boolean })
  | (CaseBase & { kind: 'case.reworked'; dueTick: number; reason: string })
  | (CaseBase & { kind: 'case.escalated'; to: Exclude<HandlingLevel, 'village'>; reason: string })
  | (CaseBase & { kind: 'case.urged'; percent: 80 | 100 | 150 })
  | (CaseBase & { kind: 'case.closed'; automatic: boolean })
  | (CaseBase & { kind: 'case.evaluated'; answer: HotlineAnswer | 'by-rule' })
  /** `was`: the case as it was closed, when it had left the state by then. */
  | (CaseBase & { kind: 'case.reopened'; dueTick: number; reason: string; was?: CaseState })
  | (CaseBase & { kind: 'case.voided'; reason: string });

export interface Alarm {
  /** `power-load@310000` */
  alarm: string;
  indicator: string;
  area: number;
}
export type AlarmEntry =
  | (Alarm & {
      kind: 'alarm.raised';
      severity: 'warning' | 'critical';
      value: number;
      limit: number;
      firstOut: boolean;
    })
  | (Alarm & { kind: 'alarm.acknowledged'; by: Actor })
  | (Alarm & { kind: 'alarm.shelved'; by: Actor; untilTick: number; reason: string })
  /** Taken off its shelf: by a person, or by the rule when the shelf ends. */
  | (Alarm & { kind: 'alarm.unshelved'; by: Actor })
  | (Alarm & { kind: 'alarm.cleared'; value: number });

/** A path is [lon, lat, tick] points: a position for any playhead, not a stream of positions. */
export type Path = readonly (readonly [lon: number, lat: number, tick: number])[];
export type UnitEntry =
  | { kind: 'unit.ordered'; unit: UnitId; order: OrderId; case: CaseId; to: Position }
  | { kind: 'unit.moved'; unit: UnitId; path: Path; case?: CaseId }
  | { kind: 'unit.arrived'; unit: UnitId; at: Position; case?: CaseId }
  | { kind: 'unit.freed'; unit: UnitId }
  /** Out of service, at this place, until `unit.back`. */
  | { kind: 'unit.lost'; unit: UnitId; at: Position }
  | { kind: 'unit.back'; unit: UnitId };

export type RunEntry =
  /** `engine`: version of the platform's engine that decides the run; not there in the first recordings. */
  { kind: 'run.started'; info: RunInfo; engine?: number } | { kind: 'run.finished'; reason: string };

export type PlanEntry =
  | { kind: 'plan.step'; agency: string; zh: string; en: string }
  | { kind: 'response.level'; level: 0 | 1 | 2 | 3 | 4; colour: string; lead: string };

export type IncidentEntry =
  | {
      kind: 'incident.opened';
      incident: string;
      type: string;
      area: number;
      level: 'district' | 'city';
      commander: Actor;
      reason: string;
    }
  | { kind: 'incident.raised'; incident: string; area: number; level: 'city'; commander: Actor; reason: string }
  | { kind: 'incident.closed'; incident: string };

/** Who asked for what; with the body, so that the run can be played again with the same commands. */
export type CommandEntry =
  | { kind: 'command.received'; command: string; by: Actor; role: RoleId; scope: string; body: unknown }
  | { kind: 'command.refused'; command: string; by: Actor; role: RoleId; scope: string; body: unknown; reason: string };

/** A full personal record was opened. The record itself is never in the log. */
export type LookEntry = { kind: 'record.looked'; case: CaseId; by: Actor; role: RoleId };

/** The truth stands beside, for scoring. No decision reads it. */
export type TruthEntry =
  | { kind: 'truth.hazard'; hazard: string; type: string; at: Position; area: number; cause: string }
  | { kind: 'truth.ended'; hazard: string; by: 'unit' | 'itself' }
  | { kind: 'truth.seen'; hazard: string | null; signal: SignalId };

export type EntryBody =
  | RunEntry
  | CaseEntry
  | AlarmEntry
  | UnitEntry
  | PlanEntry
  | IncidentEntry
  | CommandEntry
  | LookEntry
  | TruthEntry;
export type EntryKind = EntryBody['kind'];
export type Entry = { run: RunId; seq: number; tick: number } & EntryBody;
