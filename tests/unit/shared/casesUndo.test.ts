// What a button may say before it is pressed, and how a step is taken back.
import type { CaseState } from '@onescreen/shared/cases';
import { admits, decide, inverseOf, reasonsFor } from '@onescreen/shared/cases';
import type { CaseAction } from '@onescreen/shared/protocol';
import { describe, expect, test } from 'vitest';
import { at, EPOCH_MS, given, stages, untilHandled, untilPassed, untilSent, when } from './caseKit.ts';
import type { From } from './caseTable.ts';
import { ENTRY_OF, TRANSITIONS } from './caseTable.ts';

const LI = 'user:li' as const;
const accepted = [at(0, stages.found()), at(0, stages.accepted)];
const suspend = { kind: 'suspend', by: LI, untilTick: 9e5, plan: 'a crane', reason: 'engineering-work' } as const;
const closed = [...untilPassed(), at(2400, stages.closed)];
/** A case in each status that is reached the usual way. */
const examples: readonly CaseState[] = [
  given(at(0, stages.found())),
  given(...accepted),
  given(...accepted, at(60, stages.filed)),
  given(...untilSent()),
  given(...untilSent(), at(600, stages.arrived)),
  given(...untilSent(), at(600, suspend)),
  given(...untilHandled()),
  given(...closed),
  given(...closed, at(2500, { kind: 'evaluate', by: 'rule:evaluation', answer: 'by-rule' })),
  given(...accepted, at(90, { kind: 'void', by: LI, reason: 'entered-by-mistake' })),
].map((state) => state!);

/** The command of the rule book behind each action of the screen. */
const BEHIND: Readonly<Record<Exclude<CaseAction['kind'], 'look'>, keyof typeof ENTRY_OF>> = {
  accept: 'accept',
  reject: 'reject',
  file: 'file',
  join: 'join',
  assign: 'dispatch',
  support: 'support',
  withdraw: 'withdraw',
  return: 'return',
  rule: 'rule',
  extend: 'extend',
  suspend: 'suspend',
  resume: 'resume',
  urge: 'urge',
  escalate: 'escalate',
  contact: 'contact',
  take: 'take',
  release: 'release',
  verify: 'check',
  rework: 'rework',
  confirm: 'confirm',
  close: 'close',
  reopen: 'reopen',
  void: 'void',
};
const ACTIONS = Object.keys(BEHIND) as (keyof typeof BEHIND)[];

describe('what a case admits', () => {
  test.each(examples.map((state) => [state.status, state] as const))(
    'a case that is %s admits nothing that the table of steps does not have',
    (status, state) => {
      for (const kind of ACTIONS) {
        const refusal = admits(kind, state, 2600, EPOCH_MS, LI);
        const hasRow = TRANSITIONS[ENTRY_OF[BEHIND[kind]]][status as From] !== undefined;
        if (!hasRow) expect(refusal, kind).not.toBeNull();
        if (refusal !== null) expect(refusal.zh).toMatch(/[一-龥]/u);
      }
    },
  );

  test.each([
    ['discovered', ['accept', 'reject', 'join', 'take', 'void']],
    ['accepted', ['reject', 'file', 'join', 'take', 'void']],
    ['filed', ['join', 'assign', 'extend', 'suspend', 'urge', 'escalate', 'take', 'verify', 'void']],
    ['dispatched', 'assign support withdraw return extend suspend urge escalate take void'.split(' ')],
    ['handling', 'assign support withdraw return extend suspend urge escalate take void'.split(' ')],
    ['suspended', ['resume', 'escalate', 'take', 'void']],
    ['checking', ['extend', 'urge', 'escalate', 'take', 'verify', 'rework', 'void']],
    ['closed', ['reopen']],
    ['evaluated', ['reopen']],
    ['voided', []],
  ] as const)('a case that is %s admits %s', (status, kinds) => {
    const state = examples.find((one) => one.status === status)!;
    const open = ACTIONS.filter((kind) => admits(kind, state, 2600, EPOCH_MS, LI) === null);
    expect([...open].sort()).toEqual([...kinds].sort());
  });

  test('a grey button says why: another has the case, its check has not passed, the level below has to agree', () => {
    const held = given(...untilHandled(), at(2000, { kind: 'take', by: 'user:wang' }))!;
    expect(admits('close', held, 2100, EPOCH_MS, LI)).toMatchObject({ code: 'held' });
    expect(admits('close', held, 2100, EPOCH_MS)).toMatchObject({ code: 'not-checked' });
    const climbed = given(...untilPassed(), at(2400, { kind: 'escalate', by: LI, to: 'city', reason: 'needs-help' }))!;
    expect(admits('close', climbed, 2500, EPOCH_MS)).toMatchObject({ code: 'not-confirmed' });
    expect(admits('confirm', climbed, 2500, EPOCH_MS)).toBeNull();
    expect(admits('escalate', climbed, 2500, EPOCH_MS)).toMatchObject({ code: 'not-higher' });
  });

  test('to look at a record is not a step of the case', () => {
    for (const state of examples) expect(admits('look', state, 2600, EPOCH_MS)).toBeNull();
  });
});

describe('undo', () => {
  const undone = (action: CaseAction, before: CaseState | null) => inverseOf(action, before!);
  const sent = given(...untilSent());

  test('taking a case is undone by releasing it, and releasing by taking; taking it from a colleague is not', () => {
    expect(undone({ kind: 'take', case: 'C1' }, sent)).toEqual({ kind: 'release', case: 'C1' });
    const held = given(...untilSent(), at(200, { kind: 'take', by: LI }));
    expect(undone({ kind: 'release', case: 'C1' }, held)).toEqual({ kind: 'take', case: 'C1' });
    expect(undone({ kind: 'take', case: 'C1' }, held)).toBeNull();
  });

  test('a first order is undone by taking it back, a change of units by changing back while nobody was there', () => {
    const filed = given(...accepted, at(60, stages.filed));
    const assign: CaseAction = { kind: 'assign', case: 'C1', unit: 'U2' };
    expect(undone(assign, filed)).toMatchObject({ kind: 'withdraw', reason: 'sent-by-mistake' });
    expect(undone(assign, sent)).toMatchObject({ kind: 'assign', unit: 'U1', reason: 'sent-by-mistake' });
    expect(undone(assign, given(...untilSent(), at(600, stages.arrived)))).toBeNull();
    expect(undone({ kind: 'withdraw', case: 'C1', reason: 'pre-empted' }, sent)).toMatchObject({ unit: 'U1' });
  });

  test('a suspension is undone by resuming, and resuming by the same suspension', () => {
    const action: CaseAction = { ...suspend, case: 'C1' };
    expect(undone(action, sent)).toEqual({ kind: 'resume', case: 'C1' });
    const suspended = given(...untilSent(), at(600, suspend));
    expect(undone({ kind: 'resume', case: 'C1' }, suspended)).toEqual({
      kind: 'suspend',
      case: 'C1',
      untilTick: 9e5,
      plan: 'a crane',
      reason: 'engineering-work',
    });
  });

  test('a closing is undone by reopening, with a reason that the rule book takes', () => {
    const passed = given(...untilPassed());
    expect(undone({ kind: 'close', case: 'C1' }, passed)).toMatchObject({ kind: 'reopen' });
    const { state } = when(passed, 2400, { kind: 'close', by: LI });
    const reopen = { kind: 'reopen', by: LI, reason: 'closed-by-mistake' } as const;
    expect(decide(reopen, state, { case: 'C00001', tick: 2460, epochMs: EPOCH_MS }).events).toHaveLength(1);
    expect(reasonsFor('withdraw')).toContain('sent-by-mistake');
    expect(reasonsFor('dispatch')).toContain('sent-by-mistake');
  });

  test('what was said or seen is not undone', () => {
    for (const kind of ['accept', 'file', 'contact', 'confirm', 'urge', 'look'] as const)
      expect(undone({ kind, case: 'C1' }, sent)).toBeNull();
    expect(undone({ kind: 'void', case: 'C1', reason: 'withdrawn' }, sent)).toBeNull();
    expect(undone({ kind: 'verify', case: 'C1', means: 'visit' }, sent)).toBeNull();
  });
});
