// The platform's mind: samples to states to alarms, detections to cases, cases to units and back. A step is a function of the state, the batch
// and the commands alone: same inputs, same entries with the same seq.
import { collectChanges } from '@onescreen/shared/city';
import type { RunInfo } from '@onescreen/shared/log';
import type { Batch, Signal } from '@onescreen/shared/protocol';
import { tidyArchive } from './archive.ts';
import { applyCommand } from './commands.ts';
import type { Desk } from './desk.ts';
import { record } from './desk.ts';
import { dispatchDue } from './dispatching.ts';
import { createFleet } from './fleet.ts';
import { followUp } from './followUps.ts';
import { policyByName } from './policies.ts';
import { proposeFor } from './proposing.ts';
import { ring } from './ringing.ts';
import { applySamples, settleStates } from './samples.ts';
import { takeSignal, tidySignals } from './signals.ts';
import type { EngineState } from './state.ts';
import { createEngineState } from './state.ts';
import { takeDue } from './timers.ts';
import type { CommandOutcome, Engine, EngineStep, PendingCommand, TickOutcome } from './types.ts';
import { ENGINE_VERSION } from './version.ts';

/** The tick of the batch in which something is taken: late things in the first, early ones in the last. */
const takenAt = (tick: number, batch: Batch): number => Math.min(batch.toTick, Math.max(batch.fromTick, tick));

function byTick<T extends { tick: number }>(things: readonly T[], batch: Batch): T[][] {
  const ticks = Array.from({ length: batch.toTick - batch.fromTick + 1 }, (): T[] => []);
  for (const thing of things) ticks[takenAt(thing.tick, batch) - batch.fromTick]!.push(thing);
  return ticks;
}

/**
 * An engine for a run: new, or going on from the snapshot of another with the same info (the snapshot is copied).
 * Throws RangeError when the run asks for a dispatch policy that does not exist.
 */
export function createEngine(info: RunInfo, snapshot?: unknown): Engine {
  const state = snapshot === undefined ? createEngineState(info.policy) : (structuredClone(snapshot) as EngineState);
  const roster = new Set(info.units.map((unit) => unit.id));
  const unitExists = (id: string): boolean => roster.has(id);
  const desk: Desk = {
    info,
    state,
    fleet: createFleet(info, state, () => desk.tick),
    policy: policyByName(state.policy),
    changes: collectChanges(),
    tick: state.nextTick - 1,
    entries: [],
    orders: [],
    residents: [],
    toDispatch: [],
    onCaseEntry: followUp,
  };

  function beginRun(): void {
    if (state.cases.seq === 0) record(desk, { kind: 'run.started', info, engine: ENGINE_VERSION });
  }

  function lookAtClocks(): void {
    for (let timer = takeDue(state.timers, desk.tick); timer !== undefined; timer = takeDue(state.timers, desk.tick))
      ring(desk, timer);
    dispatchDue(desk);
  }

  function runTick(batch: Batch, at: number, signals: readonly Signal[]): number {
    const next = applySamples(desk, batch.samples, at);
    settleStates(desk);
    for (const signal of signals) takeSignal(desk, signal, unitExists);
    lookAtClocks();
    tidySignals(desk);
    tidyArchive(desk);
    return next;
  }

  function step(batch: Batch, commands: readonly PendingCommand[]): EngineStep {
    if (batch.fromTick !== state.nextTick || batch.toTick < batch.fromTick) {
      throw new RangeError(
        `a batch for ticks ${batch.fromTick}–${batch.toTick} cannot follow tick ${state.nextTick - 1}`,
      );
    }
    const ticks: TickOutcome[] = [];
    const signals = byTick(batch.signals, batch);
    const truth = byTick(batch.truth, batch);
    desk.orders = [];
    desk.residents = [];
    let outcomes: CommandOutcome[] = [];
    let at = 0;
    for (let tick = batch.fromTick; tick <= batch.toTick; tick++) {
      desk.tick = tick;
      desk.entries = [];
      state.city.tick = tick;
      beginRun();
      const offset = tick - batch.fromTick;
      // People speak first: what the step's signals bring, they have not seen yet.
      if (offset === 0) outcomes = commands.map((command) => applyCommand(desk, command));
      at = runTick(batch, at, signals[offset]!);
      for (const { tick: _, ...body } of truth[offset]!) record(desk, body);
      if (batch.last && tick === batch.toTick) record(desk, { kind: 'run.finished', reason: 'completed' });
      ticks.push({ tick, changes: desk.changes.take(), entries: desk.entries });
    }
    state.nextTick = batch.toTick + 1;
    return { ticks, orders: desk.orders, outcomes, residents: desk.residents };
  }

  return {
    info,
    city: state.city,
    cases: state.cases,
    counters: state.counters,
    step,
    snapshot: () => state,
    propose: (id) => proposeFor(desk, id),
  };
}
