// A second opinion on the 13 KPIs: counts them anew from what `onescreen export --format jsonl` wrote, case by case and span by span, in the
// plainest way. It shares no line with the ledger or the clocks of the product: only the catalogue's tables and the list of areas. As a
// program: node --import tsx tests/system/recountKpis.ts FILE.jsonl [FROM TO [BY]]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { agencyById, caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';

const requireOfShared = createRequire(new URL('../../shared/package.json', import.meta.url));
const { isWorkday } = requireOfShared('chinese-days') as { isWorkday: (date: string) => boolean };

export interface LogLine {
  kind: string;
  tick: number;
  case?: string;
  by?: string;
  reason?: string;
  type?: string;
  area?: number;
  dueTick?: number;
  pass?: boolean;
  answer?: string;
}
export interface Log {
  epochMs: number;
  /** Steps of each case in order. */
  cases: Map<string, LogLine[]>;
  lastTick: number;
}
/** Names as in the API, each as part and whole. */
export type Counted = Record<string, [part: number, whole: number]>;
export type By = 'city' | 'district' | 'street' | 'agency' | 'type';

/** `text`: the whole file. Its first line says when tick 0 was. */
export function readLog(text: string): Log {
  const log: Log = { epochMs: Number.NaN, cases: new Map(), lastTick: 0 };
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const entry = JSON.parse(line) as LogLine & { epochMs?: number };
    if (entry.kind === 'header') log.epochMs = entry.epochMs ?? Number.NaN;
    else log.lastTick = entry.tick;
    if (!entry.kind.startsWith('case.') || entry.case === undefined) continue;
    const steps = log.cases.get(entry.case) ?? [];
    log.cases.set(entry.case, [...steps, entry]);
  }
  if (Number.isNaN(log.epochMs)) throw new Error('the first line does not say when the run began');
  return log;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const hours: Record<string, [number, number][]> = {
  workingHours: [[8.5 * HOUR, 17.5 * HOUR]],
  workingDays: [
    [8.5 * HOUR, 12 * HOUR],
    [13 * HOUR, 17.5 * HOUR],
  ],
};

/** Every stretch, in ticks, in which a clock runs within two years of the run's first day. */
function stretchesOf(clock: string, epochMs: number): [number, number][] {
  if (clock === 'emergency') return [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]];
  const wall = new Date(epochMs + 8 * HOUR * 1000);
  const midnight = -((wall.getUTCHours() * 60 + wall.getUTCMinutes()) * 60 + wall.getUTCSeconds());
  const stretches: [number, number][] = [];
  for (let day = 0; day < 730; day++) {
    const date = new Date(wall.getTime() + day * DAY * 1000).toISOString().slice(0, 10);
    if (!isWorkday(date)) continue;
    for (const [open, close] of hours[clock]!)
      stretches.push([midnight + day * DAY + open, midnight + day * DAY + close]);
  }
  return stretches;
}

class Clock {
  readonly #stretches: [number, number][];
  constructor(kind: string, epochMs: number) {
    this.#stretches = stretchesOf(kind, epochMs);
  }
  /** Seconds that it runs from a to b. */
  between(a: number, b: number): number {
    let seconds = 0;
    for (const [open, close] of this.#stretches) seconds += Math.max(0, Math.min(close, b) - Math.max(open, a));
    return seconds;
  }
  /** When it has run so many seconds from a; for less than none, from when it has run so many until a. */
  after(a: number, seconds: number): number {
    if (seconds < 0) return this.#before(a, Math.ceil(-seconds));
    let left = Math.ceil(seconds);
    if (left === 0) return a;
    for (const [open, close] of this.#stretches) {
      const from = Math.max(open, a);
      if (from >= close) continue;
      if (from + left <= close) return from + left;
      left -= close - from;
    }
    throw new Error('a limit of more than two years');
  }
  #before(b: number, seconds: number): number {
    let left = seconds;
    for (const [open, close] of this.#stretches.toReversed()) {
      const to = Math.min(close, b);
      if (to <= open) continue;
      if (to - left >= open) return to - left;
      left -= to - open;
    }
    throw new Error('a limit that was over before the run began');
  }
}

const clocks = new Map<string, Clock>();
function clockFor(type: string, epochMs: number): Clock {
  const { clock } = caseTypeByCode(type);
  const key = `${clock} ${epochMs}`;
  const known = clocks.get(key) ?? new Clock(clock, epochMs);
  clocks.set(key, known);
  return known;
}

/** Minutes of the catalogue as seconds of the clock: its working day has 1440 minutes, the clock's has eight hours. */
const secondsOf = (type: string, minutes: number): number =>
  caseTypeByCode(type).clock === 'workingDays' ? (minutes / 1440) * 8 * HOUR : minutes * 60;

/** When a limit that begins with filing is over, as it stood after these steps. `anew`: steps that begin it again. */
function deadline(
  steps: readonly LogLine[],
  type: string,
  minutes: number,
  epochMs: number,
  anew: readonly string[],
): number {
  const clock = clockFor(type, epochMs);
  let from = 0;
  let left = 0;
  let closingDue = 0;
  let pausedTick = 0;
  for (const { kind, tick, dueTick } of steps) {
    if (kind === 'case.filed' || anew.includes(kind)) {
      from = tick;
      left = secondsOf(type, minutes) / (kind === 'case.reworked' ? 2 : 1);
    } else if (kind === 'case.extended') left += clock.between(closingDue, dueTick!);
    else if (kind === 'case.suspended') pausedTick = tick;
    else if (kind === 'case.resumed') {
      left -= clock.between(from, pausedTick);
      from = tick;
    }
    closingDue = dueTick ?? closingDue;
  }
  return clock.after(from, left);
}

const isKind =
  (...kinds: string[]) =>
  ({ kind }: LogLine): boolean =>
    kinds.includes(kind);
const ended = isKind('case.rejected', 'case.voided', 'case.joined');
const mistaken = ['entered-by-mistake', 'false-alarm', 'out-of-scope'];

/** The steps since the work was last to be done: filing, rework, reopening. */
function lastRound(steps: readonly LogLine[]): readonly LogLine[] {
  const begin = steps.map(isKind('case.filed', 'case.reworked', 'case.reopened')).lastIndexOf(true);
  return begin < 0 ? [] : steps.slice(begin);
}

function dispatchInTime(steps: readonly LogLine[], type: string, epochMs: number): boolean {
  const at = steps.findIndex(isKind('case.dispatched'));
  // The shop's own time does not count: a check that finds it still there begins the limit. An extension is for the work, not for sending.
  const before = steps
    .slice(0, at)
    .filter(({ kind, pass }) => (kind !== 'case.checked' || pass === false) && kind !== 'case.extended');
  const { dispatch } = caseTypeByCode(type).limitMinutes;
  return steps[at]!.tick <= deadline(before, type, dispatch, epochMs, ['case.checked', 'case.reopened']);
}

/** A check that failed after somebody had said that it was done, a spot check, or work that was sent back. */
const hasFailed = (steps: readonly LogLine[]): boolean =>
  steps.some(({ kind, pass }, i) => {
    if (kind === 'case.reworked') return true;
    if (pass !== false) return false;
    return kind === 'case.inspected' || lastRound(steps.slice(0, i)).some(isKind('case.handled'));
  });

const yes = (part: boolean, whole: boolean): [number, number] => [whole && part ? 1 : 0, whole ? 1 : 0];

/** One case: what it adds to each number. */
function countCase(all: readonly LogLine[], from: number, to: number, epochMs: number): Counted | null {
  const steps = all.filter(({ tick }) => tick <= to);
  const [found] = steps;
  if (found === undefined) return null;
  const type = found.type!;
  const inSpan = (step: LogLine | undefined): boolean => step !== undefined && step.tick > from;
  const filed = steps.find(isKind('case.filed'));
  const sent = steps.find(isKind('case.dispatched'));
  const over = steps.find(ended);
  const round = lastRound(steps);
  const closing = round.filter(isKind('case.closed')).at(-1);
  const closings = steps.filter((step) => step.kind === 'case.closed' && inSpan(step));
  const done = round.filter(isKind('case.handled')).at(-1) ?? closing;
  const pause = steps.filter(isKind('case.suspended', 'case.resumed')).at(-1);
  const stillDue = (due: number): boolean =>
    filed !== undefined &&
    over === undefined &&
    due > from &&
    due <= to &&
    !(pause?.kind === 'case.suspended' && pause.tick < due);

  const { dispatch, handle } = caseTypeByCode(type).limitMinutes;
  const again = ['case.reworked', 'case.reopened'];
  const handleDue = filed === undefined ? 0 : deadline(steps, type, dispatch + handle, epochMs, again);
  const closeDue = steps.filter(({ dueTick }) => dueTick !== undefined).at(-1)?.dueTick ?? 0;
  const toHandle = stillDue(handleDue);
  const toClose = stillDue(closeDue);
  const closedInTime = closing !== undefined && closing.tick <= closeDue;
  const answers = steps.filter(
    (step) => inSpan(step) && ['very-satisfied', 'satisfied', 'dissatisfied'].includes(step.answer ?? ''),
  );
  const lastClosing = closings.at(-1);
  const untouched =
    lastClosing !== undefined &&
    steps.slice(0, steps.indexOf(lastClosing) + 1).every(({ by }) => !by!.startsWith('user:'));
  const nowFiled = inSpan(filed);

  return {
    'filing-rate': yes(filed !== undefined, inSpan(found)),
    'correct-filing-rate': yes(!mistaken.includes(over?.reason ?? ''), nowFiled),
    'timely-dispatch-rate': yes(sent !== undefined && dispatchInTime(steps, type, epochMs), inSpan(sent)),
    'correct-dispatch-rate': yes(!steps.some(isKind('case.returned')), inSpan(sent)),
    'handling-rate': yes(done !== undefined, toHandle),
    'timely-handling-rate': yes(done !== undefined && done.tick <= handleDue, toHandle),
    'closing-rate': yes(closing !== undefined, toClose),
    'timely-closing-rate': yes(closedInTime, toClose),
    'rework-rate': yes(
      hasFailed(steps),
      steps.some((step) => step.kind === 'case.handled' && inSpan(step)),
    ),
    'overdue-rate': yes(!closedInTime, toClose),
    'deferral-rate': yes(steps.some(isKind('case.extended', 'case.suspended')), nowFiled),
    'automation-rate': yes(untouched, lastClosing !== undefined),
    'satisfaction-rate': [answers.filter(({ answer }) => answer !== 'dissatisfied').length, answers.length],
    foundByMachine: yes(found.by!.startsWith('rule:'), nowFiled),
    open: yes(true, filed !== undefined && over === undefined && closing === undefined),
  };
}

function keyOf({ type, area }: LogLine, by: By): string {
  const place = areas[area!]!;
  if (by === 'city') return '310000';
  if (by === 'street') return place.code;
  if (by === 'district') return place.level === 'street' ? place.code.slice(0, 6) : place.code;
  return by === 'type' ? type! : agencyById(caseTypeByCode(type!).agency).id;
}

/** The numbers of a span, after `from` up to and including `to`, by row. */
export function recount({ cases, epochMs }: Log, from: number, to: number, by: By): Record<string, Counted> {
  const rows: Record<string, Counted> = {};
  for (const steps of cases.values()) {
    const counted = countCase(steps, from, to, epochMs);
    if (counted === null) continue;
    const key = keyOf(steps[0]!, by);
    rows[key] ??= {};
    const row = rows[key];
    for (const [name, [part, whole]] of Object.entries(counted)) {
      const [partSoFar, wholeSoFar] = row[name] ?? [0, 0];
      row[name] = [partSoFar + part, wholeSoFar + whole];
    }
  }
  for (const [key, row] of Object.entries(rows)) {
    if (Object.values(row).every(([, whole]) => whole === 0)) delete rows[key];
  }
  return rows;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file, from = '-1', to, by = 'city'] = process.argv;
  const log = readLog(readFileSync(file!, 'utf8'));
  console.log(JSON.stringify(recount(log, Number(from), Number(to ?? log.lastTick), by as By), null, 2));
}
