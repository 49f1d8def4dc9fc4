// What can be asked of a case. A command says who and why; `decide` says what follows from it, or refuses.
import type { CheckMeans } from '../catalogue/types.ts';
import type { Position } from '../geography/types.ts';
import type { Actor, CaseId, OrderId, SignalId, UnitId } from '../ids.ts';
import type { CaseEntry, Evidence, HotlineAnswer, RunnerUp } from '../log/entries.ts';
import type { CaseRefusal } from './reasons.ts';
import type { CaseState, HandlingLevel } from './types.ts';

interface Asked {
  by: Actor;
  reason?: string;
  evidence?: readonly Evidence[];
}

export type CaseCommand =
  | (Asked & {
      kind: 'discover';
      type: string;
      at: Position;
      area: number;
      source: string;
      confidence: number;
      camera?: string;
    })
  | (Asked & { kind: 'accept' })
  | (Asked & { kind: 'reject'; reason: string })
  | (Asked & { kind: 'merge'; signal: SignalId; reason: string })
  /** `serial`: number of the filing within the run, from 1. */
  | (Asked & { kind: 'file'; serial: number })
  | (Asked & {
      kind: 'dispatch';
      unit: UnitId;
      order: OrderId;
      distanceMetres: number;
      travelSeconds: number;
      runnersUp: readonly RunnerUp[];
    })
  /** One more unit beside the first. */
  | (Asked & { kind: 'support'; unit: UnitId; order: OrderId; distanceMetres: number; reason: string })
  /** The centre takes its order back: a hand-over, a pre-emption, a mistake. */
  | (Asked & { kind: 'withdraw'; reason: string })
  /** 先行联系: the citizen was called. */
  | (Asked & { kind: 'contact' })
  /** A person takes the case in hand, or gives it back to the rules. */
  | (Asked & { kind: 'take' })
  | (Asked & { kind: 'release' })
  /** 并案: it is the same matter as another case. */
  | (Asked & { kind: 'join'; into: CaseId; reason: string })
  /** 裁定 of a second or third return. `force`: the unit that returned it has to do it. */
  | (Asked & { kind: 'rule'; ruling: 'force' | 'another'; reason: string })
  /** A level agrees to closing. */
  | (Asked & { kind: 'confirm'; level: HandlingLevel })
  /** 抽查 of a case that a machine closed. */
  | (Asked & { kind: 'spot-check'; pass: boolean })
  /** The case becomes part of an incident. */
  | (Asked & { kind: 'include'; incident: string })
  | (Asked & { kind: 'return'; unit: UnitId; reason: string })
  | (Asked & { kind: 'arrive'; unit: UnitId })
  | (Asked & { kind: 'handle'; unit: UnitId })
  /** `minutes` on the case's own clock. */
  | (Asked & { kind: 'extend'; minutes: number; reason: string })
  | (Asked & { kind: 'suspend'; untilTick: number; plan: string; reason: string })
  | (Asked & { kind: 'resume' })
  | (Asked & { kind: 'check'; means: CheckMeans; pass: boolean })
  | (Asked & { kind: 'rework'; reason: string })
  | (Asked & { kind: 'escalate'; to: Exclude<HandlingLevel, 'village'>; reason: string })
  | (Asked & { kind: 'urge'; percent: 80 | 100 | 150 })
  | (Asked & { kind: 'close' })
  | (Asked & { kind: 'evaluate'; answer: HotlineAnswer | 'by-rule' })
  /** `was`: the case as it was closed, where the state has let it go. */
  | (Asked & { kind: 'reopen'; reason: string; was?: CaseState })
  | (Asked & { kind: 'void'; reason: string });

/** When and for which case a command is given. `epochMs`: UTC milliseconds of tick 0. */
export interface Moment {
  case: CaseId;
  tick: number;
  epochMs: number;
}

/** One or more entries in order, or why not. */
export type Decision = { events: readonly CaseEntry[]; refusal?: never } | { refusal: CaseRefusal; events?: never };
