// The door for what a city sends: each signal once, and only if it names things that exist.
import { hasCaseType } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { Signal } from '@onescreen/shared/protocol';
import { MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import { takeAnswer } from './checking.ts';
import { onResponse } from './climbing.ts';
import type { Desk } from './desk.ts';
import { record } from './desk.ts';
import { dropOldHits, takeCall, takeHit, takeReport, takeTrip } from './intake.ts';
import {
  unitArrived,
  unitAsks,
  unitBack,
  unitFreed,
  unitHandled,
  unitHelp,
  unitLost,
  unitMoved,
  unitReturned,
} from './unitSignals.ts';

/** Ids are remembered for one to two of these: a signal that is repeated later than that is taken as new. */
const REMEMBER_TICKS = 15 * MINUTE;

function isRepeated(desk: Desk, id: string): boolean {
  const { newer, older } = desk.state.signalsSeen;
  if (newer.has(id) || older.has(id)) return true;
  newer.add(id);
  return false;
}

/** Once a quarter of an hour: forgets old ids and old frames. */
export function tidySignals(desk: Desk): void {
  if (desk.tick % REMEMBER_TICKS !== 0) return;
  desk.state.signalsSeen = { newer: new Set(), older: desk.state.signalsSeen.newer };
  dropOldHits(desk);
}

/** Whether type, area and unit of the signal are ones that this run has. `unitExists`: is it on the roster? */
function isKnown(signal: Signal, unitExists: (id: string) => boolean): boolean {
  if ('type' in signal && !hasCaseType(signal.type)) return false;
  if ('area' in signal && areas[signal.area] === undefined) return false;
  if (signal.kind === 'unit.moved' && signal.path.length === 0) return false;
  return !('unit' in signal) || signal.kind === 'trip' || unitExists(signal.unit);
}

export function takeSignal(desk: Desk, signal: Signal, unitExists: (id: string) => boolean): void {
  const { counters } = desk.state;
  if (isRepeated(desk, signal.id)) {
    counters.repeatedSignals += 1;
    return;
  }
  if (!isKnown(signal, unitExists)) {
    counters.unknownSignals += 1;
    return;
  }
  dispatchSignal(desk, signal);
}

function dispatchSignal(desk: Desk, signal: Signal): void {
  switch (signal.kind) {
    case 'hit':
      return takeHit(desk, signal);
    case 'trip':
      return takeTrip(desk, signal);
    case 'call':
      return takeCall(desk, signal);
    case 'report':
      return takeReport(desk, signal);
    case 'unit.moved':
      return unitMoved(desk, signal);
    case 'unit.arrived':
      return unitArrived(desk, signal);
    case 'unit.handled':
      return unitHandled(desk, signal);
    case 'unit.returned':
      return unitReturned(desk, signal);
    case 'unit.help':
      return unitHelp(desk, signal);
    case 'unit.asks':
      return unitAsks(desk, signal);
    case 'unit.freed':
      return unitFreed(desk, signal);
    case 'unit.lost':
      return unitLost(desk, signal);
    case 'unit.back':
      return unitBack(desk, signal);
    case 'checked':
      return takeAnswer(desk, signal.order, signal.evidence);
    case 'plan.step':
      return record(desk, { kind: 'plan.step', agency: signal.agency, zh: signal.zh, en: signal.en });
    case 'response.level':
      record(desk, { kind: 'response.level', level: signal.level, colour: signal.colour, lead: signal.lead });
      return onResponse(desk);
    default:
      return unreachable(signal);
  }
}
