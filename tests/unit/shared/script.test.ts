// The commands of a run, read out of its log and edited for a branch.
import type { Entry } from '@onescreen/shared/log';
import type { Person } from '@onescreen/shared/people';
import type { RunCommand } from '@onescreen/shared/protocol';
import { NO_CHANGES } from '@onescreen/shared/protocol';
import type { LoggedCommand } from '@onescreen/shared/script';
import { commandsIn, editScript, ScriptError, scriptByTick } from '@onescreen/shared/script';
import { describe, expect, test } from 'vitest';

const wang: Person = { name: 'wang', role: 'operator', area: '310000' };
const li: Person = { name: 'li', role: 'dispatcher', area: '310118' };
const take = (id: string): RunCommand => ({ kind: 'take', case: id });
const entry = (seq: number, tick: number, kind: string, command: string, body: unknown, by = 'user:li'): Entry =>
  ({ run: 'r', seq, tick, kind, command, by, role: 'dispatcher', scope: '310118', body, reason: 'x' }) as Entry;

describe('what people asked for', () => {
  test('is read from what was done and what was refused, with who and when', () => {
    const log = [
      { run: 'r', seq: 1, tick: 0, kind: 'unit.freed', unit: 'U' } as Entry,
      entry(2, 10, 'command.received', 'take', { case: 'C1' }),
      entry(3, 20, 'command.refused', 'close', { case: 'C1' }),
    ];
    expect(commandsIn(log)).toEqual([
      { seq: 2, tick: 10, person: li, command: take('C1') },
      { seq: 3, tick: 20, person: li, command: { kind: 'close', case: 'C1' } },
    ]);
  });

  test.each([
    ['an unknown deed', entry(2, 10, 'command.received', 'explode', {})],
    ['one that is no matter of the log', entry(2, 10, 'command.received', 'step', {})],
    ['nobody', entry(2, 10, 'command.received', 'take', { case: 'C1' }, 'user:')],
    ['no body', entry(2, 10, 'command.received', 'take', null)],
  ])('is an error for %s', (_, bad) => {
    expect(() => commandsIn([bad])).toThrow(ScriptError);
  });
});

describe('the script of a branch', () => {
  const logged: LoggedCommand[] = [
    { seq: 3, tick: 50, person: li, command: take('C1') },
    { seq: 7, tick: 100, person: li, command: take('C2') },
    { seq: 8, tick: 100, person: wang, command: take('C3') },
    { seq: 9, tick: 400, person: li, command: take('C4') },
  ];
  const edit = (changes: Partial<typeof NO_CHANGES>, forkTick = 62) =>
    editScript(logged, { ...NO_CHANGES, ...changes }, { forkTick, stepTicks: 5, by: wang }).map(
      ({ tick, command, person }) => `${tick} ${person.name} ${command.kind === 'take' ? command.case : command.kind}`,
    );
  const past = '50 li C1';

  test('with nothing changed is the parent’s', () => {
    expect(edit({})).toEqual([past, '100 li C2', '100 wang C3', '400 li C4']);
  });

  test('can leave some out, or everybody; what lies before the fork stays', () => {
    expect(edit({ without: [3, 7] })).toEqual([past, '100 wang C3', '400 li C4']);
    expect(edit({ nobody: true })).toEqual([past]);
  });

  test('can have everybody act sooner or later, but not before the fork, and always at the beginning of a step', () => {
    expect(edit({ shiftTicks: -60 })).toEqual([past, '65 li C2', '65 wang C3', '340 li C4']);
    expect(edit({ shiftTicks: 3 })).toEqual([past, '105 li C2', '105 wang C3', '405 li C4']);
  });

  test('can move one command alone, past others too', () => {
    expect(edit({ moved: [{ seq: 9, tick: 99 }], shiftTicks: 10 })).toEqual([
      past,
      '100 li C4',
      '110 li C2',
      '110 wang C3',
    ]);
  });

  test('gives a new policy first of all, and what is added in the name of who asks', () => {
    const added = [
      { tick: 10, command: take('C8') },
      { tick: 100, command: take('C9') },
    ];
    expect(edit({ policy: 'batch', added })).toEqual([
      past,
      '65 wang policy',
      '65 wang C8',
      '100 li C2',
      '100 wang C3',
      '100 wang C9',
      '400 li C4',
    ]);
  });

  test('is looked up by the step, in its order', () => {
    const script = scriptByTick(editScript(logged, NO_CHANGES, { forkTick: 0, stepTicks: 5, by: wang }));
    expect(script.get(100)).toEqual([
      { person: li, command: take('C2') },
      { person: wang, command: take('C3') },
    ]);
    expect(script.get(105)).toBeUndefined();
  });
});
