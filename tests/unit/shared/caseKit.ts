// Given these commands, when this one comes, then these entries (or this refusal): how the tests of a case read.

import type { CaseCommand, CaseRefusalCode, CaseState } from '@onescreen/shared/cases';
import { decide, evolve } from '@onescreen/shared/cases';
import type { CaseEntry, Evidence } from '@onescreen/shared/log';
import { parseInstant } from '@onescreen/shared/time';

/** Tuesday, a working day. */
export const EPOCH_MS = parseInstant('2024-05-14T08:30+08:00');
const CASE = 'C00001';

export interface Timed {
  tick: number;
  command: CaseCommand;
}
export const at = (tick: number, command: CaseCommand): Timed => ({ tick, command });

export const photo: Evidence = { kind: 'photo', id: 'S9', tick: 0 };

/** The usual way of a case, a command a stage. */
export const stages = {
  found: (type = 'XJ01', source = 'ai_camera'): CaseCommand => ({
    kind: 'discover',
    by: source === 'ai_camera' ? 'rule:three-hits' : 'user:citizen',
    type,
    at: [121.27, 31.173],
    area: 23,
    source,
    confidence: 0.9,
    ...(source === 'ai_camera' ? { camera: 'CAM-1' } : {}),
  }),
  accepted: { kind: 'accept', by: 'rule:confidence-gate' },
  filed: { kind: 'file', by: 'rule:auto-file', serial: 123 },
  sent: (unit = 'U1', order = 'O1'): CaseCommand => ({
    kind: 'dispatch',
    by: 'rule:nearest',
    unit,
    order,
    distanceMetres: 500,
    travelSeconds: 64,
    runnersUp: [],
  }),
  arrived: { kind: 'arrive', by: 'unit:U1', unit: 'U1' },
  handled: { kind: 'handle', by: 'unit:U1', unit: 'U1', evidence: [photo] },
  passed: { kind: 'check', by: 'rule:camera-clear', means: 'reshoot', pass: true },
  failed: { kind: 'check', by: 'rule:camera-clear', means: 'reshoot', pass: false },
  reworked: { kind: 'rework', by: 'rule:check-failed', reason: 'still-there' },
  closed: { kind: 'close', by: 'rule:auto-close' },
} as const satisfies Record<string, CaseCommand | ((...args: never[]) => CaseCommand)>;

/** Found at 0, accepted, filed at 60, sent at 120. */
export const untilSent = (type = 'XJ01', source = 'ai_camera'): Timed[] => [
  at(0, stages.found(type, source)),
  at(0, stages.accepted),
  at(60, stages.filed),
  at(120, stages.sent()),
];
export const untilHandled = (type = 'XJ01'): Timed[] => [
  ...untilSent(type),
  at(600, stages.arrived),
  at(1800, stages.handled),
];
export const untilPassed = (type = 'XJ01'): Timed[] => [...untilHandled(type), at(2400, stages.passed)];

interface Outcome {
  state: CaseState | null;
  events: readonly CaseEntry[];
  refusal: CaseRefusalCode | null;
}

function apply(state: CaseState | null, { tick, command }: Timed): Outcome {
  const decision = decide(command, state, { case: CASE, tick, epochMs: EPOCH_MS });
  if (decision.events === undefined) return { state, events: [], refusal: decision.refusal.code };
  let next = state;
  for (const event of decision.events) next = evolve(next, { tick, seq: (next?.steps.length ?? 0) + 1, ...event });
  return { state: next, events: decision.events, refusal: null };
}

/** The case after commands that must all be carried out. */
export function given(...commands: Timed[]): CaseState | null {
  let state: CaseState | null = null;
  for (const one of commands) {
    const outcome = apply(state, one);
    if (outcome.refusal !== null) throw new Error(`${one.command.kind} was refused: ${outcome.refusal}`);
    state = outcome.state;
  }
  return state;
}

export const when = (state: CaseState | null, tick: number, command: CaseCommand): Outcome =>
  apply(state, at(tick, command));
