// What can be asked of a case. A command says who and why; `decide` says what follows from it, or refuses.
import type { CheckMeans } from '../catalogue/types.ts';
import type { Position } from '../geography/types.ts';
import type { Actor, CaseId, OrderId, SignalId, UnitId } from '../ids.ts';
import type { CaseEntry, Evidence, HotlineAnswer } from '../log/entries.ts';
import type { CaseRefusal } from './reasons.ts';

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
      runnersUp: readonly { unit: UnitId; distanceMetres: number }[];
    })
  | (Asked & { kind: 'return'; unit: UnitId; reason: string })
  | (Asked & { kind: 'arrive'; unit: UnitId })
  | (Asked & { kind: 'handle'; unit: UnitId })
  /** `minutes` on the case's own clock. */
  | (Asked & { kind: 'extend'; minutes: number; reason: string })
  | (Asked & { kind: 'suspend'; untilTick: number; reason: string })
  | (Asked & { kind: 'resume' })
  | (Asked & { kind: 'check'; means: CheckMeans; pass: boolean })
  | (Asked & { kind: 'rework'; reason: string })
  | (Asked & { kind: 'escalate'; to: 'street' | 'district' | 'city'; reason: string })
  | (Asked & { kind: 'urge'; percent: 80 | 100 | 150 })
  | (Asked & { kind: 'close' })
  | (Asked & { kind: 'evaluate'; answer: HotlineAnswer | 'by-rule' })
  | (Asked & { kind: 'reopen'; reason: string })
  | (Asked & { kind: 'void'; reason: string });

/** When and for which case a command is given. `epochMs`: UTC milliseconds of tick 0. */
export interface Moment {
  case: CaseId;
  tick: number;
  epochMs: number;
}

/** One or more entries in order, or why not. */
export type Decision = { events: readonly CaseEntry[]; refusal?: never } | { refusal: CaseRefusal; events?: never };
