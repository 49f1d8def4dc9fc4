// What may be asked of a run's log and of its past, and how a page of the log is answered.

import { hasIndicator, indicatorById } from '../catalogue/index.ts';
import { hasArea } from '../geography/index.ts';
import type { Entry } from '../log/index.ts';
import type { TickSpan } from '../recordings/index.ts';
import { z } from '../zod.ts';
import { malformed, ProblemError } from './problems.ts';
import { read, wholeNumber } from './query.ts';

const MOST_ENTRIES = 1000;
const DEFAULT_ENTRIES = 200;
const LATEST = 1_000_000_000;

const ofEntries = z.object({
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0),
  limit: wholeNumber(1, MOST_ENTRIES).default(DEFAULT_ENTRIES),
});
const ofHistory = z.object({
  area: z.string().refine(hasArea, 'is not an area code'),
  indicator: z.string().refine(hasIndicator, 'is not an indicator').optional(),
  from: wholeNumber(0, LATEST).default(0),
  to: wholeNumber(0, LATEST).default(LATEST),
});

/** Throws ProblemError 400. */
export const readEntriesQuery = (query: unknown): { after: number; limit: number } => read(ofEntries, query);

/** `next`: the `after` of the next page. */
export const entriesAnswer = (run: string, lastSeq: number, after: number, entries: readonly Entry[]) => ({
  run,
  lastSeq,
  next: entries.at(-1)?.seq ?? after,
  entries,
});

/** An area's code, the index of one of its indicators where only that is wanted, and a span of ticks, both ends included. Throws ProblemError 400. */
export function readHistoryQuery(query: unknown): { area: string; only: number | undefined; span: TickSpan } {
  const { area, indicator, from, to } = read(ofHistory, query);
  if (from > to) throw new ProblemError(malformed('from: is after to'));
  const only = indicator === undefined ? undefined : indicatorById(indicator).index;
  return { area, only, span: { fromTick: from, toTick: to } };
}
