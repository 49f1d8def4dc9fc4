// Field units: called, on the road, at work, on the way home. Orders come in here, and what was noted for a unit comes due here.
import type { UnitKindId } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { RosterUnit } from '@onescreen/shared/log';
import type { Order } from '@onescreen/shared/protocol';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Happening, Job, UnitNow } from './happenings.ts';
import { backInService, home, leave, placeOf, plan, setOff } from './moving.ts';
import type { Field } from './sending.ts';
import { send } from './sending.ts';
import { standDown } from './support.ts';
import { arrive, askHelp, finish } from './work.ts';

/** From the order to the wheels turning, seconds: those who sit by the door, those who load gear first. */
const DEPARTS: Readonly<Record<'ready' | 'patrolling' | 'loading', readonly [number, number]>> = {
  ready: [20, 60],
  patrolling: [20, 75],
  loading: [50, 120],
};
function departsSeconds(kind: UnitKindId): readonly [number, number] {
  switch (kind) {
    case 'fire':
    case 'ambulance':
      return DEPARTS.ready;
    case 'chengguan':
    case 'police':
    case 'traffic-police':
    case 'neighbourhood':
    case 'bike-operator':
    case 'sanitation':
      return DEPARTS.patrolling;
    default:
      return DEPARTS.loading;
  }
}

/** Share of orders that a unit sends back; urgent ones are hardly ever sent back, and a call for help never. */
const REFUSED_SHARE = 0.03;
const REFUSED_URGENT_SHARE = 0.005;
/** A unit that sends an order back has looked at it first. */
const REFUSES_SECONDS: readonly [number, number] = [2 * MINUTE, 8 * MINUTE];

const within = ([low, high]: readonly [number, number], random: Random): number => low + (high - low) * random.next();

type Go = Extract<Order, { kind: 'go' }>;

/** A new field force: everybody at the station. */
export const unitsAtHome = (units: readonly RosterUnit[]): UnitNow[] =>
  units.map(() => ({ turn: 0, status: 'idle', path: null, job: null, calls: 0, drives: 0 }));

function indexOf(field: Field, unit: string): number {
  const index = field.setting.unitIndex.get(unit);
  if (index === undefined) throw new RangeError(`unit ${unit} is not on the roster`);
  return index;
}

/** Applies `go` and `recall`. Throws RangeError for a unit that is not on the roster. */
export function orderUnit(field: Field, order: Extract<Order, { kind: 'go' | 'recall' }>, tick: number): void {
  const index = indexOf(field, order.unit);
  if (order.kind === 'recall') recall(field, index, tick);
  else call(field, index, order, tick);
}

/** The unit drops what it does; one that has left its long job to others calls these off. */
function recall(field: Field, index: number, tick: number): void {
  const { contracts, units } = field.state;
  const now = units[index]!;
  if (now.status === 'away') return;
  if (now.job === null) {
    const newest = [...contracts].findLast(([, { unit }]) => unit === index);
    if (newest !== undefined) contracts.delete(newest[0]);
    return;
  }
  if (contracts.get(now.job.case)?.unit === index) contracts.delete(now.job.case);
  now.turn++;
  leave(field, index, tick);
}

/** Out of service where it stands, for so many minutes. One that is so already stays as it is. Throws RangeError as `orderUnit` does. */
export function loseUnit(field: Field, unit: string, minutes: number, tick: number): void {
  const index = indexOf(field, unit);
  const now = field.state.units[index]!;
  if (now.status === 'away') return;
  if (now.job !== null && field.state.contracts.get(now.job.case)?.unit === index)
    field.state.contracts.delete(now.job.case);
  const at = placeOf(field, index, tick);
  now.turn++;
  now.status = 'away';
  now.job = null;
  now.path = [[...at, tick]];
  send(field, { kind: 'unit.lost', tick, unit, at });
  plan(field.state, index, tick + Math.round(minutes * MINUTE), 'back');
}

const jobOf = ({ id, case: caseId, type, to, role }: Go, tick: number): Job => ({
  order: id,
  case: caseId,
  type,
  to,
  role,
  calledTick: tick,
  hazards: [],
  attempt: 0,
  work: null,
});

function call(field: Field, index: number, order: Go, tick: number): void {
  const { setting, state } = field;
  const now = state.units[index]!;
  if (now.status === 'away') return;
  if (now.job?.order === order.id) return;
  // Whoever has the case from now on does the whole job.
  if (order.role === 'lead') state.contracts.delete(order.case);
  if (now.status === 'working') return callAtWork(field, index, order, tick);
  now.turn++;
  now.job = jobOf(order, tick);
  now.status = 'called';
  const random = createRandom(setting.seed, `call/${order.unit}/${now.calls++}`);
  const share = caseTypeByCode(order.type).priority === 1 ? REFUSED_URGENT_SHARE : REFUSED_SHARE;
  const refuses = random.next() < share && order.role === 'lead';
  const seconds = refuses
    ? within(REFUSES_SECONDS, random)
    : within(departsSeconds(setting.units[index]!.kind), random);
  plan(state, index, tick + Math.round(seconds), refuses ? 'refuse' : 'depart');
}

/** A helper takes over the case that it stands at; any other order is sent back, since the unit has its hands full. */
function callAtWork(field: Field, index: number, order: Go, tick: number): void {
  const now = field.state.units[index]!;
  if (order.role === 'lead' && now.job?.role === 'support' && now.job.case === order.case) {
    now.turn++;
    now.job = jobOf(order, tick);
    arrive(field, index, tick);
    return;
  }
  send(field, { kind: 'unit.returned', tick, unit: order.unit, order: order.id, reason: 'not-our-duty' });
}

/** What was noted for a unit comes due. Notes of an earlier plan fall away. */
export function unitDue(field: Field, due: Extract<Happening, { what: 'unit' }>, tick: number): void {
  const now = field.state.units[due.unit]!;
  if (now.turn !== due.turn) return;
  switch (due.does) {
    case 'depart':
      return depart(field, due.unit, tick);
    case 'refuse':
      return refuse(field, due.unit, tick);
    case 'arrive':
      return arrive(field, due.unit, tick);
    case 'help':
      return askHelp(field, due.unit, tick);
    case 'finish':
      return finish(field, due.unit, tick);
    case 'stand-down':
      return standDown(field, due.unit, tick);
    case 'leave':
      return leave(field, due.unit, tick);
    case 'home':
      return home(field, due.unit, tick);
    case 'back':
      return backInService(field, due.unit, tick);
    default:
      return unreachable(due.does);
  }
}

function depart(field: Field, index: number, tick: number): void {
  const now = field.state.units[index]!;
  now.status = 'driving';
  plan(field.state, index, setOff(field, index, now.job!.to, tick), 'arrive');
}

function refuse(field: Field, index: number, tick: number): void {
  const now = field.state.units[index]!;
  const unit = field.setting.units[index]!;
  const random = createRandom(field.setting.seed, `refuse/${unit.id}/${now.calls}`);
  const reason = random.pick(['not-our-territory', 'not-our-duty', 'ownership-unclear'] as const);
  send(field, { kind: 'unit.returned', tick, unit: unit.id, order: now.job!.order, reason });
  leave(field, index, tick);
}
