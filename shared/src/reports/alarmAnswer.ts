// The answer about the health of a run's alarms, for a span and the console of an area.
import { z } from 'zod';
import { areaByCode, CITY_AREA, hasArea } from '../geography/index.ts';
import type { AlarmHealth } from './alarmHealth.ts';
import { alarmHealth } from './alarmHealth.ts';
import type { Books } from './books.ts';
import { malformed, ProblemError } from './problems.ts';
import { read, wholeNumber } from './query.ts';

const LATEST = 1_000_000_000;
/** `from` is left out: from the first tick on, which is after the tick before it. */
const BEFORE_THE_FIRST_TICK = -1;

const ofHealth = z.object({
  from: wholeNumber(0, LATEST).default(BEFORE_THE_FIRST_TICK),
  to: wholeNumber(0, LATEST).default(LATEST),
  area: z.string().refine(hasArea, 'is not an area code').optional(),
});
export type AlarmQuery = z.output<typeof ofHealth>;

/** Throws ProblemError 400. */
export function readAlarmQuery(query: unknown): AlarmQuery {
  const asked = read(ofHealth, query);
  if (asked.from > asked.to) throw new ProblemError(malformed('from: is after to'));
  return asked;
}

export type AlarmAnswer = AlarmHealth & { run: string; tick: number; seq: number };

/** `books`: as they were at the end of the span. A span never reaches past their newest entry. */
export function alarmAnswer(run: string, { ledger, alarms }: Books, { from, to, area }: AlarmQuery): AlarmAnswer {
  const toTick = Math.min(to, Math.max(ledger.tick, 0));
  const index = area === undefined ? CITY_AREA : areaByCode(area).index;
  const health = alarmHealth(alarms, { fromTick: Math.min(from, toTick), toTick, area: index });
  return { run, tick: ledger.tick, seq: ledger.seq, ...health };
}
