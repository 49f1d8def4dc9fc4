// The field world: hazards, what is seen of them, and the units that go. Advances tick by tick along its agenda.

import type { RosterCamera, RosterUnit, TruthEntry } from '@onescreen/shared/log';
import type { Order, Signal } from '@onescreen/shared/protocol';
import { createRandom } from '@onescreen/shared/random';
import { MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Scenario } from '../scenarios/schema.ts';
import { createAgenda, note, takeDue } from './agenda.ts';
import { answerCheck, takeCheck } from './answers.ts';
import { secondsUntilBack } from './cameras.ts';
import { callCitizen } from './contacts.ts';
import type { PlannedDetection } from './detections.ts';
import { detectionsOf, ghostDetections } from './detections.ts';
import type { FieldSetting, FieldState, Happening, Hazard, Weather } from './happenings.ts';
import { createHazardSource, hourOf, startOfHour } from './hazards.ts';
import type { Field } from './sending.ts';
import { endHazard, send, signed } from './sending.ts';
import { loseUnit, orderUnit, unitDue, unitsAtHome } from './units.ts';
import { makeRequest, reportLater } from './work.ts';

/** Shares of detections that arrive late (their tick is then in an earlier step), or a second time under the same id. */
const LATE_SHARE = 0.004;
const REPEATED_SHARE = 0.004;

export interface FieldWorldOptions {
  scenario: Scenario;
  seed: number;
  density: number;
  /** UTC milliseconds of tick 0. */
  epochMs: number;
  units: readonly RosterUnit[];
  cameras: readonly RosterCamera[];
  /** Surface congestion index of an area, 1 = free flow, at the present tick. */
  congestion: (area: number) => number;
  /** What the sky does over an area, at the present tick. */
  weather: (area: number) => Weather;
}

export interface FieldWorld {
  /** Applies orders as of `tick`, before that tick is advanced to. */
  apply(orders: readonly Order[], tick: number): void;
  /** Everything that happens at `tick`. Call it for every tick in turn. */
  advance(tick: number): void;
  /** What was sent since the last call, in the order of sending. */
  take(): { signals: readonly Signal[]; truth: readonly ({ tick: number } & TruthEntry)[] };
  /** Structured-cloneable. */
  snapshot(): FieldState;
}

/** A field world at tick 0, or where `from` left off. */
export function createFieldWorld(options: FieldWorldOptions, from?: FieldState): FieldWorld {
  const { scenario, seed, density, epochMs, units, cameras, congestion, weather } = options;
  const source = createHazardSource({ scenario, seed, density, epochMs, cameras });
  const unitIndex = new Map(units.map(({ id }, i) => [id, i]));
  const setting: FieldSetting = { seed, epochMs, units, unitIndex, congestion, weather };
  const state = from === undefined ? firstState(options) : structuredClone(from);
  const field: Field = { setting, state, signals: [], truth: [] };

  function hour(due: Extract<Happening, { what: 'hour' }>): void {
    noteBirths(source.hazardsIn(due.hour));
    for (const ghost of source.ghostsIn(due.hour)) watch(null, ghostDetections(seed, ghost));
    const next = due.hour + 1;
    note<Happening>(state.agenda, startOfHour(epochMs, next), { what: 'hour', hour: next });
  }

  function noteBirths(hazards: readonly Hazard[]): void {
    for (const hazard of hazards)
      note<Happening>(state.agenda, Math.max(0, hazard.startTick), { what: 'birth', hazard });
  }

  function watch(hazard: string | null, planned: readonly PlannedDetection[]): void {
    for (const detection of planned)
      note<Happening>(state.agenda, detection.draft.tick, { what: 'detection', hazard, ...detection });
  }

  /** One that began before the run and was seen before it is somebody else's case by now. */
  function birth(hazard: Hazard, tick: number): void {
    const planned = detectionsOf(seed, epochMs, hazard);
    if (planned.some(({ draft }) => draft.tick < 0) || (hazard.endTick !== null && hazard.endTick <= tick)) return;
    state.hazards.set(hazard.id, hazard);
    const { id, type, at, area, cause, endTick } = hazard;
    field.truth.push({ tick, kind: 'truth.hazard', hazard: id, type, at, area, cause });
    if (endTick !== null) note<Happening>(state.agenda, endTick, { what: 'end', hazard: id });
    watch(id, planned);
  }

  function detect(due: Extract<Happening, { what: 'detection' }>, tick: number): void {
    if (due.hazard !== null && !state.hazards.has(due.hazard)) return;
    if (due.device !== null && secondsUntilBack(seed, due.device, epochMs, tick) > 0) return;
    const random = createRandom(seed, `delivery/${due.hazard ?? due.device}/${due.draft.kind}/${tick}`);
    const fate = random.next();
    const signal = signed(field, due.draft);
    field.truth.push({ tick, kind: 'truth.seen', hazard: due.hazard, signal: signal.id });
    if (fate >= LATE_SHARE) field.signals.push(signal);
    if (fate < LATE_SHARE + REPEATED_SHARE)
      note<Happening>(state.agenda, tick + 5 + random.whole(55), { what: 'delivery', signal });
  }

  /** What a person brings in; an effect is the numbers' business. */
  function inject({ id, what }: Extract<Order, { kind: 'inject' }>, tick: number): void {
    if (what.kind === 'unit-lost') loseUnit(field, what.unit, what.minutes, tick);
    if (what.kind !== 'burst') return;
    const { hazards, ghosts } = source.injected(id, what, tick);
    noteBirths(hazards);
    for (const ghost of ghosts) watch(null, ghostDetections(seed, ghost));
  }

  function happen(due: Happening, tick: number): void {
    switch (due.what) {
      case 'hour':
        return hour(due);
      case 'birth':
        return birth(due.hazard, tick);
      case 'end':
        return endHazard(field, due.hazard, tick, 'itself');
      case 'detection':
        return detect(due, tick);
      case 'delivery':
        field.signals.push(due.signal);
        return;
      case 'announcement':
        send(field, due.draft);
        return;
      case 'unit':
        return unitDue(field, due, tick);
      case 'report':
        return reportLater(field, due, tick);
      case 'request':
        return makeRequest(field, due);
      case 'answer':
        return answerCheck(field, due.order, tick);
      case 'contact':
        return callCitizen(field, due, tick);
      default:
        return unreachable(due);
    }
  }

  return {
    apply(orders, tick) {
      for (const order of orders) {
        switch (order.kind) {
          case 'check':
            takeCheck(field, order, tick);
            break;
          case 'inject':
            inject(order, tick);
            break;
          case 'go':
          case 'recall':
            orderUnit(field, order, tick);
            break;
          default:
            unreachable(order);
        }
      }
    },
    advance(tick) {
      for (let due = takeDue(state.agenda, tick); due !== undefined; due = takeDue(state.agenda, tick))
        happen(due, tick);
    },
    take() {
      const { signals, truth } = field;
      field.signals = [];
      field.truth = [];
      return { signals, truth };
    },
    snapshot: () => structuredClone(state),
  };
}

function firstState({ scenario, epochMs, units }: FieldWorldOptions): FieldState {
  const state: FieldState = {
    agenda: createAgenda(),
    hazards: new Map(),
    units: unitsAtHome(units),
    contracts: new Map(),
    missed: new Set(),
    nextSignal: 0,
  };
  for (const { minute, level, colour, lead } of scenario.response) {
    const tick = Math.round(minute * MINUTE);
    note<Happening>(state.agenda, tick, {
      what: 'announcement',
      draft: { kind: 'response.level', tick, level, colour, lead },
    });
  }
  for (const { minute, agency, zh, en } of scenario.plan) {
    const tick = Math.round(minute * MINUTE);
    note<Happening>(state.agenda, tick, { what: 'announcement', draft: { kind: 'plan.step', tick, agency, zh, en } });
  }
  // The hour before is drawn too, so that a run does not begin in a city where nothing has happened yet.
  note<Happening>(state.agenda, 0, { what: 'hour', hour: hourOf(epochMs, 0) - 1 });
  return state;
}
