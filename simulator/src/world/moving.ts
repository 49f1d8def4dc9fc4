// Units on the road: how fast they drive, where they are, and the way home. Each step notes the next one on the agenda.
import type { UnitKindId } from '@onescreen/shared/catalogue';
import type { Position, Zone } from '@onescreen/shared/geography';
import { areaAt, areas, distanceMetres } from '@onescreen/shared/geography';
import { createRandom } from '@onescreen/shared/random';
import { note } from './agenda.ts';
import type { FieldState, Happening } from './happenings.ts';
import { arrivalTick, drive, positionOn } from './paths.ts';
import type { Field } from './sending.ts';
import { send } from './sending.ts';

/** Free-flow speed by zone, km/h (brief §4: 28 in the core, 38 in the suburbs; Pudong is both). */
const SPEED_KMH: Readonly<Record<Zone, number>> = { core: 28, suburb: 38, pudong: 33 };
const BLUE_LIGHT = 1.4;
const BLUE_LIGHT_KINDS: ReadonlySet<UnitKindId> = new Set(['fire', 'ambulance', 'police', 'traffic-police']);
/** However bad the jam, a unit moves; however clear the road, it keeps to the limit. km/h. */
const SLOWEST_KMH = 12;
const FASTEST_KMH = 80;
/** Nearer than this a unit is at its station already. */
const AT_HOME_METRES = 25;

export type Deed = Extract<Happening, { what: 'unit' }>['does'];

/** Notes what a unit will do next, unless its plans change before. */
export function plan(state: FieldState, unit: number, tick: number, does: Deed): void {
  note<Happening>(state.agenda, tick, { what: 'unit', unit, turn: state.units[unit]!.turn, does });
}

export const placeOf = (field: Field, unit: number, tick: number): Position => {
  const { path } = field.state.units[unit]!;
  return path === null ? field.setting.units[unit]!.station : positionOn(path, tick);
};

function metresPerSecond(field: Field, kind: UnitKindId, to: Position): number {
  const area = areaAt(to);
  const free = SPEED_KMH[areas[area]!.zone] * (BLUE_LIGHT_KINDS.has(kind) ? BLUE_LIGHT : 1);
  const kmh = free / Math.max(0.8, field.setting.congestion(area));
  return Math.min(FASTEST_KMH, Math.max(SLOWEST_KMH, kmh)) / 3.6;
}

/** Sets off from where the unit is and says so; returns the tick of arrival. */
export function setOff(field: Field, index: number, to: Position, tick: number): number {
  const { setting, state } = field;
  const now = state.units[index]!;
  const unit = setting.units[index]!;
  const random = createRandom(setting.seed, `drive/${unit.id}/${now.drives++}`);
  const path = drive(placeOf(field, index, tick), to, tick, metresPerSecond(field, unit.kind, to), random);
  now.path = path;
  send(field, { kind: 'unit.moved', tick, unit: unit.id, path, order: now.job?.order ?? null });
  return arrivalTick(path);
}

/** Free again, and homewards unless it stands at its station. */
export function leave(field: Field, index: number, tick: number): void {
  const now = field.state.units[index]!;
  now.job = null;
  send(field, { kind: 'unit.freed', tick, unit: field.setting.units[index]!.id });
  if (isAtHome(field, index, tick)) now.status = 'idle';
  else driveHome(field, index, tick);
}

/** Back in service, and homewards unless it stands at its station. */
export function backInService(field: Field, index: number, tick: number): void {
  send(field, { kind: 'unit.back', tick, unit: field.setting.units[index]!.id });
  if (isAtHome(field, index, tick)) home(field, index, tick);
  else driveHome(field, index, tick);
}

const isAtHome = (field: Field, index: number, tick: number): boolean =>
  distanceMetres(placeOf(field, index, tick), field.setting.units[index]!.station) < AT_HOME_METRES;

function driveHome(field: Field, index: number, tick: number): void {
  field.state.units[index]!.status = 'returning';
  plan(field.state, index, setOff(field, index, field.setting.units[index]!.station, tick), 'home');
}

export function home(field: Field, index: number, tick: number): void {
  const now = field.state.units[index]!;
  const unit = field.setting.units[index]!;
  now.status = 'idle';
  now.path = null;
  send(field, { kind: 'unit.arrived', tick, unit: unit.id, at: unit.station, order: null });
}
