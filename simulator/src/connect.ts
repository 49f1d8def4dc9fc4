// The simulator's end of /ingest: the live run at the pace that the operator wants, other runs in its place, and branches beside it.
import type { BranchOrder, Control, Refusal, ScenarioSummary } from '@onescreen/shared/protocol';
import { ProtocolError, parseBranchOrder, parseControl } from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';
import { createAsides } from './asides.ts';
import { STEP_TICKS } from './createSimulation.ts';
import type { Address } from './lane.ts';
import { openLane } from './lane.ts';
import type { Pace } from './pacer.ts';
import { createPacer } from './pacer.ts';
import { ScenarioError } from './scenarios/load.ts';
import { SealError } from './sealing.ts';
import type { Simulation } from './simulation.ts';

export interface LinkOptions extends Address {
  simulation: Simulation;
  /** A run that an operator asks for, under a new run id. Throws ScenarioError when there is no such scenario. */
  start(choice: Extract<Control, { kind: 'start' }>): Simulation;
  /** A branch's world, re-created. Throws ScenarioError, or SealError for a world that cannot be opened. */
  branch(order: BranchOrder): Simulation;
  /** The present run from its beginning, under a new run id: for a platform that has lost what it had. */
  again(): Simulation;
  scenarios: readonly ScenarioSummary[];
  pace: Pace;
}

export interface SimulatorLink {
  /** Resolves when the link is closed; rejects with LinkError when the platform will never take this simulator, or with what the world threw. */
  readonly ended: Promise<void>;
  close(): void;
}

/** `detail`: one English sentence. */
type Answer = { ok: true } | { refusal: Refusal; detail: string };

export function connectSimulator(options: LinkOptions): SimulatorLink {
  const { clock, logger } = options;
  const pacer = createPacer(clock, STEP_TICKS, options.pace);
  /** Up to this tick a branch on the stage hurries. */
  let hurryTo = -1;
  const stage = openLane({
    ...options,
    lane: 'stage',
    instead: options.again,
    pace: {
      wait: (tick) => (tick <= hurryTo ? 0 : pacer.wait()),
      made: pacer.made,
    },
    onReady: tellPace,
    onDone: () => undefined,
  });
  const asides = createAsides({ ...options, isLiveLate: () => stage.going && pacer.wait() === 0 });

  function tellPace(): void {
    if (stage.connected) stage.socket.emit('pace', { ...pacer.pace, scenarios: options.scenarios });
  }

  /** Throws what `start` throws; then nothing has changed. */
  function control(given: Control): void {
    switch (given.kind) {
      case 'pace':
        pacer.set({ speed: given.speed, paused: given.paused });
        break;
      case 'step':
        pacer.allowStep();
        break;
      case 'start':
        stage.begin(options.start(given));
        hurryTo = -1;
        pacer.set({ speed: given.speed, paused: false });
        break;
      default:
        unreachable(given);
    }
    tellPace();
    stage.wake();
  }

  /** Throws what `options.branch` throws; then nothing has changed. */
  function branch(order: BranchOrder): void {
    const simulation = options.branch(order);
    if (order.lane === 'aside') return asides.begin(order, simulation);
    stage.begin(simulation);
    hurryTo = order.forkTick;
    pacer.set({ speed: order.speed ?? pacer.pace.speed, paused: false });
    tellPace();
    stage.wake();
  }

  stage.socket.on('control', (given) => {
    const answer = carriedOut(() => control(parseControl(given)));
    if (!('ok' in answer)) logger.warn({ error: answer.detail }, 'a control was not carried out');
  });
  stage.socket.on('branch', (given, answer) => {
    const reply = carriedOut(() => branch(parseBranchOrder(given)));
    if (!('ok' in reply)) logger.warn({ error: reply.detail }, 'a branch was not begun');
    if (typeof answer === 'function') answer(reply);
  });
  stage.ended.catch(() => undefined).finally(asides.close);
  return { ended: stage.ended, close: stage.close };
}

function carriedOut(work: () => void): Answer {
  try {
    work();
    return { ok: true };
  } catch (error) {
    return { refusal: refusalFor(error), detail: error instanceof Error ? error.message : String(error) };
  }
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof ScenarioError) return 'unknown-scenario';
  if (error instanceof SealError) return 'unknown-world';
  return error instanceof ProtocolError ? error.refusal : 'failed';
}
