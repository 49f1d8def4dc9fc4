import type { CasesState } from '@onescreen/shared/cases';
import {
  createCasesState,
  evolveCases,
  KEEP_ENDED_TICKS,
  positionAt,
  unitOf,
  unitPosition,
} from '@onescreen/shared/cases';
import type { Entry, EntryBody, RosterUnit } from '@onescreen/shared/log';
import { expect, test } from 'vitest';

function fold(...bodies: [tick: number, body: EntryBody][]): CasesState {
  const state = createCasesState();
  for (const [tick, body] of bodies) evolveCases(state, { run: 'r', seq: state.seq + 1, tick, ...body } as Entry);
  return state;
}

const found = (id: string): EntryBody => ({
  kind: 'case.discovered',
  case: id,
  by: 'rule:three-hits',
  type: 'XJ01',
  at: [121, 31],
  area: 20,
  source: 'ai_camera',
  confidence: 0.9,
});
const accepted = (id: string): EntryBody => ({ kind: 'case.accepted', case: id, by: 'rule:confidence-gate' });
const filed = (id: string): EntryBody => ({
  kind: 'case.filed',
  case: id,
  by: 'rule:auto-file',
  number: '310118-107-20240514-E05-000001',
  dueTick: 9000,
  priority: 3,
});
const sent = (id: string): EntryBody => ({
  kind: 'case.dispatched',
  case: id,
  by: 'rule:nearest',
  unit: 'U1',
  order: 'O1',
  distanceMetres: 10,
  travelSeconds: 2,
  runnersUp: [],
});
const arrived = (id: string): EntryBody => ({ kind: 'case.arrived', case: id, by: 'unit:U1', unit: 'U1' });
const handled = (id: string): EntryBody => ({ kind: 'case.handled', case: id, by: 'unit:U1', unit: 'U1' });
const checked = (id: string): EntryBody => ({
  kind: 'case.checked',
  case: id,
  by: 'rule:camera-clear',
  means: 'reshoot',
  pass: true,
});
const closed = (id: string): EntryBody => ({ kind: 'case.closed', case: id, by: 'rule:auto-close', automatic: true });
const whole = (id: string): [number, EntryBody][] => [
  [100, found(id)],
  [100, accepted(id)],
  [160, filed(id)],
  [220, sent(id)],
  [700, arrived(id)],
  [1500, handled(id)],
  [2200, checked(id)],
  [2200, closed(id)],
];

test('the loop counts what was found, sent, verified and closed, by itself and how fast', () => {
  const { loop } = fold(...whole('C1'));
  expect(loop).toMatchObject({
    found: 1,
    foundByMachine: 1,
    filed: 1,
    dispatched: 1,
    dispatchedByRule: 1,
    verified: 1,
    verifiedByMachine: 1,
    closed: 1,
    closedAutomatically: 1,
    closedInTime: 1,
    secondsToDispatch: [120],
    secondsToHandle: [1280],
    secondsToVerify: [700],
    secondsToClose: [2100],
  });
});

test('a case that is sent out again is still one dispatched case', () => {
  const { loop } = fold(
    [0, found('C1')],
    [0, accepted('C1')],
    [60, filed('C1')],
    [120, sent('C1')],
    [200, { kind: 'case.returned', case: 'C1', by: 'unit:U1', unit: 'U1', reason: 'not-our-duty' }],
    [260, sent('C1')],
  );
  expect(loop).toMatchObject({ dispatched: 1, returned: 1, secondsToDispatch: [120] });
});

test('durations are kept for the newest 256 cases', () => {
  const { loop } = fold(
    ...Array.from({ length: 300 }, (_, i) => whole(`C${i}`).map(([, body]): [number, EntryBody] => [i, body])).flat(),
  );
  expect(loop.secondsToClose).toHaveLength(256);
  expect(loop.closed).toBe(300);
});

test('an ended case leaves the state after two hours, others stay', () => {
  const entries: [number, EntryBody][] = [...whole('C1'), [2300, found('C2')]];
  const later = (tick: number): EntryBody => ({ kind: 'plan.step', agency: 'swj', zh: `第${tick}`, en: `at ${tick}` });
  const before = fold(...entries, [2200 + KEEP_ENDED_TICKS - 60, later(1)]);
  expect(Object.keys(before.cases)).toEqual(['C1', 'C2']);
  const after = fold(...entries, [2200 + KEEP_ENDED_TICKS + 60, later(1)]);
  expect(Object.keys(after.cases)).toEqual(['C2']);
});

test('cases are replaced, never changed: what a reader holds stays as it was', () => {
  const state = fold([0, found('C1')]);
  const held = state.cases.C1!;
  evolveCases(state, { run: 'r', seq: 2, tick: 1, ...accepted('C1') } as Entry);
  expect(held.status).toBe('discovered');
  expect(state.cases.C1).toMatchObject({ status: 'accepted' });
  expect(state.cases.C1!.steps).toHaveLength(2);
  expect(state.cases.C1!.steps[0]).not.toHaveProperty('run');
});

test('a gap in the log is refused', () => {
  const state = fold([0, found('C1')]);
  expect(() => evolveCases(state, { run: 'r', seq: 3, tick: 1, ...accepted('C1') } as Entry)).toThrow(
    'entry 3 cannot follow entry 1',
  );
});

test('a step that cannot follow is refused', () => {
  expect(() => fold([0, found('C1')], [1, sent('C1')])).toThrow(RangeError);
  expect(() => fold([0, accepted('C1')])).toThrow('never discovered');
});

const unit: RosterUnit = {
  id: 'U1',
  kind: 'chengguan',
  zh: '一',
  en: 'One',
  station: [121.4, 31.2],
  area: 20,
  shift: 'all',
  skills: [],
};

test('a unit drives, works, drives home and is forgotten there', () => {
  const path = [
    [121.4, 31.2, 100],
    [121.5, 31.2, 200],
  ] as const;
  const state = fold([90, { kind: 'unit.ordered', unit: 'U1', order: 'O1', case: 'C1', to: [121.5, 31.2] }]);
  const next = (tick: number, body: EntryBody) =>
    evolveCases(state, { run: 'r', seq: state.seq + 1, tick, ...body } as Entry);
  expect(unitOf(state, 'U1')).toMatchObject({ status: 'driving', case: 'C1' });
  next(100, { kind: 'unit.moved', unit: 'U1', path, case: 'C1' });
  expect(unitPosition(state, unit, 150)[0]).toBeCloseTo(121.45);
  next(200, { kind: 'unit.arrived', unit: 'U1', at: [121.5, 31.2], case: 'C1' });
  expect(unitOf(state, 'U1').status).toBe('working');
  next(900, { kind: 'unit.freed', unit: 'U1' });
  expect(unitOf(state, 'U1')).toMatchObject({ status: 'returning', case: null });
  expect(unitPosition(state, unit, 900)).toEqual([121.5, 31.2]);
  next(1200, { kind: 'unit.arrived', unit: 'U1', at: [121.4, 31.2] });
  expect(state.units).toEqual({});
  expect(unitPosition(state, unit, 1300)).toEqual(unit.station);
});

test('a path gives its start before it begins and its end after', () => {
  const path = [
    [1, 1, 10],
    [3, 1, 20],
    [3, 5, 40],
  ] as const;
  expect(positionAt(path, 0)).toEqual([1, 1]);
  expect(positionAt(path, 15)).toEqual([2, 1]);
  expect(positionAt(path, 30)).toEqual([3, 3]);
  expect(positionAt(path, 99)).toEqual([3, 5]);
  expect(() => positionAt([], 0)).toThrow(RangeError);
});

test('an alarm stays until it is both acknowledged and clear, in either order', () => {
  const alarm = { alarm: 'power-load@310000', indicator: 'power-load', area: 0 };
  const raised: EntryBody = { kind: 'alarm.raised', ...alarm, severity: 'warning', value: 2, limit: 1, firstOut: true };
  const acknowledged: EntryBody = { kind: 'alarm.acknowledged', ...alarm, by: 'user:o' };
  const cleared: EntryBody = { kind: 'alarm.cleared', ...alarm, value: 0 };
  expect(fold([0, raised], [9, cleared]).alarms[alarm.alarm]).toMatchObject({
    active: false,
    acknowledged: false,
    clearedTick: 9,
  });
  expect(fold([0, raised], [5, acknowledged]).alarms[alarm.alarm]).toMatchObject({ active: true, acknowledged: true });
  expect(fold([0, raised], [5, acknowledged], [9, cleared]).alarms).toEqual({});
  expect(fold([0, raised], [5, cleared], [9, acknowledged]).alarms).toEqual({});
});

test('an alarm that gets worse keeps its beginning and asks to be acknowledged again', () => {
  const alarm = { alarm: 'gust@310000', indicator: 'gust', area: 0 };
  const state = fold(
    [10, { kind: 'alarm.raised', ...alarm, severity: 'warning', value: 2, limit: 1, firstOut: true }],
    [20, { kind: 'alarm.acknowledged', ...alarm, by: 'user:o' }],
    [30, { kind: 'alarm.raised', ...alarm, severity: 'critical', value: 4, limit: 3, firstOut: true }],
  );
  expect(state.alarms[alarm.alarm]).toMatchObject({
    severity: 'critical',
    raisedTick: 10,
    acknowledged: false,
    firstOut: true,
  });
});

test('plan, response level and the end of the run are folded in', () => {
  const state = fold(
    [5, { kind: 'plan.step', agency: 'swj', zh: '布防', en: 'Prepare' }],
    [6, { kind: 'response.level', level: 2, colour: 'orange', lead: 'swj' }],
    [7, { kind: 'run.finished', reason: 'completed' }],
  );
  expect(state).toMatchObject({
    plan: [{ tick: 5, agency: 'swj' }],
    response: { level: 2, sinceTick: 6 },
    finished: true,
    seq: 3,
    tick: 7,
  });
});

test("an incident gathers its cases, may become the city's, and leaves the state two hours after it is over", () => {
  const opened: EntryBody = {
    kind: 'incident.opened',
    incident: 'I1',
    type: 'EV16',
    area: 5,
    level: 'district',
    commander: 'user:commander-310106',
    reason: 'spread-streets',
  };
  const included: EntryBody = { kind: 'case.included', case: 'C1', by: 'rule:spread', incident: 'I1' };
  const raised: EntryBody = {
    kind: 'incident.raised',
    incident: 'I1',
    area: 0,
    level: 'city',
    commander: 'user:commander-310000',
    reason: 'spread-districts',
  };
  const over: EntryBody = { kind: 'incident.closed', incident: 'I1' };
  const entries: [number, EntryBody][] = [
    [10, found('C1')],
    [20, opened],
    [20, included],
    [30, raised],
    [90, over],
  ];
  const state = fold(...entries.slice(0, 4));
  expect(state.incidents.I1).toMatchObject({ cases: ['C1'], level: 'city', area: 0, openedTick: 20, closedTick: null });
  expect(state.cases.C1).toMatchObject({ incident: 'I1' });
  const later = (tick: number): [number, EntryBody] => [
    tick,
    { kind: 'plan.step', agency: 'swj', zh: '后', en: 'after' },
  ];
  expect(fold(...entries, later(90 + KEEP_ENDED_TICKS - 60)).incidents.I1).toMatchObject({ closedTick: 90 });
  expect(fold(...entries, later(90 + KEEP_ENDED_TICKS + 60)).incidents).toEqual({});
});
