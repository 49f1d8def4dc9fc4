// Where the health of the alarms is asked for, and how the answer is read.
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { AlarmHealth } from '@onescreen/shared/reports';
import type { Span } from '../span.ts';

/** Address of the answer for the console of an area, relative to the page. */
export function healthPath(run: string, { fromTick, toTick }: Span, area: number): string {
  const query = new URLSearchParams({ to: String(toTick) });
  if (fromTick >= 0) query.set('from', String(fromTick));
  if (area !== CITY_AREA) query.set('area', areas[area]!.code);
  return `api/runs/${encodeURIComponent(run)}/alarms?${query}`;
}

/** Throws TypeError when it is no such answer. */
export function readHealth(body: unknown): AlarmHealth {
  const { periods, frequent, byPriority } = (body ?? {}) as Partial<AlarmHealth>;
  if (!Array.isArray(periods) || !Array.isArray(frequent) || typeof byPriority !== 'object')
    throw new TypeError('the answer is no health of alarms');
  return body as AlarmHealth;
}
