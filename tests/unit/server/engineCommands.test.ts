// What people ask for: done or refused, and in the log with who, in which role and for which area.
import type { Person } from '@onescreen/shared/people';
import type { Order, RunCommand, Signal } from '@onescreen/shared/protocol';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { EngineState } from '../../../server/src/engine/state.ts';
import type { Town, World } from './engineKit.ts';
import {
  call,
  createTown,
  eastOf,
  goodUnit,
  goodWorld,
  operator,
  report,
  threeHits,
  townInfo,
  townUnits,
  trip,
  unit,
} from './engineKit.ts';

const C1 = 'C00001';
const theCase = (town: Town, id = C1) => town.engine.cases.cases[id]!;
const refused = (code: string) => ({ ok: false, refusal: code });
/** Units drive and arrive, and are never done. */
const slowWorld: World = (order, tick) =>
  order.kind === 'go' ? goodUnit(order, tick).slice(0, 2) : goodWorld()(order, tick);

/** A vendor whose case is `dispatched` to the nearest unit. */
function townWithVendor(world: World = slowWorld): Town {
  const town = createTown(townInfo(), world);
  town.send(...threeHits(0));
  town.until(200);
  expect(theCase(town)).toMatchObject({ status: 'dispatched', unit: 'CG-near' });
  return town;
}

describe('who may', () => {
  const asked: RunCommand = { kind: 'urge', case: C1 };

  test('a role that may not is refused in words, and the log keeps what was asked', () => {
    const town = townWithVendor();
    const viewer: Person = { name: 'li', role: 'viewer', area: '310000' };
    const outcome = town.ask(asked, viewer);
    expect(outcome).toMatchObject(refused('role-may-not'));
    expect(outcome.ok || outcome.message.en.length).toBeGreaterThan(10);
    expect(town.of('command.refused')).toMatchObject([
      { command: 'urge', by: 'user:li', role: 'viewer', scope: '310000', body: { case: C1 }, reason: 'role-may-not' },
    ]);
    expect(town.of('case.urged')).toEqual([]);
  });

  test('another district is not theirs, their own is', () => {
    const town = townWithVendor();
    expect(town.ask(asked, { ...operator, area: '310115' })).toMatchObject(refused('outside-your-area'));
    expect(town.ask(asked, { ...operator, area: '310118' })).toEqual({ ok: true });
    expect(town.of('case.urged')).toMatchObject([{ percent: 80, by: 'user:wang', reason: 'urged-by-person' }]);
  });

  test('a unit of another district is sent by the city, not by a district', () => {
    const elsewhere = unit('CG-elsewhere', 'chengguan', eastOf(0.1), 20);
    const town = createTown(townInfo(undefined, [...townUnits, elsewhere]), slowWorld);
    town.send(...threeHits(0));
    town.until(200);
    const command = { kind: 'assign', case: C1, unit: 'CG-elsewhere', reason: 'knows-the-place' } as const;
    expect(town.ask(command, { ...operator, area: '310118' })).toMatchObject(refused('level-above-needed'));
    expect(town.ask(command)).toEqual({ ok: true });
    expect(theCase(town)).toMatchObject({ unit: 'CG-elsewhere' });
  });

  test('a case and an alarm that are not there are refused by name', () => {
    const town = townWithVendor();
    expect(town.ask({ kind: 'close', case: 'C99999' })).toMatchObject(refused('no-such-case'));
    expect(town.ask({ kind: 'acknowledge', alarm: 'gust@310000' })).toMatchObject(refused('no-such-alarm'));
    expect(town.ask({ kind: 'look', case: C1 }, { name: 'ju', role: 'village', area: '310118106' })).toMatchObject(
      refused('no-record'),
    );
  });

  test('the command stands in the log right before what it did', () => {
    const town = townWithVendor();
    town.ask({ kind: 'take', case: C1 });
    const at = town.entries.findIndex(({ kind }) => kind === 'command.received');
    expect(town.entries.slice(at, at + 2)).toMatchObject([
      { kind: 'command.received', command: 'take', body: { case: C1 } },
      { kind: 'case.taken', by: 'user:wang', case: C1 },
    ]);
  });
});

describe('sending', () => {
  test('another unit than the one that has it goes instead, and that one is called back and free', () => {
    const town = townWithVendor();
    expect(town.ask({ kind: 'assign', case: C1, unit: 'CG-far' })).toMatchObject(refused('reason-needed'));
    expect(town.ask({ kind: 'assign', case: C1, unit: 'CG-far', reason: 'knows-the-place' })).toEqual({ ok: true });
    expect(theCase(town)).toMatchObject({ status: 'dispatched', unit: 'CG-far' });
    expect(town.of('case.dispatched').at(-1)).toMatchObject({ by: 'user:wang', reason: 'knows-the-place' });
    expect(town.of('case.dispatched').at(-1)!.runnersUp.length).toBeGreaterThan(0);
    expect(town.orders.filter(({ kind }) => kind === 'recall')).toMatchObject([{ unit: 'CG-near' }]);
    expect(town.engine.cases.units['CG-near']!.case).toBeNull();
  });

  test('the proposed unit needs no reason, any other does', () => {
    const town = createTown(townInfo(), slowWorld);
    town.send(...threeHits(0));
    town.until(120);
    expect(theCase(town).status).toBe('filed');
    expect(town.engine.propose(C1)!.unit).toBe('CG-near');
    expect(town.ask({ kind: 'assign', case: C1, unit: 'CG-farther' })).toMatchObject(refused('reason-needed'));
    expect(town.ask({ kind: 'assign', case: C1, unit: 'CG-near' })).toEqual({ ok: true });
    expect(town.of('case.dispatched')).toMatchObject([{ by: 'user:wang', unit: 'CG-near', reason: 'nearest-unit' }]);
  });

  test('a unit that cannot do it, is busy or does not exist is refused, and nothing is sent', () => {
    const town = townWithVendor();
    const sent = town.orders.length;
    const assign = (who: string): RunCommand => ({ kind: 'assign', case: C1, unit: who, reason: 'better-suited' });
    expect(town.ask(assign('PS-1'))).toMatchObject(refused('unit-not-able'));
    expect(town.ask(assign('CG-none'))).toMatchObject(refused('no-such-unit'));
    expect(town.ask(assign('CG-near'))).toMatchObject(refused('same-unit'));
    expect(town.ask({ kind: 'support', case: C1, unit: 'CG-near', reason: 'needs-help' })).toMatchObject(
      refused('same-unit'),
    );
    expect(town.orders.length).toBe(sent);
  });

  test('a second unit goes beside the first, and is called back when that is done', () => {
    const town = townWithVendor(goodWorld());
    expect(town.ask({ kind: 'support', case: C1, unit: 'CG-far', reason: 'needs-help' })).toEqual({ ok: true });
    expect(town.orders.at(-1)).toMatchObject({ kind: 'go', unit: 'CG-far', role: 'support' });
    town.until(HOUR);
    expect(theCase(town).status).toBe('evaluated');
    town.until(2 * HOUR - 60);
    expect(town.engine.cases.units['CG-far']?.case ?? null).toBeNull();
  });

  test.each([
    ['void', { kind: 'void', case: C1, reason: 'entered-by-mistake' }, 'voided'],
    ['suspend', { kind: 'suspend', case: C1, untilTick: DAY, plan: '待材料', reason: 'weather' }, 'suspended'],
    ['withdraw', { kind: 'withdraw', case: C1, reason: 'sent-by-mistake' }, 'filed'],
    ['return', { kind: 'return', case: C1, reason: 'not-our-duty' }, 'filed'],
  ] as const)('%s calls the unit back', (_, command, status) => {
    const town = townWithVendor();
    expect(town.ask(command)).toEqual({ ok: true });
    expect(theCase(town).status).toBe(status);
    expect(town.orders.filter(({ kind }) => kind === 'recall')).toMatchObject([{ unit: 'CG-near' }]);
    expect(town.engine.cases.units['CG-near']!.case).toBeNull();
    expect(Object.values((town.engine.snapshot() as EngineState).orders)).toEqual([]);
  });
});

describe('the rest of the desk', () => {
  test('two cases of one matter are joined, and what is seen of the one goes to the other', () => {
    const town = createTown(townInfo(), slowWorld);
    town.send(report(0, 'CM03'), report(10, 'CM03', eastOf(0.002)));
    town.until(60);
    expect(town.ask({ kind: 'join', case: 'C00002', into: 'C00077', reason: 'same-matter' })).toMatchObject(
      refused('no-such-case'),
    );
    expect(town.ask({ kind: 'join', case: 'C00002', into: C1, reason: 'same-matter' })).toEqual({ ok: true });
    expect(theCase(town, 'C00002')).toMatchObject({ status: 'joined', into: C1 });
    expect(theCase(town).merged).toBe(1);
    town.send(report(10 * MINUTE, 'CM03', eastOf(0.002)));
    town.until(11 * MINUTE);
    expect(town.of('case.discovered')).toHaveLength(2);
    expect(theCase(town).merged).toBe(2);
  });

  test('a person accepts, files and later urges at the next stage each time', () => {
    const town = createTown(townInfo('2024-05-14T20:00'), slowWorld);
    town.send(report(0, 'CM03'));
    town.until(60);
    expect(town.ask({ kind: 'file', case: C1 })).toMatchObject(refused('wrong-status'));
    expect(town.ask({ kind: 'accept', case: C1 })).toEqual({ ok: true });
    expect(town.ask({ kind: 'file', case: C1 })).toEqual({ ok: true });
    expect(town.of('case.filed')).toMatchObject([{ by: 'user:wang' }]);
    expect(town.of('case.filed')[0]!.number).toMatch(/-000001$/);
    expect(town.ask({ kind: 'urge', case: C1 })).toEqual({ ok: true });
    expect(town.ask({ kind: 'urge', case: C1 })).toMatchObject(refused('not-due'));
  });

  test('what a person has looked at is checked in their name, and one look is enough', () => {
    const answers: World = (order, tick) => (order.kind === 'go' ? goodUnit(order, tick) : shownByVisits(order, tick));
    const shownByVisits = (order: Order, tick: number): readonly Signal[] =>
      order.kind === 'check' && order.means === 'visit' ? goodWorld()(order, tick) : [];
    const town = townWithVendor(answers);
    town.until(1800);
    expect(theCase(town).status).toBe('checking');
    expect(town.ask({ kind: 'verify', case: C1, means: 'sensor' })).toMatchObject(refused('no-sensor'));
    expect(town.ask({ kind: 'verify', case: C1, means: 'callback' })).toMatchObject(refused('nobody-to-call'));
    expect(town.ask({ kind: 'verify', case: C1, means: 'visit' })).toEqual({ ok: true });
    expect(town.orders.at(-1)).toMatchObject({ kind: 'check', purpose: 'closure', means: 'visit', case: C1 });
    town.until(1900);
    expect(town.of('case.checked')).toMatchObject([{ by: 'user:wang', means: 'visit', pass: true }]);
    expect(town.of('case.checked')[0]!.evidence).toHaveLength(1);
    expect(town.of('case.checked')[0]!.tick).toBeLessThan(1900);
  });

  test('a look at a record is in the log, the record is not', () => {
    const town = createTown(townInfo(), slowWorld);
    const record = {
      name: '周阿婆',
      age: 83,
      phone: '138****0000',
      address: { zh: '一弄2号301', en: '301, 2 Lane 1' },
    };
    town.send({ ...trip(10, 'ZR01'), resident: record } as Signal, trip(400, 'ZR01'));
    town.until(600);
    expect(town.steps.flatMap(({ residents }) => residents)).toEqual([{ case: C1, record }]);
    expect(JSON.stringify(town.entries)).not.toContain('周阿婆');
    const cadre: Person = { name: 'ju', role: 'village', area: '310118106' };
    expect(town.ask({ kind: 'look', case: C1 }, operator)).toMatchObject(refused('role-may-not'));
    expect(town.ask({ kind: 'look', case: C1 }, cadre)).toEqual({ ok: true });
    expect(town.of('record.looked')).toMatchObject([{ case: C1, by: 'user:ju', role: 'village' }]);
  });

  test('a citizen whom a person has called is not called again', () => {
    const town = createTown(townInfo(), slowWorld);
    town.send(call(60));
    town.until(10 * MINUTE);
    expect(town.ask({ kind: 'contact', case: C1 })).toEqual({ ok: true });
    expect(town.ask({ kind: 'contact', case: C1 })).toMatchObject(refused('already-contacted'));
    town.until(6 * HOUR);
    expect(town.of('case.contacted')).toMatchObject([{ by: 'user:wang' }]);
    expect(town.orders.filter((order) => order.kind === 'check' && order.purpose === 'contact')).toEqual([]);
  });
});
