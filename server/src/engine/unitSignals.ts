// What units report: on the way, there, done, not ours, help, free. Reports for an order that is no longer theirs change no case.
import type { CaseStep } from '@onescreen/shared/cases';
import type { OrderId, UnitId } from '@onescreen/shared/ids';
import type { Signal } from '@onescreen/shared/protocol';
import type { Desk } from './desk.ts';
import { act, caseOf, record } from './desk.ts';
import { expectRelease, reassign } from './dispatching.ts';
import { noteReached } from './fleet.ts';
import { takeAsk } from './grants.ts';
import { dropOrders, recallUnits, sendSupport } from './sending.ts';
import type { LiveOrder } from './state.ts';

type Of<K extends Signal['kind']> = Extract<Signal, { kind: K }>;
type Go = Extract<LiveOrder, { kind: 'go' }>;

/** The order, if it is still this unit's. */
function liveOrder(desk: Desk, unit: UnitId, order: OrderId | null): Go | undefined {
  const live = order === null ? undefined : desk.state.orders[order];
  return live?.kind === 'go' && live.unit === unit ? live : undefined;
}

/**
 * The case that a unit is on, as an entry's optional field: by the order it names, else by what it was ordered to since. One that was called
 * away to another case while it set off is on that one.
 */
function caseField(desk: Desk, unit: UnitId, order: OrderId | null): { case?: string } {
  const id = liveOrder(desk, unit, order)?.case ?? desk.state.cases.units[unit]?.case;
  return id ? { case: id } : {};
}

export const unitMoved = (desk: Desk, { unit, path, order }: Of<'unit.moved'>): void =>
  record(desk, { kind: 'unit.moved', unit, path, ...caseField(desk, unit, order) });

export function unitArrived(desk: Desk, { unit, at, order }: Of<'unit.arrived'>): void {
  const live = liveOrder(desk, unit, order);
  // Home again; a unit that was ordered out in the meantime keeps its order.
  if (order === null && desk.state.cases.units[unit]?.case) return;
  if (order !== null && live === undefined) {
    desk.state.counters.staleAnswers += 1;
    return;
  }
  record(desk, { kind: 'unit.arrived', unit, at, ...(live === undefined ? {} : { case: live.case }) });
  if (live === undefined) return;
  noteReached(desk.state, unit, desk.tick);
  if (live.role === 'lead') act(desk, live.case, { kind: 'arrive', by: `unit:${unit}`, unit });
}

export function unitHandled(desk: Desk, { unit, order, evidence }: Of<'unit.handled'>): void {
  const live = liveOrder(desk, unit, order);
  if (live === undefined) {
    desk.state.counters.staleAnswers += 1;
    return;
  }
  const by = `unit:${unit}` as const;
  if (live.role === 'support') {
    delete desk.state.orders[order];
    return;
  }
  if (caseOf(desk, live.case)?.status === 'dispatched') act(desk, live.case, { kind: 'arrive', by, unit });
  delete desk.state.orders[order];
  act(desk, live.case, { kind: 'handle', by, unit, evidence: [evidence] });
  recallUnits(desk, live.case, 'support');
}

/** 退单. An order that may no longer be returned goes to another unit all the same: this one has left it. */
export function unitReturned(desk: Desk, { unit, order, reason }: Of<'unit.returned'>): void {
  const live = liveOrder(desk, unit, order);
  if (live === undefined) {
    desk.state.counters.staleAnswers += 1;
    return;
  }
  const work = desk.state.works[live.case];
  if (work !== undefined) desk.state.works[live.case] = { ...work, excluded: [...work.excluded, unit] };
  if (live.role === 'support') {
    delete desk.state.orders[order];
    return expectRelease(desk, live.case, unit);
  }
  const taken = act(desk, live.case, { kind: 'return', by: `unit:${unit}`, unit, reason });
  if (!taken) return reassign(desk, live.case, 'unit-left');
  delete desk.state.orders[order];
  expectRelease(desk, live.case, unit);
}

/** A unit of the same kind is sent to help, where one is free; the level above hears of it in any case. */
export function unitHelp(desk: Desk, { unit, order, needs }: Of<'unit.help'>): void {
  const live = liveOrder(desk, unit, order);
  if (live === undefined) {
    desk.state.counters.staleAnswers += 1;
    return;
  }
  const evidence = { kind: 'report', id: order, tick: desk.tick, text: needs } as const;
  const by = `unit:${unit}` as const;
  act(desk, live.case, { kind: 'escalate', by, to: 'district', reason: 'needs-help', evidence: [evidence] });
  const { kind } = desk.fleet.unit(unit)!;
  sendSupport(desk, live.case, { kind }, 'rule:needs-help', 'needs-help');
}

/** 申请延期, 申请挂账. A unit that helps asks through the first one. */
export function unitAsks(desk: Desk, signal: Of<'unit.asks'>): void {
  const live = liveOrder(desk, signal.unit, signal.order);
  if (live?.role === 'lead') takeAsk(desk, live.case, signal);
  else desk.state.counters.staleAnswers += 1;
}

/**
 * The unit is free. Jobs of days go on without it (its report comes later); one that leaves before it has arrived has dropped its case.
 */
export function unitFreed(desk: Desk, { unit, tick }: Of<'unit.freed'>): void {
  delete desk.state.recalled[unit];
  const before = desk.state.cases.units[unit];
  if (before === undefined || (before.case === null && before.status === 'returning')) return;
  const state = before.case === null ? undefined : caseOf(desk, before.case);
  const ordered = state?.steps.findLast((step) => isOrderTo(step, unit));
  const isSupport = state?.status === 'dispatched' || state?.status === 'handling' ? state.unit !== unit : false;
  // Said before it heard of its newest order.
  if ((state?.status === 'dispatched' || isSupport) && ordered !== undefined && tick < ordered.tick) return;
  record(desk, { kind: 'unit.freed', unit });
  if (state === undefined) return;
  if (isSupport) dropOrders(desk, state.id, unit);
  else if (state.status === 'dispatched') reassign(desk, state.id, 'unit-left');
}

const isOrderTo = (step: CaseStep, unit: UnitId): boolean =>
  (step.kind === 'case.dispatched' || step.kind === 'case.supported') && step.unit === unit;

/** Out of service: whoever it was sent to gets another unit. */
export function unitLost(desk: Desk, { unit, at }: Of<'unit.lost'>): void {
  const id = desk.state.cases.units[unit]?.case ?? null;
  delete desk.state.recalled[unit];
  record(desk, { kind: 'unit.lost', unit, at });
  const state = id === null ? undefined : caseOf(desk, id);
  if (state === undefined) return;
  const isLead = (state.status === 'dispatched' || state.status === 'handling') && state.unit === unit;
  if (isLead) reassign(desk, state.id, 'unit-left');
  else dropOrders(desk, state.id, unit);
}

export function unitBack(desk: Desk, { unit }: Of<'unit.back'>): void {
  if (desk.state.cases.units[unit]?.status === 'away') record(desk, { kind: 'unit.back', unit });
}
