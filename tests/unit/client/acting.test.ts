// What a person is offered to do with a case, and what becomes of what they fill in.
import type { CaseState } from '@onescreen/shared/cases';
import { caseRefusal, limitOfType } from '@onescreen/shared/cases';
import { caseTypeByCode, caseTypes } from '@onescreen/shared/catalogue';
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { Person, RoleId } from '@onescreen/shared/people';
import { permissions, roles } from '@onescreen/shared/people';
import { parseConsoleCommand } from '@onescreen/shared/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActionKind, Draft } from '../../../client/src/cases/acting/draft.ts';
import { actionOf, emptyDraft, isPlain } from '../../../client/src/cases/acting/draft.ts';
import { lengthUnit, localInput, meansFor, reasonsOf, tickOfInput } from '../../../client/src/cases/acting/fields.tsx';
import { caseCalled, nearbyOf } from '../../../client/src/cases/acting/JoinField.tsx';
import { offersOf } from '../../../client/src/cases/acting/offers.ts';
import { at, EPOCH_MS, given, stages, type Timed, untilHandled, untilPassed, untilSent } from '../shared/caseKit.ts';

const caseOf = (...steps: readonly Timed[][]): CaseState => given(...steps.flat())!;
const changed = (state: CaseState, changes: Partial<CaseState>): CaseState => ({ ...state, ...changes }) as CaseState;
const person = (role: RoleId, area = '310000', name = 'lin'): Person => ({ name, role, area });
const now = (who: Person | null, tick = 3000, notLive: string | null = null) => ({
  person: who,
  tick,
  epochMs: EPOCH_MS,
  notLive,
  heldByOther: 'held by somebody else',
  say: ({ en }: { en: string }) => en,
});
const possible = (one: CaseState, who: Person | null, tick?: number): ActionKind[] => {
  const { next, rest } = offersOf(one, now(who, tick));
  return [...next, ...rest].filter(({ refusal }) => refusal === null).map(({ kind }) => kind);
};
const why = (one: CaseState, kind: ActionKind, who: Person | null, notLive: string | null = null) => {
  const { next, rest } = offersOf(one, now(who, 3000, notLive));
  return [...next, ...rest].find((offer) => offer.kind === kind)?.refusal;
};
/** Deeds that are about the run, its record or an alarm, not about a case. */
const OF_NO_CASE =
  'acknowledge shelve unshelve pace step start branch policy inject audit annotate moderate curate discard import'.split(
    ' ',
  );
const KINDS = Object.keys(permissions).filter((deed) => !OF_NO_CASE.includes(deed)) as ActionKind[];

test('taking a case stands first, giving it back once one has it', () => {
  const sent = caseOf(untilSent());
  const first = (one: CaseState) => offersOf(one, now(person('operator'))).next[0]?.kind;
  expect(first(sent)).toBe('take');
  expect(first(changed(sent, { held: 'user:lin' }))).toBe('release');
  expect(first(changed(sent, { held: 'user:wu' }))).toBe('take');
});

test('a passed check offers closing, one that has not passed offers verifying', () => {
  expect(offersOf(caseOf(untilPassed()), now(person('operator'))).next[1]).toEqual({ kind: 'close', refusal: null });
  const [, verify, , close] = offersOf(caseOf(untilHandled()), now(person('operator'))).next;
  expect(verify).toEqual({ kind: 'verify', refusal: null });
  expect(close).toEqual({ kind: 'close', refusal: caseRefusal('not-checked').en });
});

test('an ended case offers nothing but reopening, a rejected one nothing at all', () => {
  const closed = caseOf(untilPassed(), [at(2460, stages.closed)]);
  expect(offersOf(closed, now(person('operator')))).toEqual({ next: [{ kind: 'reopen', refusal: null }], rest: [] });
  const rejected = caseOf([at(0, stages.found()), at(9, { kind: 'reject', by: 'user:lin', reason: 'false-alarm' })]);
  expect(offersOf(rejected, now(person('operator')))).toEqual({ next: [], rest: [] });
});

test('while somebody else has the case in hand, every action that moves it on says who', () => {
  const held = changed(caseOf(untilSent()), { held: 'user:wu' });
  expect(why(held, 'assign', person('operator'))).toBe('held by somebody else');
  expect(possible(held, person('operator'))).toContain('take');
});

test('nobody acts on what is not live, and the reason is the mode', () => {
  const { next, rest } = offersOf(caseOf(untilSent()), now(person('operator'), 3000, 'replay'));
  expect([...next, ...rest].every(({ refusal }) => refusal === 'replay')).toBe(true);
});

test('a role is offered only what the table of permissions has for it, anywhere in the city', () => {
  const every = [caseOf([at(0, stages.found())]), caseOf(untilSent()), caseOf(untilHandled()), caseOf(untilPassed())];
  for (const { id } of roles)
    for (const one of every)
      for (const kind of possible(one, person(id))) expect(permissions[kind], `${id} ${kind}`).toContain(id);
});

test('a person of another area is told where theirs is', () => {
  const one = caseOf(untilSent());
  const elsewhere = areas.find(({ level, index }) => level === 'district' && areas[one.area]!.parent !== index)!;
  expect(why(one, 'take', person('operator', elsewhere.code))).toContain('Outside your area');
});

test('whatever is filled in, an action is only made when nothing is missing, and then the server can read it', () => {
  const words = fc.constantFrom('', 'weather');
  const draft: fc.Arbitrary<Draft> = fc.record({
    reason: words,
    into: fc.constantFrom(null, 'C00002'),
    unit: fc.constantFrom(null, 'U1'),
    unitNeedsReason: fc.boolean(),
    minutes: fc.constantFrom(null, 30),
    untilTick: fc.constantFrom(null, 5000),
    plan: fc.constantFrom('', '  ', 'dig'),
    to: fc.constantFrom(null, 'city' as const),
    means: fc.constantFrom(null, 'visit' as const),
    ruling: fc.constantFrom(null, 'force' as const),
  });
  const full: Draft = {
    reason: 'weather',
    into: 'C00002',
    unit: 'U1',
    unitNeedsReason: true,
    minutes: 30,
    untilTick: 5000,
    plan: 'dig',
    to: 'city',
    means: 'visit',
    ruling: 'force',
  };
  for (const kind of KINDS) {
    expect(actionOf(kind, 'C00001', full), kind).not.toBeNull();
    if (!isPlain(kind)) expect(actionOf(kind, 'C00001', emptyDraft), kind).toBeNull();
  }
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), draft, (kind, filled) => {
      const action = actionOf(kind, 'C00001', filled);
      if (action !== null) expect(parseConsoleCommand(action)).toEqual(action);
    }),
  );
});

test('the proposed unit needs no reason, any other does', () => {
  const draft = { ...emptyDraft, unit: 'U1' };
  expect(actionOf('assign', 'C1', draft)).toEqual({ kind: 'assign', case: 'C1', unit: 'U1' });
  expect(actionOf('assign', 'C1', { ...draft, unitNeedsReason: true })).toBeNull();
});

test('every action that needs a reason has some to choose from', () => {
  for (const kind of KINDS)
    if (!isPlain(kind) && kind !== 'verify') expect(reasonsOf(kind).length, kind).toBeGreaterThan(0);
});

test('the longest extension that the field allows is the original limit', () => {
  for (const type of caseTypes) {
    const { minutes, clock } = limitOfType(type);
    const unit = lengthUnit(minutes, clock);
    expect(minutes / unit.minutes, type.code).toBeGreaterThanOrEqual(1);
  }
  expect(lengthUnit(limitOfType(caseTypeByCode('EV18')).minutes, 'workingDays').word).toBe('Days');
});

test('a date field holds Shanghai’s minute and gives its tick back', () => {
  fc.assert(
    fc.property(fc.nat(30 * 1440), (minutes) => {
      expect(tickOfInput(EPOCH_MS, localInput(EPOCH_MS, minutes * 60))).toBe(minutes * 60);
    }),
  );
  expect(tickOfInput(EPOCH_MS, '2024-05-')).toBeNull();
});

test('a case is proved by its type’s own means first, and by a re-shot only where a camera found it', () => {
  const one = caseOf(untilSent());
  expect(meansFor(one)[0]).toBe(caseTypeByCode(one.type).check);
  expect(meansFor(changed(caseOf(untilSent('EV11', 'hotline')), { camera: null }))).not.toContain('reshoot');
});

test('a case joins the nearest open one of its type, or any by its number', () => {
  const one = caseOf(untilSent());
  const near = changed(one, { id: 'near', at: [one.at[0] + 0.001, one.at[1]] });
  const nearer = changed(one, { id: 'nearer', at: [one.at[0] + 0.0005, one.at[1]] });
  const far = changed(one, { id: 'far', at: [one.at[0] + 0.1, one.at[1]] });
  const other = changed(one, { id: 'other', type: 'XJ05' });
  expect(nearbyOf(one, [near, one, far, other, nearer]).map((found) => found.one.id)).toEqual(['nearer', 'near']);
  expect(caseCalled(` ${'near'.toUpperCase()} `, [one, near])?.id).toBe('near');
  expect(caseCalled('nobody', [one, near])).toBeUndefined();
});

test('the city is every area’s own', () => {
  expect(possible(caseOf(untilSent()), person('operator', areas[CITY_AREA]!.code))).toContain('assign');
});
