// Limits over holidays: filing, pause, extension, urge and countdown all by the same clock; and the first call to the citizen.
import type { CaseCommand, CaseState, FiledCase } from '@onescreen/shared/cases';
import { contactDueTick, decide, evolve, isFiled, remaining, runningLimit, shareUsed } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { HOUR, isoShanghai, parseInstant } from '@onescreen/shared/time';
import { expect, test } from 'vitest';
import { stages } from './caseKit.ts';

/** Monday before the National Day week; 1 to 7 October are off, Saturday the 10th is worked. */
const EPOCH_MS = parseInstant('2026-09-28T00:00+08:00');
const tickOf = (local: string): number => (parseInstant(`2026-${local}+08:00`) - EPOCH_MS) / 1000;
const timeOf = (tick: number): string => isoShanghai(EPOCH_MS, tick).slice(5, 16);

/** A case after commands at local times, each of which must be carried out. */
function given(...timed: readonly (readonly [local: string, command: CaseCommand])[]): FiledCase {
  let state: CaseState | null = null;
  for (const [local, command] of timed) {
    const tick = tickOf(local);
    const { events, refusal } = decide(command, state, { case: 'C1', tick, epochMs: EPOCH_MS });
    if (events === undefined) throw new Error(`${command.kind} at ${local} was refused: ${refusal.code}`);
    for (const event of events) state = evolve(state, { tick, seq: 1 + (state?.steps.length ?? 0), ...event });
  }
  if (state === null || !isFiled(state)) throw new Error('it was not filed');
  return state;
}
const refusalOf = (state: CaseState, local: string, command: CaseCommand): string | undefined =>
  decide(command, state, { case: 'C1', tick: tickOf(local), epochMs: EPOCH_MS }).refusal?.code;

const filedAt = (type: string, local: string) =>
  [
    [local, stages.found(type, 'hotline')],
    [local, stages.accepted],
    [local, stages.filed],
  ] as const;
const suspend = (until: string): CaseCommand => ({
  kind: 'suspend',
  by: 'user:district',
  untilTick: tickOf(until),
  plan: 'new lamp post',
  reason: 'engineering-work',
});
const resume: CaseCommand = { kind: 'resume', by: 'rule:until-date' };
const urge = (percent: 80 | 100): CaseCommand => ({ kind: 'urge', by: 'rule:limit', percent });
const hoursLeft = (state: FiledCase, local: string): number =>
  remaining(caseTypeByCode(state.type).clock, tickOf(local), state.dueTick, EPOCH_MS) / HOUR;
const used = (state: FiledCase, local: string): number => shareUsed(state, tickOf(local), EPOCH_MS);

/** Illegal cooking fumes have 4 500 minutes in the catalogue: 3.125 working days of eight hours, 25 hours. */
const FUMES = 'EV06';

test('a limit of 25 working hours that starts before the holiday is due after it, the make-up Saturday counted', () => {
  // Wednesday 16:30: one hour that day, eight on Thursday the 8th, eight on the 9th, eight on Saturday the 10th.
  const state = given(...filedAt(FUMES, '09-30T16:30'));
  expect(runningLimit(state, EPOCH_MS).seconds).toBe(25 * HOUR);
  expect(timeOf(state.dueTick)).toBe('10-10T17:30');
  expect(hoursLeft(state, '10-04T12:00')).toBe(24);
  expect(used(state, '10-04T12:00')).toBeCloseTo(1 / 25, 10);
  // One that starts an hour into Thursday has its last two on Monday: nobody works on Sunday the 11th.
  expect(timeOf(given(...filedAt(FUMES, '10-08T09:30')).dueTick)).toBe('10-12T10:30');
});

test('the urge at 80 % falls on the make-up Saturday, by the clock that shows the countdown', () => {
  const state = given(...filedAt(FUMES, '09-30T16:30'));
  // 20 of 25 hours: three on Saturday.
  expect(refusalOf(state, '10-10T11:29', urge(80))).toBe('not-due');
  expect(refusalOf(state, '10-10T11:30', urge(80))).toBeUndefined();
  expect(hoursLeft(state, '10-10T11:30')).toBe(5);
  expect(used(state, '10-10T11:30')).toBeCloseTo(0.8, 10);
});

test('a pause over the holiday week leaves what was left', () => {
  const paused = [...filedAt(FUMES, '09-28T08:30'), ['09-28T17:30', suspend('10-09T08:30')]] as const;
  expect(used(given(...paused), '10-05T00:00')).toBeCloseTo(8 / 25, 10);
  expect(refusalOf(given(...paused), '10-05T00:00', urge(80))).toBe('wrong-status');
  const state = given(...paused, ['10-09T08:30', resume]);
  // 17 hours left: Friday the 9th, Saturday the 10th, one hour on Monday the 12th.
  expect(timeOf(state.dueTick)).toBe('10-12T09:30');
  expect(used(state, '10-09T08:30')).toBeCloseTo(8 / 25, 10);
});

test('a case that was past its limit when it was suspended is as far past it when it is resumed', () => {
  const late = [...filedAt(FUMES, '09-28T08:30'), ['10-08T17:30', suspend('10-12T08:30')]] as const;
  // Due on Thursday the 8th at 09:30; seven of eight hours later it is suspended.
  expect(timeOf(given(...late).dueTick)).toBe('10-08T09:30');
  expect(used(given(...late), '10-11T12:00')).toBeCloseTo(32 / 25, 10);
  const state = given(...late, ['10-12T08:30', resume]);
  expect(hoursLeft(state, '10-12T08:30')).toBe(-7);
  expect(used(state, '10-12T08:30')).toBeCloseTo(32 / 25, 10);
  expect(timeOf(state.dueTick)).toBe('10-10T09:30');
});

test('an extension lengthens the limit over the holiday, once', () => {
  const extend: CaseCommand = { kind: 'extend', by: 'user:district', minutes: 1440, reason: 'complex-case' };
  const state = given(...filedAt(FUMES, '09-29T17:30'), ['09-30T09:30', extend]);
  // 25 hours from Tuesday evening end on Saturday the 10th at 09:30; a working day more ends on Monday.
  expect(timeOf(state.dueTick)).toBe('10-12T09:30');
  expect(runningLimit(state, EPOCH_MS).seconds).toBe(33 * HOUR);
  expect(used(state, '10-06T00:00')).toBeCloseTo(8 / 33, 10);
  expect(refusalOf(state, '10-08T09:30', extend)).toBe('already-extended');
});

test('half of the limit, where extensions end, is half of the working time', () => {
  const extend: CaseCommand = { kind: 'extend', by: 'user:district', minutes: 60, reason: 'complex-case' };
  const state = given(...filedAt(FUMES, '09-30T16:30'));
  // 12.5 of 25 hours: one on Wednesday, eight on Thursday the 8th, three and a half on Friday.
  expect(refusalOf(state, '10-09T11:59', extend)).toBeUndefined();
  expect(refusalOf(state, '10-09T12:00', extend)).toBe('extension-too-late');
});

test.each([
  ['on Tuesday morning, on Wednesday morning', '09-29T09:30', '09-30T09:30'],
  ['on the eve of the holiday, after the week off', '09-30T16:30', '10-08T16:30'],
  ['at night in the holiday, by the end of the first working day', '10-03T23:00', '10-08T17:30'],
  ['on Friday, on the make-up Saturday', '10-09T10:00', '10-10T10:00'],
  ['on the make-up Saturday, on Monday', '10-10T10:00', '10-12T10:00'],
])('先行联系: who calls the hotline %s, is to be called back', (_when, called, due) => {
  const tick = tickOf(called);
  const found = decide(stages.found('EV18', 'hotline'), null, { case: 'C1', tick, epochMs: EPOCH_MS }).events![0]!;
  const state = evolve(null, { tick, seq: 1, ...found });
  expect(timeOf(contactDueTick(state, EPOCH_MS)!)).toBe(due);
});

test('nobody is to be called back about what a camera saw', () => {
  const found = decide(stages.found(), null, { case: 'C1', tick: 0, epochMs: EPOCH_MS }).events![0]!;
  expect(contactDueTick(evolve(null, { tick: 0, seq: 1, ...found }), EPOCH_MS)).toBeNull();
});
