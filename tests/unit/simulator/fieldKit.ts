// A field world without the city's numbers, and a scenario to put into it: what the tests of hazards, detections and units share.
import type { RosterCamera, RosterUnit } from '@onescreen/shared/log';
import type { Order, Signal } from '@onescreen/shared/protocol';
import { MINUTE, parseInstant } from '@onescreen/shared/time';
import type { Scenario } from '../../../simulator/src/scenarios/schema.ts';
import { createCameras } from '../../../simulator/src/world/cameras.ts';
import { createFieldWorld } from '../../../simulator/src/world/field.ts';
import type { FieldState, Weather } from '../../../simulator/src/world/happenings.ts';
import { createRoster } from '../../../simulator/src/world/roster.ts';

/** A working Tuesday from 07:30, with nothing but ordinary life unless `changes` says so. */
export const plainDay = (changes: Partial<Scenario> = {}): Scenario => ({
  id: 'plain-day',
  zh: '平日',
  en: 'Plain day',
  picture: 'day',
  startLocal: '2024-05-14T07:30+08:00',
  durationMinutes: 1440,
  districts: ['310101'],
  facts: [],
  response: [],
  effects: [],
  bursts: [],
  plan: [],
  checks: [],
  ...changes,
});

const rosters = new Map<number, { units: RosterUnit[]; cameras: RosterCamera[] }>();
/** Units and cameras of a seed, made once. */
export function rosterOf(seed: number) {
  let roster = rosters.get(seed);
  if (roster === undefined) {
    roster = { units: createRoster(seed), cameras: createCameras(seed) };
    rosters.set(seed, roster);
  }
  return roster;
}

export type Go = Extract<Order, { kind: 'go' }>;

/** An order to go to a case of its own, unless `changes` says otherwise. */
export const goTo = (id: string, unit: string, changes: Partial<Go> = {}): Go => ({
  kind: 'go',
  id,
  unit,
  case: `C-${id}`,
  type: 'EV11',
  to: [121.475, 31.235],
  role: 'lead',
  ...changes,
});

type Truth = ReturnType<ReturnType<typeof createFieldWorld>['take']>['truth'][number];

export interface FieldRun {
  readonly tick: number;
  signals: Signal[];
  truth: Truth[];
  /** Advances by this many ticks. */
  run(ticks: number): void;
  /** Gives orders that hold from the next tick on. */
  order(...orders: Order[]): void;
  /** Runs until a signal answers to `is`; throws after `most` ticks. */
  until<S extends Signal>(is: (signal: Signal) => signal is S, most?: number): S;
  snapshot(): FieldState;
}

export interface FieldRunOptions {
  seed?: number;
  density?: number;
  scenario?: Scenario;
  congestion?: number;
  /** Everywhere, all the time. */
  weather?: Weather;
}

const CALM: Weather = { rainMmPerHour: 0, gustMetresPerSecond: 4 };

/** A field world that runs as far as it is told, keeping everything that it sends. */
export function runField(options: FieldRunOptions = {}, from?: { tick: number; state: FieldState }): FieldRun {
  const { seed = 7, density = 1, scenario = plainDay(), congestion = 1, weather = CALM } = options;
  const epochMs = parseInstant(scenario.startLocal);
  const world = createFieldWorld(
    { scenario, seed, density, epochMs, ...rosterOf(seed), congestion: () => congestion, weather: () => weather },
    from?.state,
  );
  let tick = from?.tick ?? 0;
  const field: FieldRun = {
    get tick() {
      return tick;
    },
    signals: [],
    truth: [],
    run(ticks) {
      for (const end = tick + ticks; tick < end; tick++) {
        world.advance(tick);
        const { signals, truth } = world.take();
        field.signals.push(...signals);
        field.truth.push(...truth);
      }
    },
    order: (...orders) => world.apply(orders, tick),
    until(is, most = 600 * MINUTE) {
      for (const end = tick + most; tick < end; ) {
        const before = field.signals.length;
        field.run(1);
        const found = field.signals.slice(before).find(is);
        if (found !== undefined) return found;
      }
      throw new Error(`nothing of the kind within ${most} ticks`);
    },
    snapshot: () => world.snapshot(),
  };
  return field;
}

/** A test for signals of one kind, about one unit where it is given. */
export const isKind =
  <K extends Signal['kind']>(kind: K, unit?: string) =>
  (signal: Signal): signal is Extract<Signal, { kind: K }> =>
    signal.kind === kind && (unit === undefined || ('unit' in signal && signal.unit === unit));

/** The signals of one kind. */
export const ofKind = <K extends Signal['kind']>(signals: readonly Signal[], kind: K) => signals.filter(isKind(kind));

/** Items by what `keyOf` says of them, in their order. */
export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
