// Field units: called, on the road, at work, on the way home. Each step notes the next one on the agenda.

import type { CaseType, UnitKindId } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { Position, Zone } from '@onescreen/shared/geography';
import { areaAt, areas, distanceMetres } from '@onescreen/shared/geography';
import type { Evidence, RosterUnit } from '@onescreen/shared/log';
import type { Order } from '@onescreen/shared/protocol';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import { note } from './agenda.ts';
import type { FieldState, Happening, Hazard, Job, UnitNow } from './happenings.ts';
import { logNormal } from './hazards.ts';
import { arrivalTick, drive, positionOn } from './paths.ts';
import type { Field } from './sending.ts';
import { endHazard, hazardsAt, send, sendNamed } from './sending.ts';
import { doneWords, neededBy } from './workWords.ts';

/** Free-flow speed by zone, km/h (brief §4: 28 in the core, 38 in the suburbs; Pudong is both). */
const SPEED_KMH: Readonly<Record<Zone, number>> = { core: 28, suburb: 38, pudong: 33 };
const BLUE_LIGHT = 1.4;
const BLUE_LIGHT_KINDS: ReadonlySet<UnitKindId> = new Set(['fire', 'ambulance', 'police', 'traffic-police']);
/** However bad the jam, a unit moves; however clear the road, it keeps to the limit. km/h. */
const SLOWEST_KMH = 12;
const FASTEST_KMH = 80;

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

/** Share of orders that a unit sends back, and of jobs that need help; urgent ones are hardly ever sent back. */
const REFUSED_SHARE = 0.03;
const REFUSED_URGENT_SHARE = 0.005;
/** A unit that sends an order back has looked at it first. */
const REFUSES_SECONDS: readonly [number, number] = [2 * MINUTE, 8 * MINUTE];
const HELP_SHARE = 0.02;
const HELP_PROLONGS = 1.3;
/** A finished job has really ended its hazard with this probability; a second look does it better. */
const CURED_SHARE = 0.94;
const CURED_AGAIN_SHARE = 0.97;
/** A job takes at least this share of its drawn time on the spot, however long the drive was. */
const LEAST_ON_SPOT = 0.2;
/** A job longer than this is not done on the spot: after a visit the rest is desk or contractor work. Minutes. */
const LONG_JOB_MINUTES = 180;
const VISIT_MINUTES: readonly [number, number] = [25, 60];
/** 90 % of a normal distribution lie below this many deviations. */
const P90_DEVIATIONS = 1.2816;
/** Nearer than this a unit is at its station already. */
const AT_HOME_METRES = 25;

const within = ([low, high]: readonly [number, number], random: Random): number => low + (high - low) * random.next();

/** A new field force: everybody at the station. */
export const unitsAtHome = (units: readonly RosterUnit[]): UnitNow[] =>
  units.map(() => ({ turn: 0, status: 'idle', path: null, job: null, calls: 0, drives: 0 }));

type Deed = Extract<Happening, { what: 'unit' }>['does'];

function plan(state: FieldState, unit: number, tick: number, does: Deed): void {
  note<Happening>(state.agenda, tick, { what: 'unit', unit, turn: state.units[unit]!.turn, does });
}

const placeOf = (field: Field, unit: number, tick: number): Position => {
  const { path } = field.state.units[unit]!;
  return path === null ? field.setting.units[unit]!.station : positionOn(path, tick);
};

/** Applies `go` and `recall`. Throws RangeError for a unit that is not on the roster. */
export function orderUnit(field: Field, order: Extract<Order, { kind: 'go' | 'recall' }>, tick: number): void {
  const index = field.setting.unitIndex.get(order.unit);
  if (index === undefined)
    throw new RangeError(`order ${order.id} is for unit ${order.unit}, which is not on the roster`);
  if (order.kind === 'recall') recall(field, index, tick);
  else call(field, index, order, tick);
}

function recall(field: Field, index: number, tick: number): void {
  const now = field.state.units[index]!;
  if (now.job === null) return;
  now.turn++;
  leave(field, index, tick);
}

function call(field: Field, index: number, order: Extract<Order, { kind: 'go' }>, tick: number): void {
  const { setting, state } = field;
  const now = state.units[index]!;
  if (now.job?.order === order.id) return;
  if (now.status === 'working') {
    send(field, { kind: 'unit.returned', tick, unit: order.unit, order: order.id, reason: 'not-our-duty' });
    return;
  }
  now.turn++;
  const { id, case: caseId, type, to } = order;
  now.job = { order: id, case: caseId, type, to, calledTick: tick, hazards: [], attempt: 0 };
  now.status = 'called';
  const random = createRandom(setting.seed, `call/${order.unit}/${now.calls++}`);
  const refuses = random.next() < (caseTypeByCode(type).priority === 1 ? REFUSED_URGENT_SHARE : REFUSED_SHARE);
  const seconds = refuses
    ? within(REFUSES_SECONDS, random)
    : within(departsSeconds(setting.units[index]!.kind), random);
  plan(state, index, tick + Math.round(seconds), refuses ? 'refuse' : 'depart');
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
    case 'leave':
      return leave(field, due.unit, tick);
    case 'home':
      return home(field, due.unit, tick);
    default:
      return unreachable(due.does);
  }
}

function metresPerSecond(field: Field, kind: UnitKindId, to: Position): number {
  const area = areaAt(to);
  const free = SPEED_KMH[areas[area]!.zone] * (BLUE_LIGHT_KINDS.has(kind) ? BLUE_LIGHT : 1);
  const kmh = free / Math.max(0.8, field.setting.congestion(area));
  return Math.min(FASTEST_KMH, Math.max(SLOWEST_KMH, kmh)) / 3.6;
}

function setOff(field: Field, index: number, to: Position, tick: number): number {
  const { setting, state } = field;
  const now = state.units[index]!;
  const unit = setting.units[index]!;
  const random = createRandom(setting.seed, `drive/${unit.id}/${now.drives++}`);
  const path = drive(placeOf(field, index, tick), to, tick, metresPerSecond(field, unit.kind, to), random);
  now.path = path;
  send(field, { kind: 'unit.moved', tick, unit: unit.id, path, order: now.job?.order ?? null });
  return arrivalTick(path);
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

/** Whole working time of a job, seconds, from the type's published median and p90. */
function jobSeconds(type: CaseType, random: Random): number {
  const { median, p90 } = type.handlingMinutes;
  return logNormal(median, Math.log(p90 / median) / P90_DEVIATIONS, random) * MINUTE;
}

function arrive(field: Field, index: number, tick: number): void {
  const { setting, state } = field;
  const now = state.units[index]!;
  const unit = setting.units[index]!;
  const found = hazardsAt(field, now.job!.type, now.job!.to);
  const attempt = Math.max(0, ...found.map(({ handlings }) => handlings));
  const job: Job = { ...now.job!, hazards: found.map(({ id }) => id), attempt };
  now.job = job;
  now.status = 'working';
  send(field, { kind: 'unit.arrived', tick, unit: unit.id, at: placeOf(field, index, tick), order: job.order });
  const random = createRandom(setting.seed, `work/${found[0]?.id ?? job.case}/${attempt}`);
  if (found.length === 0) {
    plan(state, index, tick + Math.round((2 + 4 * random.next()) * MINUTE), 'finish');
    return;
  }
  const whole = jobSeconds(caseTypeByCode(job.type), random) * (attempt > 0 ? 0.5 : 1);
  const onSpot = Math.max(MINUTE, LEAST_ON_SPOT * whole, whole - (tick - job.calledTick));
  if (onSpot > LONG_JOB_MINUTES * MINUTE) {
    note<Happening>(state.agenda, tick + Math.round(onSpot), { what: 'report', unit: index, job });
    plan(state, index, tick + Math.round(within(VISIT_MINUTES, random) * MINUTE), 'leave');
    return;
  }
  const needsHelp = random.next() < HELP_SHARE;
  if (needsHelp) plan(state, index, tick + Math.round(0.2 * onSpot), 'help');
  plan(state, index, tick + Math.round(onSpot * (needsHelp ? HELP_PROLONGS : 1)), 'finish');
}

function askHelp(field: Field, index: number, tick: number): void {
  const unit = field.setting.units[index]!;
  const order = field.state.units[index]!.job!.order;
  send(field, { kind: 'unit.help', tick, unit: unit.id, order, needs: neededBy(unit.kind) });
}

function finish(field: Field, index: number, tick: number): void {
  const { job } = field.state.units[index]!;
  reportDone(field, index, job!, tick);
  plan(field.state, index, tick + 30 + (job!.calledTick % 60), 'leave');
}

/** The unit says that the job is done. Most often the hazard is gone then; now and then it is not. */
export function reportDone(field: Field, index: number, job: Job, tick: number): void {
  const { setting, state } = field;
  const unit = setting.units[index]!;
  const found = job.hazards.length > 0;
  for (const id of job.hazards) {
    const hazard = state.hazards.get(id);
    if (hazard !== undefined && cures(setting.seed, hazard)) endHazard(field, id, tick, 'unit');
  }
  sendNamed(field, (id) => {
    const evidence: Evidence = { kind: 'photo', id, tick, text: doneWords(unit.kind, found) };
    return { kind: 'unit.handled', id, tick, unit: unit.id, order: job.order, evidence };
  });
}

function cures(seed: number, hazard: Hazard): boolean {
  const attempt = hazard.handlings++;
  const share = attempt === 0 ? CURED_SHARE : CURED_AGAIN_SHARE;
  return createRandom(seed, `cure/${hazard.id}/${attempt}`).next() < share;
}

/** Free again, and homewards unless it stands at its station. */
function leave(field: Field, index: number, tick: number): void {
  const now = field.state.units[index]!;
  const unit = field.setting.units[index]!;
  const at = placeOf(field, index, tick);
  now.job = null;
  send(field, { kind: 'unit.freed', tick, unit: unit.id });
  if (distanceMetres(at, unit.station) < AT_HOME_METRES) {
    now.status = 'idle';
    return;
  }
  now.status = 'returning';
  plan(field.state, index, setOff(field, index, unit.station, tick), 'home');
}

function home(field: Field, index: number, tick: number): void {
  const now = field.state.units[index]!;
  const unit = field.setting.units[index]!;
  now.status = 'idle';
  now.path = null;
  send(field, { kind: 'unit.arrived', tick, unit: unit.id, at: unit.station, order: null });
}
