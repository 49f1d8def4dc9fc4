// What each of the five levels has in hand, what waits for its word, and what it may do.
import type { CaseState, IncidentState } from '@onescreen/shared/cases';
import { levels } from '@onescreen/shared/cases';
import { describe, expect, test } from 'vitest';
import { deedsOf, levelDeeds } from '../../../client/src/boards/levels/levelDeeds.ts';
import { incidentsIn, levelRows, suspendedCases } from '../../../client/src/boards/levels/levelRows.ts';
import { en } from '../../../client/src/i18n/words/screenEn.ts';
import { at, given, untilPassed, untilSent } from '../shared/caseKit.ts';

const renamed = (state: CaseState, changes: Partial<CaseState>): CaseState => ({ ...state, ...changes }) as CaseState;
const sent = given(...untilSent())!;
const rowOf = (cases: readonly CaseState[], level: CaseState['level'], tick = 200) =>
  levelRows(cases, tick).find((row) => row.level === level)!;

describe('the rows', () => {
  test('the city stands first, the neighbourhood last', () => {
    expect(levelRows([], 0).map(({ level }) => level)).toEqual(['city', 'district', 'street', 'grid', 'village']);
  });

  test('a case stands with the level that handles it, and counts as overdue there', () => {
    const late = renamed(sent, { id: 'late', level: 'district', dueTick: 100 } as Partial<CaseState>);
    const row = rowOf([sent, late], 'district');
    expect([row.open.map(({ id }) => id), row.overdue]).toEqual([['late'], 1]);
  });

  test('a return that the city has to rule on waits with the city, whoever has the case', () => {
    const returned = renamed(sent, { ruling: 'city' });
    expect(rowOf([returned], 'city').ruling).toBe(1);
    expect(rowOf([returned], 'district').ruling).toBe(0);
  });

  test('a checked case that has climbed waits for the lowest level that has not agreed', () => {
    const climbed = given(
      ...untilSent(),
      at(150, { kind: 'escalate', by: 'rule:limit', to: 'city', reason: 'past-limit' }),
      ...untilPassed().slice(4),
    )!;
    const waiting = levelRows([climbed], 2500).filter(({ confirming }) => confirming > 0);
    expect(waiting).toHaveLength(1);
    const [first] = waiting;
    const agreed = renamed(climbed, { confirmed: [first!.level] });
    expect(rowOf([agreed], first!.level, 2500).confirming).toBe(0);
    expect(levelRows([agreed], 2500).some(({ confirming }) => confirming > 0)).toBe(true);
  });

  test('a case whose check has not passed waits for nobody to agree', () => {
    const climbed = renamed(given(...untilPassed().slice(0, -1))!, { level: 'city' });
    expect(levelRows([climbed], 2500).every(({ confirming }) => confirming === 0)).toBe(true);
  });
});

test('whichever suspended case goes on first stands first', () => {
  const suspended = (id: string, untilTick: number): CaseState => {
    const command = { kind: 'suspend', by: 'user:lin', untilTick, plan: 'wait', reason: 'weather' } as const;
    return renamed(given(...untilSent(), at(150, command))!, { id });
  };
  const cases = [sent, suspended('b', 9000), suspended('a', 5000)];
  expect(suspendedCases(cases).map(({ id }) => id)).toEqual(['a', 'b']);
});

describe('incidents', () => {
  const incident = (id: string, changes: Partial<IncidentState> = {}): IncidentState => ({
    id,
    type: 'XJ01',
    area: 0,
    level: 'city',
    commander: 'user:commander-city',
    cases: [],
    openedTick: 10,
    closedTick: null,
    ...changes,
  });

  test('a district sees the incident of the whole city only when a case of it is there', () => {
    const known = { [sent.id]: sent };
    const apart = { one: incident('one') };
    const here = { one: incident('one', { cases: [sent.id] }) };
    expect(incidentsIn(apart, known, 0)).toHaveLength(1);
    expect(incidentsIn(apart, known, sent.area)).toHaveLength(0);
    expect(incidentsIn(here, known, sent.area)).toHaveLength(1);
  });

  test('open ones stand before closed ones, newer before older', () => {
    const all = {
      old: incident('old'),
      over: incident('over', { openedTick: 90, closedTick: 95 }),
      young: incident('young', { openedTick: 50 }),
    };
    expect(incidentsIn(all, {}, 0).map(({ id }) => id)).toEqual(['young', 'old', 'over']);
  });
});

describe('what a level may do', () => {
  test('only the neighbourhood opens a personal record', () => {
    expect(deedsOf('village')).toContain('look');
    for (const level of ['grid', 'street', 'district', 'city'] as const) expect(deedsOf(level)).not.toContain('look');
  });

  test('rulings and suspensions begin with the district, units of another district with the city', () => {
    expect(deedsOf('street')).not.toContain('rule');
    expect(deedsOf('street')).not.toContain('suspend');
    expect(deedsOf('district')).toEqual(expect.arrayContaining(['rule', 'suspend']));
    expect(deedsOf('district')).not.toContain('across');
    expect(deedsOf('city')).toContain('across');
  });

  test('a grid sends nobody', () => {
    expect(deedsOf('grid')).not.toContain('assign');
    expect(deedsOf('street')).toContain('assign');
  });

  test('has a word for everything that a level may do', () => {
    const deeds = levels.flatMap(deedsOf).filter((deed) => deed !== 'across');
    expect(Object.keys(en.act.kinds)).toEqual(expect.arrayContaining(deeds));
  });

  test('what is said as an addition to the level below is all that the level may do', () => {
    levelDeeds.forEach(({ level, addsToBelow, deeds }, i) => {
      const below = addsToBelow ? deedsOf(levelDeeds[i - 1]!.level) : [];
      expect(new Set([...below, ...deeds])).toEqual(new Set(deedsOf(level)));
    });
    expect(levelDeeds.some(({ addsToBelow }) => addsToBelow)).toBe(true);
  });
});
