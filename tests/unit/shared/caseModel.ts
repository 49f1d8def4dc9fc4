// A second, smaller rule book, written apart from the first: a stopwatch instead of due ticks, a table of statuses instead of guards, and
// Shanghai's autumn of 2026 by hand. The walk in casesMachine.test.ts holds the two against each other.
import type { CaseCommand, CaseState, HandlingLevel } from '@onescreen/shared/cases';
import { allowedReasons } from '@onescreen/shared/cases';
import type { CaseEntry } from '@onescreen/shared/log';
import type { From } from './caseTable.ts';
import { ENTRY_OF, TRANSITIONS } from './caseTable.ts';

const MUST_SAY_WHY = 'reject merge join support withdraw return rule extend suspend rework escalate reopen void'.split(
  ' ',
);
/** While a person holds the case these are theirs, or a unit's. */
const MOVES =
  'accept reject file join dispatch support withdraw return rule extend suspend resume rework confirm close void'.split(
    ' ',
  );

/** Types of the walk: where they start, on which clock, and their limit in minutes (brief, table of case types). */
export const TYPES: Readonly<
  Record<string, { start: HandlingLevel; clock: 'emergency' | 'workingHours' | 'workingDays'; minutes: number }>
> = {
  XJ01: { start: 'street', clock: 'emergency', minutes: 138 },
  XJ05: { start: 'grid', clock: 'emergency', minutes: 138 },
  ZR02: { start: 'grid', clock: 'workingHours', minutes: 520 },
  ZR03: { start: 'village', clock: 'emergency', minutes: 41 },
  CM02: { start: 'street', clock: 'workingDays', minutes: 1510 },
  EM01: { start: 'district', clock: 'emergency', minutes: 121 },
  EM03: { start: 'city', clock: 'emergency', minutes: 152 },
};
const LEVELS: readonly HandlingLevel[] = ['village', 'grid', 'street', 'district', 'city'];

/** Days off in the autumn of 2026 that are no weekend, and weekend days that are worked. */
const DAYS_OFF = ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
const DAYS_ON = ['2026-09-20', '2026-10-10'];
const HOUR_MS = 3_600_000;
const WINDOWS = {
  workingHours: [[8.5, 17.5]],
  workingDays: [
    [8.5, 12],
    [13, 17.5],
  ],
} as const;

function isWorked(dayStartMs: number): boolean {
  const day = new Date(dayStartMs);
  const name = day.toISOString().slice(0, 10);
  if (DAYS_ON.includes(name)) return true;
  return day.getUTCDay() % 6 !== 0 && !DAYS_OFF.includes(name);
}

/** Seconds that a clock runs between two ticks, day by day on Shanghai's wall. */
export function worked(clock: keyof typeof WINDOWS | 'emergency', from: number, to: number, epochMs: number): number {
  if (clock === 'emergency' || to <= from) return Math.max(0, to - from);
  const wall = (tick: number): number => epochMs + tick * 1000 + 8 * HOUR_MS;
  let sum = 0;
  for (let day = wall(from) - (wall(from) % (24 * HOUR_MS)); day < wall(to); day += 24 * HOUR_MS) {
    if (!isWorked(day)) continue;
    for (const [open, close] of WINDOWS[clock])
      sum += Math.max(0, Math.min(wall(to), day + close * HOUR_MS) - Math.max(wall(from), day + open * HOUR_MS));
  }
  return sum / 1000;
}

/** What the model remembers of a case. */
export interface Model {
  type: string;
  hotline: boolean;
  status: From;
  level: HandlingLevel;
  /** The stopwatch: seconds of the limit, how many are used up to `usedTick`. */
  limit: number;
  used: number;
  usedTick: number;
  held: string | null;
  unit: string | null;
  support: string[];
  sentTick: number;
  returns: number;
  /** Who returned it last. */
  returner: string | null;
  forced: boolean;
  unruled: boolean;
  extended: boolean;
  contacted: boolean;
  reworks: number;
  urged: number;
  outcome: 'passed' | 'failed' | null;
  confirmed: number;
  inspected: boolean;
  closedTick: number;
  incident: string | null;
}

export const newModel = (): Model => ({
  type: '',
  hotline: false,
  status: 'nothing',
  level: 'village',
  limit: 0,
  used: 0,
  usedTick: 0,
  held: null,
  unit: null,
  support: [],
  sentTick: 0,
  returns: 0,
  returner: null,
  forced: false,
  unruled: false,
  extended: false,
  contacted: false,
  reworks: 0,
  urged: 0,
  outcome: null,
  confirmed: 0,
  inspected: false,
  closedTick: 0,
  incident: null,
});

const isStopped = (model: Model): boolean => !['filed', 'dispatched', 'handling', 'checking'].includes(model.status);

/** Lets the stopwatch run up to `tick`. */
export function elapse(model: Model, tick: number, epochMs: number): void {
  if (!isStopped(model)) model.used += worked(TYPES[model.type]!.clock, model.usedTick, tick, epochMs);
  model.usedTick = tick;
}

const missing = (model: Model): readonly HandlingLevel[] =>
  LEVELS.slice(LEVELS.indexOf(TYPES[model.type]!.start) + 1, LEVELS.indexOf(model.level) + 1).slice(model.confirmed);

/** Whether the command has to be refused; `null` within a second of a threshold. `id`: the case's own. */
export function refuses(model: Model, command: CaseCommand, id: string, tick: number, epochMs: number): boolean | null {
  const { kind, by, reason } = command;
  if (!reason && MUST_SAY_WHY.includes(kind)) return true;
  if (reason && allowedReasons[kind] !== undefined && !(allowedReasons[kind] as readonly string[]).includes(reason))
    return true;
  if (TRANSITIONS[ENTRY_OF[kind]][model.status] === undefined) return true;
  const isHeld = model.held !== null && model.held !== by && MOVES.includes(kind) && !by.startsWith('unit:');
  if (isHeld && !(kind === 'resume' && by.startsWith('rule:'))) return true;
  return guards(model, command, id, tick, epochMs);
}

const isOut = (model: Model): boolean => model.status === 'dispatched' || model.status === 'handling';
const WEEK = 7 * 86_400;

function guards(model: Model, command: CaseCommand, id: string, tick: number, epochMs: number): boolean | null {
  switch (command.kind) {
    case 'dispatch':
      return model.unruled || (isOut(model) && (command.unit === model.unit || !command.reason));
    case 'support':
      return command.unit === model.unit || model.support.includes(command.unit);
    case 'arrive':
    case 'handle':
      return command.unit !== model.unit;
    case 'return': {
      if (command.unit !== model.unit || model.forced || model.returns >= 3) return true;
      const late = model.hotline
        ? worked('workingHours', model.sentTick, tick, epochMs) > 7200
        : tick - model.sentTick > 3600;
      return late;
    }
    case 'rule':
      return !model.unruled;
    case 'contact':
      return !model.hotline || model.contacted;
    case 'join':
      return command.into === id;
    case 'take':
      return model.held === command.by;
    case 'release':
      return model.held === null;
    case 'include':
      return model.incident === command.incident;
    case 'extend': {
      if (model.extended || command.minutes <= 0 || command.minutes > TYPES[model.type]!.minutes) return true;
      return Math.abs(model.used - model.limit / 2) < 5 ? null : model.used > model.limit / 2;
    }
    case 'suspend':
      return command.plan.trim() === '' || command.untilTick <= tick;
    case 'urge': {
      if (model.urged >= command.percent) return true;
      if (command.percent === 80 && !command.by.startsWith('rule:')) return false;
      const at = (command.percent / 100) * model.limit;
      return Math.abs(model.used - at) < 5 ? null : model.used < at;
    }
    case 'escalate':
      return LEVELS.indexOf(command.to) <= LEVELS.indexOf(model.level);
    case 'check':
      return model.outcome === 'passed';
    case 'rework':
      return model.outcome !== 'failed' && command.by.startsWith('rule:');
    case 'confirm':
      return model.outcome !== 'passed' || missing(model)[0] !== command.level;
    case 'close':
      return model.outcome !== 'passed' || missing(model).length > 0;
    case 'spot-check':
      return model.inspected || (!command.pass && tick - model.closedTick > WEEK);
    case 'reopen':
      return model.status === 'nothing' || tick - model.closedTick > WEEK;
    default:
      return false;
  }
}

const restart = (model: Model, seconds: number): void => {
  model.limit = seconds;
  model.used = 0;
};

/** Moves the model on by an entry. Throws Error for a step that is in no row of the table. */
export function follow(model: Model, entry: CaseEntry, tick: number, extendedBy: number): void {
  const to = TRANSITIONS[entry.kind][model.status];
  if (to === undefined) throw new Error(`${entry.kind} from ${model.status}`);
  const whole = (TYPES[model.type]?.minutes ?? 0) * (TYPES[model.type]?.clock === 'workingDays' ? 20 : 60);
  switch (entry.kind) {
    case 'case.discovered':
      Object.assign(model, { type: entry.type, hotline: entry.source === 'hotline', level: TYPES[entry.type]!.start });
      break;
    case 'case.filed':
      restart(model, whole);
      break;
    case 'case.dispatched':
      model.forced = model.forced && entry.unit === model.returner;
      Object.assign(model, { unit: entry.unit, sentTick: tick, outcome: null });
      model.support = model.support.filter((unit) => unit !== entry.unit);
      break;
    case 'case.supported':
      model.support.push(entry.unit);
      break;
    case 'case.returned':
      model.returns += 1;
      Object.assign(model, { returner: entry.unit, unruled: model.returns > 1 });
      break;
    case 'case.ruled':
      Object.assign(model, { unruled: false, forced: entry.ruling === 'force' });
      break;
    case 'case.extended':
      model.extended = true;
      model.limit += extendedBy * (TYPES[model.type]!.clock === 'workingDays' ? 20 : 60);
      break;
    case 'case.escalated':
      if (LEVELS.indexOf(entry.to) > LEVELS.indexOf(model.level)) model.level = entry.to;
      break;
    case 'case.urged':
      model.urged = entry.percent;
      break;
    case 'case.handled':
      model.outcome = null;
      model.support = [];
      break;
    case 'case.suspended':
      model.support = [];
      break;
    case 'case.checked':
      model.outcome = entry.pass ? 'passed' : 'failed';
      break;
    case 'case.reworked':
      restart(model, whole / 2);
      Object.assign(model, { outcome: null, urged: 0, confirmed: 0, reworks: model.reworks + 1 });
      break;
    case 'case.confirmed':
      model.confirmed += 1;
      break;
    case 'case.taken':
      model.held = entry.by;
      break;
    case 'case.released':
      model.held = null;
      break;
    case 'case.contacted':
      model.contacted = true;
      break;
    case 'case.included':
      model.incident = entry.incident;
      break;
    case 'case.closed':
      Object.assign(model, { closedTick: tick, held: null, unruled: false, inspected: false, support: [] });
      break;
    case 'case.inspected':
      model.inspected = true;
      break;
    case 'case.reopened':
      restart(model, whole);
      Object.assign(model, { outcome: null, urged: 0, confirmed: 0, forced: false, incident: null });
      break;
    default:
      break;
  }
  model.status = to;
}

/** In what the model and the state differ, in words; empty when they agree. */
export function differencesOf(model: Model, state: CaseState): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['status', model.status, state.status],
    ['level', model.level, state.level],
    ['returns', model.returns, state.returns],
    ['reworks', model.reworks, state.reworks],
    ['urged', model.urged, state.urged],
    ['incident', model.incident, state.incident],
    ['confirmed', model.confirmed, state.confirmed.length],
    ['contacted', model.contacted, state.contactedTick !== null],
  ];
  if (!['joined', 'rejected', 'voided'].includes(state.status))
    pairs.push(
      ['held', model.held, state.held],
      ['unruled', model.unruled, state.ruling !== null],
      ['forced', model.forced, state.forced],
      ['support', model.support.join(), state.support.map(({ unit }) => unit).join()],
    );
  if (isOut(model)) pairs.push(['unit', model.unit, 'unit' in state ? state.unit : null]);
  return pairs.filter(([, a, b]) => a !== b).map(([name, a, b]) => `${name} is ${b}, the model says ${a}`);
}
