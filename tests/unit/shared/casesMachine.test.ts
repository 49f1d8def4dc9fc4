// The case machine walked at random: whatever is asked, in whatever order and at whatever time, these always hold.

import type { CaseCommand, CaseState, CaseStatus } from '@onescreen/shared/cases';
import { decide, evolve, isEnded, isFiled } from '@onescreen/shared/cases';
import type { CheckMeans } from '@onescreen/shared/catalogue';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EPOCH_MS, stages } from './caseKit.ts';

const unit = fc.constantFrom('U1', 'U2', 'U3');
const by = fc.constantFrom('rule:r' as const, 'user:u' as const);
const means = fc.constantFrom<CheckMeans>('reshoot', 'sensor', 'callback', 'photo', 'visit', 'document');
const reason = fc.constantFrom('weather', 'still-there', '');
const type = fc.constantFrom('XJ01', 'EV18', 'EM01', 'CM02');

const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  type.map((code) => stages.found(code, code === 'XJ01' ? 'ai_camera' : 'hotline')),
  fc.record({ kind: fc.constant('accept' as const), by }),
  fc.record({ kind: fc.constant('reject' as const), by, reason }),
  fc.record({ kind: fc.constant('merge' as const), by, reason, signal: fc.constant('S1') }),
  fc.record({ kind: fc.constant('file' as const), by, serial: fc.integer({ min: 1, max: 999_999 }) }),
  fc.record({
    kind: fc.constant('dispatch' as const),
    by,
    unit,
    order: unit,
    distanceMetres: fc.nat(9999),
    runnersUp: fc.constant([]),
    reason,
  }),
  fc.record({ kind: fc.constant('return' as const), by, unit, reason }),
  fc.record({ kind: fc.constant('arrive' as const), by, unit }),
  fc.record({ kind: fc.constant('handle' as const), by, unit }),
  fc.record({ kind: fc.constant('extend' as const), by, minutes: fc.integer({ min: -5, max: 30_000 }), reason }),
  fc.record({ kind: fc.constant('suspend' as const), by, untilTick: fc.nat(900_000), reason }),
  fc.record({ kind: fc.constant('resume' as const), by }),
  fc.record({ kind: fc.constant('check' as const), by, means, pass: fc.boolean() }),
  fc.record({ kind: fc.constant('rework' as const), by, reason }),
  fc.record({
    kind: fc.constant('escalate' as const),
    by,
    to: fc.constantFrom('district' as const, 'city' as const),
    reason,
  }),
  fc.record({
    kind: fc.constant('urge' as const),
    by,
    percent: fc.constantFrom(80 as const, 100 as const, 150 as const),
  }),
  fc.record({ kind: fc.constant('close' as const), by }),
  fc.record({
    kind: fc.constant('evaluate' as const),
    by,
    answer: fc.constantFrom('by-rule' as const, 'satisfied' as const),
  }),
  fc.record({ kind: fc.constant('reopen' as const), by, reason }),
  fc.record({ kind: fc.constant('void' as const), by, reason }),
);
/** Most walks begin the usual way, so that the later states are reached too. */
const usual: CaseCommand[] = [
  stages.found(),
  stages.accepted,
  stages.filed,
  stages.sent(),
  stages.arrived,
  stages.handled,
  stages.passed,
  stages.closed,
];
const walk = fc.record({
  begun: fc.nat(usual.length),
  steps: fc.array(fc.record({ wait: fc.oneof(fc.nat(600), fc.nat(100_000)), command }), { maxLength: 40 }),
});

function holds(before: CaseState | null, after: CaseState, asked: CaseCommand, tick: number): void {
  if (before !== null) {
    expect(after.steps.slice(0, before.steps.length)).toEqual(before.steps);
    expect(after.steps.length).toBeGreaterThan(before.steps.length);
    if (isEnded(before)) expect(['reopen', 'evaluate']).toContain(asked.kind);
    expect([after.id, after.type, after.discoveredTick]).toEqual([before.id, before.type, before.discoveredTick]);
    expect(after.automatic && !before.automatic).toBe(false);
    expect(after.reworks).toBeGreaterThanOrEqual(before.reworks);
    expect(after.returns).toBeLessThanOrEqual(3);
  }
  if (isFiled(after)) {
    expect(after.dueTick).toBeGreaterThanOrEqual(after.filedTick);
    expect(after.number).toMatch(/^\d{6}-\d{3}-\d{8}-[EC]\d{2}-\d{6}$/);
  }
  if (after.status === 'closed') {
    expect(after.steps.some((step) => step.kind === 'case.checked' && step.pass)).toBe(true);
    expect(after.closedTick).toBeLessThanOrEqual(tick);
    const people = after.steps.some((step) => step.by.startsWith('user:'));
    const closing = after.steps.findLast((step) => step.kind === 'case.closed')!;
    if (people) expect(closing.automatic).toBe(false);
  }
}

test('property: whatever is asked, a case keeps its history, its limits and its end', () => {
  const reached = new Set<CaseStatus>();
  const refused = new Set<string>();
  fc.assert(
    fc.property(walk, ({ begun, steps }) => {
      let state: CaseState | null = null;
      let tick = 0;
      let seq = 0;
      for (const { wait, command: asked } of [
        ...usual.slice(0, begun).map((one) => ({ wait: 60, command: one })),
        ...steps,
      ]) {
        tick += wait;
        const decision = decide(asked, state, { case: 'C00001', tick, epochMs: EPOCH_MS });
        if (decision.events === undefined) {
          refused.add(decision.refusal.code);
          expect(decision.refusal.zh.length + decision.refusal.en.length).toBeGreaterThan(4);
          continue;
        }
        expect(decision.events.length).toBeGreaterThan(0);
        const before: CaseState | null = state;
        const frozen = JSON.stringify(before);
        for (const event of decision.events) state = evolve(state, { tick, seq: ++seq, ...event });
        expect(JSON.stringify(before)).toBe(frozen);
        holds(before, state!, asked, tick);
        reached.add(state!.status);
      }
    }),
    { numRuns: 1500 },
  );
  expect([...reached].sort()).toEqual(
    [
      'accepted',
      'checking',
      'closed',
      'discovered',
      'dispatched',
      'evaluated',
      'filed',
      'handling',
      'rejected',
      'suspended',
      'voided',
    ].sort(),
  );
  expect(refused.size).toBeGreaterThanOrEqual(15);
});
