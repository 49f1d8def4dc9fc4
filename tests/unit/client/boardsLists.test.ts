// The queues of Zhenru and the lines of the audit.
import type { CaseState } from '@onescreen/shared/cases';
import { caseRefusal } from '@onescreen/shared/cases';
import { areaByCode, CITY_AREA } from '@onescreen/shared/geography';
import { refusalText } from '@onescreen/shared/people';
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../client/src/boards/audit/auditRows.ts';
import { askedOf, auditPath, kindOf, nameOf, readAudit, scopeOf } from '../../../client/src/boards/audit/auditRows.ts';
import {
  SCENES,
  sceneList,
  streetCounts,
  ZHENRU_AREA,
  zhenruArea,
} from '../../../client/src/boards/zhenru/zhenruLists.ts';
import { at, given, stages, untilHandled, untilSent } from '../shared/caseKit.ts';

const renamed = (state: CaseState, changes: Partial<CaseState>): CaseState => ({ ...state, ...changes }) as CaseState;

describe('a queue of Zhenru', () => {
  const [elder, shop] = SCENES;
  const open = renamed(given(...untilSent())!, { type: 'ZR01', area: ZHENRU_AREA });
  const ended = renamed(given(...untilHandled(), at(2400, stages.passed), at(2460, stages.closed))!, {
    id: 'ended',
    type: 'ZR01',
    area: ZHENRU_AREA,
  });

  test('it speaks of Zhenru while the whole city is shown, and of any other area that is chosen', () => {
    const xuhui = areaByCode('310104').index;
    expect([zhenruArea(CITY_AREA), zhenruArea(xuhui)]).toEqual([ZHENRU_AREA, xuhui]);
  });

  test('overdue cases stand first, then whoever has waited longest', () => {
    const late = renamed(open, { id: 'late', discoveredTick: 90, dueTick: 100 } as Partial<CaseState>);
    const older = renamed(open, { id: 'older', discoveredTick: 1 });
    const newer = renamed(open, { id: 'newer', discoveredTick: 50 });
    const list = sceneList([newer, older, late], elder, ZHENRU_AREA, 300);
    expect(list.open.map(({ id }) => id)).toEqual(['late', 'older', 'newer']);
    expect(list.overdue).toBe(1);
  });

  test('ended cases stand apart, and other scenes and other streets in lists of their own', () => {
    const elsewhere = renamed(open, { id: 'elsewhere', area: ZHENRU_AREA + 1 });
    const list = sceneList([open, ended, elsewhere], elder, ZHENRU_AREA, 3000);
    expect([list.open.length, list.ended.map(({ id }) => id)]).toEqual([1, ['ended']]);
    expect(sceneList([open, ended, elsewhere], elder, CITY_AREA, 3000).open).toHaveLength(2);
    expect(sceneList([open], shop, ZHENRU_AREA, 3000).open).toHaveLength(0);
  });
});

test('the streets with something in a queue stand in order of how much, behind Zhenru itself', () => {
  const one = renamed(given(...untilSent())!, { type: 'ZR03' });
  const [few, many] = [ZHENRU_AREA + 1, ZHENRU_AREA + 2];
  const cases = [
    renamed(one, { id: 'a', area: few }),
    renamed(one, { id: 'b', area: many }),
    renamed(one, { id: 'c', area: many }),
    renamed(one, { id: 'd', area: few, type: 'XJ01' }),
  ];
  expect(streetCounts(cases)).toEqual([
    { area: ZHENRU_AREA, open: 0 },
    { area: many, open: 2 },
    { area: few, open: 1 },
  ]);
});

describe('a line of the audit', () => {
  const base = { run: 'r', seq: 7, tick: 60, by: 'user:lin', role: 'dispatcher', scope: '310107022' } as const;
  const body = { case: 'C00001', unit: 'U2', reason: 'better-suited' };
  const done: AuditEntry = { ...base, kind: 'command.received', command: 'assign', body };
  const refused: AuditEntry = { ...base, kind: 'command.refused', command: 'close', body: null, reason: 'not-checked' };
  const look: AuditEntry = {
    run: 'r',
    seq: 9,
    tick: 70,
    kind: 'record.looked',
    case: 'C2',
    by: 'user:he',
    role: 'village',
  };

  test('says what came of it, who it was, and of which area', () => {
    expect([done, refused, look].map(kindOf)).toEqual(['done', 'refused', 'look']);
    expect(nameOf(done)).toBe('lin');
    expect(scopeOf(done)?.zh).toBe('真如镇街道');
    expect(scopeOf(look)).toBeNull();
  });

  test('says what was asked for, also where nothing was said with it', () => {
    expect(askedOf(done)).toEqual({ kind: 'assign', ...body });
    expect(askedOf(refused)).toEqual({ kind: 'close' });
    expect(askedOf(look)).toEqual({ kind: 'look', case: 'C2' });
  });

  test('gives a sentence for a refusal of the rule book, the desk and the permissions, and else the bare code', () => {
    expect(refusalText('not-checked').zh).toBe(caseRefusal('not-checked').zh);
    expect(refusalText('unit-busy').en).toContain('another case');
    expect(refusalText('role-may-not').zh).toContain('岗位');
    expect(refusalText('of-another-day')).toEqual({ zh: 'of-another-day', en: 'of-another-day' });
  });

  test('a page is read without what is no line of the audit, and knows where the next begins', () => {
    const other = { run: 'r', seq: 8, tick: 60, kind: 'run.finished', reason: 'over' };
    expect(readAudit({ entries: [look, other, done], next: 7 })).toEqual({ entries: [look, done], next: 7 });
    expect(readAudit({ entries: [] }).next).toBeNull();
    expect(() => readAudit({ detail: 'no' })).toThrow(TypeError);
  });

  test('one person’s lines are asked for by name, older ones by where they begin', () => {
    expect(auditPath('r', null, '', 100)).toBe('api/runs/r/audit?limit=100');
    expect(auditPath('r', 41, '林 a', 50)).toBe('api/runs/r/audit?limit=50&before=41&by=user%3A%E6%9E%97+a');
  });
});
