// Which cases a list shows, and in which order: what needs a hand first stands first.

import type { CaseState } from '@onescreen/shared/cases';
import { endTick, isEnded, isFiled, shareUsed } from '@onescreen/shared/cases';
import type { Priority } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { Actor } from '@onescreen/shared/ids';
import { unreachable } from '@onescreen/shared/unreachable';
import type { CaseFilter } from '../store/index.ts';

export const priorityOf = (one: CaseState): Priority =>
  isFiled(one) ? one.priority : caseTypeByCode(one.type).priority;

/** True when the area lies in `within`, or is it. */
export function liesIn(area: number, within: number): boolean {
  if (within === CITY_AREA || area === within) return true;
  return areas[area]?.parent === within;
}

/** True when the case's limit is past. */
export const isOverdue = (one: CaseState, tick: number): boolean =>
  isFiled(one) && !isEnded(one) && one.status !== 'suspended' && tick > one.dueTick;

/** Share of the limit used; null where no clock runs: before filing and after the end. */
export const usedShare = (one: CaseState, tick: number, epochMs: number): number | null =>
  isFiled(one) && !isEnded(one) ? shareUsed(one, tick, epochMs) : null;

function hasStatus(one: CaseState, status: CaseFilter['status'], tick: number): boolean {
  switch (status) {
    case 'all':
      return true;
    case 'open':
      return !isEnded(one);
    case 'checking':
      return one.status === 'checking';
    case 'suspended':
      return one.status === 'suspended';
    case 'ruling':
      return one.ruling !== null;
    case 'overdue':
      return isOverdue(one, tick);
    case 'ended':
      return isEnded(one);
    default:
      return unreachable(status);
  }
}

interface Placed {
  one: CaseState;
  /** Open before ended; among open ones overdue first, then by priority. */
  rank: number;
  /** Open ones by due time, ended ones newest first. */
  time: number;
}

function placeOf(one: CaseState, tick: number): Placed {
  if (isEnded(one)) return { one, rank: 20, time: -endTick(one) };
  const rank = priorityOf(one) + (isOverdue(one, tick) ? 0 : 10);
  return { one, rank, time: isFiled(one) ? one.dueTick : Number.MAX_SAFE_INTEGER };
}
const compare = (a: Placed, b: Placed): number =>
  a.rank - b.rank || a.time - b.time || b.one.discoveredTick - a.one.discoveredTick;

/** True when the text is part of the case's number or id. */
function isCalled(one: CaseState, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return one.id.toLowerCase().includes(wanted) || (isFiled(one) && one.number.toLowerCase().includes(wanted));
}

/** Whoever looks for a number wants that case, wherever it is and however it stands. */
const passes = (one: CaseState, area: number, filter: CaseFilter, tick: number, me: Actor | null): boolean =>
  filter.text.trim() !== ''
    ? isCalled(one, filter.text)
    : liesIn(one.area, area) &&
      hasStatus(one, filter.status, tick) &&
      (filter.priority === 'all' || String(priorityOf(one)) === filter.priority) &&
      (filter.level === 'all' || one.level === filter.level) &&
      (!filter.automatic || one.automatic) &&
      (!filter.mine || (one.held !== null && one.held === me));

/** The cases of an area that pass the filter, most urgent first. `me`: the person at this screen, for the cases in their hands. */
export function listedCases(
  all: Iterable<CaseState>,
  area: number,
  filter: CaseFilter,
  tick: number,
  me: Actor | null,
): CaseState[] {
  const listed: Placed[] = [];
  for (const one of all) if (passes(one, area, filter, tick, me)) listed.push(placeOf(one, tick));
  return listed.sort(compare).map(({ one }) => one);
}
