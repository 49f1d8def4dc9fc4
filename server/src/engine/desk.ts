// The desk that every rule works at during one tick: what is known, how to write an entry, give an order and set a reminder.

import type { CaseCommand, CaseState, Decision } from '@onescreen/shared/cases';
import { decide, endTick, evolveCases, isEnded, KEEP_ENDED_TICKS } from '@onescreen/shared/cases';
import type { CaseType } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { ChangesCollector } from '@onescreen/shared/city';
import type { CaseId, OrderId } from '@onescreen/shared/ids';
import type { CaseEntry, Entry, EntryBody, RunInfo } from '@onescreen/shared/log';
import type { Order, ResidentRecord } from '@onescreen/shared/protocol';
import type { DispatchPolicy, Fleet } from './dispatchPolicy.ts';
import type { CaseWork, EngineState } from './state.ts';
import type { TimerPurpose } from './timers.ts';
import { setTimer } from './timers.ts';

export interface Desk {
  readonly info: RunInfo;
  readonly state: EngineState;
  readonly fleet: Fleet;
  /** The one that `state.policy` names. */
  policy: DispatchPolicy;
  readonly changes: ChangesCollector;
  tick: number;
  /** Entries of the tick so far. */
  entries: Entry[];
  /** Orders of the step so far. */
  orders: Order[];
  /** Personal records that came in the step so far. */
  residents: { case: CaseId; record: ResidentRecord }[];
  /** Filed cases whose time to be dispatched has come in this tick. */
  toDispatch: CaseId[];
  /** Called with each case entry after it was written: what follows from it. */
  onCaseEntry: (desk: Desk, entry: CaseEntry) => void;
}

/** Writes an entry: it gets its seq and is folded in at once. */
export function record(desk: Desk, body: EntryBody): void {
  const { cases } = desk.state;
  const entry: Entry = { run: desk.info.run, seq: cases.seq + 1, tick: desk.tick, ...body };
  evolveCases(cases, entry);
  desk.entries.push(entry);
}

/** The case; one that has ended so long ago that the next entry may sweep it out of the state is gone already. */
export function caseOf(desk: Desk, id: CaseId): CaseState | undefined {
  const state = desk.state.cases.cases[id];
  return state && isEnded(state) && desk.tick - endTick(state) >= KEEP_ENDED_TICKS ? undefined : state;
}

/** What the rule book says to a command, with nothing done. */
export const judge = (desk: Desk, caseId: CaseId, command: CaseCommand): Decision =>
  decide(command, caseOf(desk, caseId) ?? null, {
    case: caseId,
    tick: desk.tick,
    epochMs: desk.info.epochMs,
  });

/** Gives a command to a case. True when it was carried out; what follows is set going before this returns. */
export function act(desk: Desk, caseId: CaseId, command: CaseCommand): boolean {
  const decision = judge(desk, caseId, command);
  if (decision.events === undefined) return false;
  for (const event of decision.events) record(desk, event);
  for (const event of decision.events) desk.onCaseEntry(desk, event);
  return true;
}

/** Rings at `tick`, at the earliest in the next one. */
export function remind(desk: Desk, tick: number, purpose: TimerPurpose, subject: string, key = ''): void {
  setTimer(desk.state.timers, Math.max(tick, desk.tick + 1), purpose, subject, key);
}

export const workOf = (desk: Desk, id: CaseId): CaseWork | undefined => desk.state.works[id];
export const typeOf = (state: { type: string }): CaseType => caseTypeByCode(state.type);

/** Replaces part of what is known of a case beside the log. */
export function note(desk: Desk, id: CaseId, changed: Partial<CaseWork>): void {
  const work = desk.state.works[id];
  if (work !== undefined) desk.state.works[id] = { ...work, ...changed };
}

export function newOrderId(desk: Desk): OrderId {
  desk.state.ordersMade += 1;
  return `O${String(desk.state.ordersMade).padStart(6, '0')}`;
}

export function newCaseId(desk: Desk): CaseId {
  desk.state.casesMade += 1;
  return `C${String(desk.state.casesMade).padStart(5, '0')}`;
}
