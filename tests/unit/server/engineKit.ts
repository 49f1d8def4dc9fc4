// A small town for engine tests: a few units, one camera, and a world that is played by the test, order by order.

import type { Position } from '@onescreen/shared/geography';
import { areaByCode } from '@onescreen/shared/geography';
import type { Entry, EntryKind, Evidence, RosterUnit, RunInfo } from '@onescreen/shared/log';
import type { Person } from '@onescreen/shared/people';
import type { Batch, Order, RunCommand, SampleColumns, Signal } from '@onescreen/shared/protocol';
import { parseInstant } from '@onescreen/shared/time';
import type { CommandOutcome, Engine, EngineStep, PendingCommand } from '../../../server/src/engine/index.ts';
import { createEngine } from '../../../server/src/engine/index.ts';

const STEP_TICKS = 5;
export const XUJING = areaByCode('310118106').index;
export const SPOT: Position = [121.27, 31.173];
/** About 950 m to the east for each hundredth of a degree. */
export const eastOf = (degrees: number): Position => [SPOT[0] + degrees, SPOT[1]];

export const unit = (id: string, kind: RosterUnit['kind'], station: Position, area = XUJING): RosterUnit => ({
  id,
  kind,
  zh: id,
  en: id,
  station,
  area,
  shift: 'all',
  skills: [],
});
export const townUnits: readonly RosterUnit[] = [
  unit('CG-near', 'chengguan', eastOf(0.01)),
  unit('CG-far', 'chengguan', eastOf(0.02)),
  unit('CG-farther', 'chengguan', eastOf(0.03)),
  unit('CB-1', 'office', eastOf(0.01)),
  unit('CB-2', 'office', eastOf(0.02)),
  unit('YH-1', 'road-crew', eastOf(0.05)),
  unit('YH-2', 'road-crew', eastOf(0.06)),
  unit('PS-1', 'drainage', eastOf(0.02)),
  unit('PS-2', 'drainage', eastOf(0.09)),
];

/** May do all that a centre may, in the whole city. */
export const operator: Person = { name: 'wang', role: 'operator', area: '310000' };

/** Tuesday 14 May 2024, 09:00 in Shanghai, unless told otherwise. */
export const townInfo = (startLocal = '2024-05-14T09:00', units: readonly RosterUnit[] = townUnits): RunInfo => ({
  run: 'town',
  scenario: 'town',
  zh: '镇',
  en: 'Town',
  seed: 1,
  density: 1,
  policy: 'nearest',
  epochMs: parseInstant(`${startLocal}+08:00`),
  durationTicks: 86_400,
  stepTicks: STEP_TICKS,
  units,
  cameras: [{ id: 'CAM-1', zh: '一', en: 'One', at: SPOT, area: XUJING, sees: ['XJ01'] }],
  phases: [],
});

export type Sample = readonly [tick: number, series: number, quantum: number];
const columns = (samples: readonly Sample[]): SampleColumns => ({
  ticks: Uint32Array.from(samples, ([tick]) => tick),
  series: Uint16Array.from(samples, ([, series]) => series),
  quanta: Int32Array.from(samples, ([, , quantum]) => quantum),
});

/** What the world answers to an order, with the tick at which the answer is sent. */
export type World = (order: Order, tick: number) => readonly Signal[];

export interface Town {
  engine: Engine;
  entries: Entry[];
  orders: Order[];
  steps: EngineStep[];
  /** Signals and samples to be sent when their tick comes (at once when that is past). */
  send(...signals: Signal[]): void;
  sample(...samples: Sample[]): void;
  command(command: PendingCommand): void;
  /** Runs the next step with what a person asks for, and gives back what became of it. */
  ask(command: RunCommand, person?: Person): CommandOutcome;
  /** Runs up to and with `tick`, at least to the end of the step that it lies in. */
  until(tick: number): void;
  of<K extends EntryKind>(kind: K): Extract<Entry, { kind: K }>[];
  caseKinds(id?: string): string[];
}

let signalCount = 0;
export const signalId = (): string => `T${++signalCount}`;

interface Waiting {
  signals: Signal[];
  samples: Sample[];
  commands: PendingCommand[];
}

export function createTown(
  info: RunInfo = townInfo(),
  world: World = () => [],
  engine: Engine = createEngine(info),
  fromTick = 0,
): Town {
  const waiting: Waiting = { signals: [], samples: [], commands: [] };
  let next = fromTick;
  let batches = fromTick / STEP_TICKS;
  const entries: Entry[] = [];
  const orders: Order[] = [];
  const steps: EngineStep[] = [];

  function step(): void {
    const toTick = next + STEP_TICKS - 1;
    const due = <T>(list: T[], tickOf: (one: T) => number): T[] => {
      const ready = list.filter((one) => tickOf(one) <= toTick);
      for (const one of ready) list.splice(list.indexOf(one), 1);
      return ready;
    };
    const batch: Batch = {
      run: info.run,
      seq: ++batches,
      fromTick: next,
      toTick,
      samples: columns(due(waiting.samples, ([tick]) => tick)),
      signals: due(waiting.signals, ({ tick }) => tick),
      truth: [],
      last: false,
    };
    const done = engine.step(batch, waiting.commands.splice(0));
    next = toTick + 1;
    steps.push(done);
    for (const { entries: ofTick } of done.ticks) entries.push(...ofTick);
    for (const order of done.orders) {
      orders.push(order);
      waiting.signals.push(...world(order, next));
    }
  }

  return {
    engine,
    entries,
    orders,
    steps,
    send: (...signals) => void waiting.signals.push(...signals),
    sample: (...samples) => void waiting.samples.push(...samples),
    command: (command) => void waiting.commands.push(command),
    ask(command, person = operator) {
      waiting.commands.push({ person, command });
      step();
      return steps.at(-1)!.outcomes.at(-1)!;
    },
    until(tick) {
      while (next <= tick) step();
    },
    of: (kind) => entries.filter((entry) => entry.kind === kind) as never,
    caseKinds: (id = 'C00001') =>
      entries
        .filter((entry) => 'case' in entry && entry.case === id && entry.kind.startsWith('case.'))
        .map(({ kind }) => kind),
  };
}

export const hit = (tick: number, confidence = 0.9, at: Position = SPOT, camera = 'CAM-1', type = 'XJ01'): Signal => ({
  kind: 'hit',
  id: signalId(),
  tick,
  camera,
  type,
  at,
  area: XUJING,
  confidence,
  count: 2,
});
/** Three frames at fifteen seconds' distance: enough for a case. */
export const threeHits = (tick: number, confidence = 0.9, type = 'XJ01'): Signal[] =>
  [0, 15, 30].map((later) => hit(tick + later, confidence, SPOT, 'CAM-1', type));
export const trip = (tick: number, type = 'EV16', at: Position = SPOT, sensor = 'SEN-1'): Signal => ({
  kind: 'trip',
  id: signalId(),
  tick,
  sensor,
  type,
  at,
  area: XUJING,
  value: 22,
  unit: 'cm',
});
export const call = (tick: number, type = 'EV18', at: Position = SPOT): Signal => ({
  kind: 'call',
  id: signalId(),
  tick,
  line: '12345',
  type,
  at,
  area: XUJING,
  text: { zh: '有问题', en: 'A problem' },
});
export const report = (tick: number, type = 'CM03', at: Position = SPOT): Signal => ({
  kind: 'report',
  id: signalId(),
  tick,
  patrol: 'P1',
  type,
  at,
  area: XUJING,
  text: { zh: '路面坑洞', en: 'A pothole' },
});

export const checked = (
  order: Order,
  tick: number,
  clear: boolean | undefined,
  more: Partial<Evidence> = {},
): Signal => {
  const id = signalId();
  const evidence: Evidence = { kind: 'shot', id, tick, ...(clear === undefined ? {} : { clear }), ...more };
  return { kind: 'checked', id, tick, order: order.id, evidence };
};

type Go = Extract<Order, { kind: 'go' }>;
/** A unit that drives for 5 minutes, works for 20, says that it is done and is free. */
export function goodUnit(order: Go, tick: number): Signal[] {
  const { unit: who, id: order_ } = order;
  const base = () => ({ id: signalId(), unit: who });
  const photo = signalId();
  return [
    {
      kind: 'unit.moved',
      ...base(),
      tick: tick + 30,
      path: [
        [121.28, 31.173, tick + 30],
        [...order.to, tick + 300],
      ],
      order: order_,
    },
    { kind: 'unit.arrived', ...base(), tick: tick + 300, at: order.to, order: order_ },
    {
      kind: 'unit.handled',
      id: photo,
      unit: who,
      tick: tick + 1500,
      order: order_,
      evidence: { kind: 'photo', id: photo, tick: tick + 1500 },
    },
    { kind: 'unit.freed', ...base(), tick: tick + 1530 },
  ];
}

/** Units do their work and every look shows what `clear` says. */
export const goodWorld = (
  clear: (order: Extract<Order, { kind: 'check' }>, nth: number) => boolean | undefined = () => true,
): World => {
  let looks = 0;
  return (order, tick) => {
    if (order.kind === 'go') return goodUnit(order, tick);
    if (order.kind === 'inject') return [];
    if (order.kind === 'recall') return [{ kind: 'unit.freed', id: signalId(), tick, unit: order.unit }];
    return [checked(order, tick + order.afterTicks + 2, clear(order, ++looks))];
  };
};
