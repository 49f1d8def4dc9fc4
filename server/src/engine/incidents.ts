// 专项: when one kind of trouble spreads over three streets or three districts within an hour, one commander takes all of it (brief §3.7).
// Only where there is a common cause, and more of it than chance brings.

import type { CaseState, IncidentState } from '@onescreen/shared/cases';
import { endTick, isEnded, isFiled } from '@onescreen/shared/cases';
import type { CaseType } from '@onescreen/shared/catalogue';
import { areas, CITY_AREA, districtOf } from '@onescreen/shared/geography';
import type { Actor, CaseId } from '@onescreen/shared/ids';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, caseOf, record, remind, typeOf } from './desk.ts';

const WITHIN_TICKS = HOUR;
const STREETS_NEEDED = 3;
const DISTRICTS_NEEDED = 3;
const QUIET_TICKS = 30 * MINUTE;
/** So many times the usual number for the time is more than chance. At the full scale of the city three fires an hour are an ordinary day. */
const UNUSUAL = 5;
/** A run's density is in twentieths of the city's cases. */
const WHOLE_CITY = 20;
/**
 * Components and events that one cause brings to many places at once: water on roads and covers that it lifts, trees and cables in the wind, power,
 * water and gas networks, lifts that stop with the power, crowds that move on. A street vendor in three streets is three vendors, and loose
 * facades are found when inspectors make their rounds, not when they come loose. Emergencies are all in.
 */
const SPREADING: ReadonlySet<string> = new Set([
  'EV16',
  'CM01',
  'CM06',
  'CM07',
  'EV09',
  'EV13',
  'EV14',
  'EV15',
  'EV20',
]);
const spreads = (type: CaseType): boolean => type.class === 'emergency' || SPREADING.has(type.code);

const commanderOf = (area: number): Actor => `user:commander-${areas[area]!.code}`;

/** Filed, not over, and found within the hour. */
function recentOnes(desk: Desk, type: string): CaseState[] {
  return (desk.state.matchable[type] ?? []).flatMap((id) => {
    const one = caseOf(desk, id);
    return one && isFiled(one) && !isEnded(one) && desk.tick - one.discoveredTick <= WITHIN_TICKS ? [one] : [];
  });
}

const count = <T>(things: readonly T[], keyOf: (thing: T) => number): number => new Set(things.map(keyOf)).size;

function isUnusual(desk: Desk, type: CaseType, number: number): boolean {
  const usual = (type.perDayCity * (desk.info.density / WHOLE_CITY) * WITHIN_TICKS) / DAY;
  return number >= UNUSUAL * usual;
}

const openIncidents = (desk: Desk, type: string): IncidentState[] =>
  Object.values(desk.state.cases.incidents).filter((one) => one.type === type && one.closedTick === null);

/** A case was filed: it joins the incident that is open there, or makes one. */
export function watchSpread(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  if (!spreads(type)) return;
  const district = districtOf(state.area);
  const known = openIncidents(desk, state.type).find(({ area }) => area === CITY_AREA || area === district);
  if (known !== undefined) include(desk, known, state.id);
  if (known?.area === CITY_AREA) return;
  const recent = recentOnes(desk, state.type);
  if (!isUnusual(desk, type, recent.length)) return;
  if (count(recent, ({ area }) => districtOf(area)) >= DISTRICTS_NEEDED) return takeCityWide(desk, state.type, recent);
  const near = recent.filter(({ area }) => districtOf(area) === district);
  if (known === undefined && count(near, ({ area }) => area) >= STREETS_NEEDED) open(desk, state.type, district, near);
}

function open(desk: Desk, type: string, area: number, cases: readonly CaseState[]): void {
  desk.state.incidentsMade += 1;
  const incident = `I${String(desk.state.incidentsMade).padStart(4, '0')}`;
  const [level, reason] =
    area === CITY_AREA ? (['city', 'spread-districts'] as const) : (['district', 'spread-streets'] as const);
  record(desk, { kind: 'incident.opened', incident, type, area, level, commander: commanderOf(area), reason });
  for (const { id } of cases) include(desk, desk.state.cases.incidents[incident]!, id);
}

/** The oldest incident of the type becomes the city's and takes in the others; where there is none the city opens one. */
function takeCityWide(desk: Desk, type: string, recent: readonly CaseState[]): void {
  const [oldest, ...others] = openIncidents(desk, type);
  if (oldest === undefined) return open(desk, type, CITY_AREA, recent);
  const { id: incident } = oldest;
  const commander = commanderOf(CITY_AREA);
  record(desk, {
    kind: 'incident.raised',
    incident,
    area: CITY_AREA,
    level: 'city',
    commander,
    reason: 'spread-districts',
  });
  const raised = desk.state.cases.incidents[incident]!;
  const all = new Set([...oldest.cases, ...others.flatMap((one) => one.cases), ...recent.map(({ id }) => id)]);
  for (const id of all) include(desk, raised, id);
  for (const other of others) record(desk, { kind: 'incident.closed', incident: other.id });
}

/** The case goes up to the incident's level and becomes part of it. */
function include(desk: Desk, { id: incident, level }: IncidentState, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state === undefined || isEnded(state)) return;
  const reason = level === 'city' ? 'spread-districts' : 'spread-streets';
  act(desk, id, { kind: 'escalate', by: 'rule:spread', to: level, reason });
  if (state.incident !== incident) act(desk, id, { kind: 'include', by: 'rule:spread', incident });
}

/** A case has ended; when it was the last of its incident and half an hour stays quiet, that is over. */
export function caseEnded(desk: Desk, { incident }: CaseState): void {
  if (incident !== null) remind(desk, desk.tick + QUIET_TICKS, 'incident', incident);
}

export function closeIfQuiet(desk: Desk, incident: string): void {
  const known = desk.state.cases.incidents[incident];
  if (known === undefined || known.closedTick !== null) return;
  const isQuiet = known.cases.every((id) => {
    const one = caseOf(desk, id);
    return one === undefined || (isEnded(one) && desk.tick - endTick(one) >= QUIET_TICKS);
  });
  if (isQuiet) record(desk, { kind: 'incident.closed', incident });
}
