// The soak's judge sees what is wrong with a log, and nothing wrong with a right one.
import { indicatorById } from '@onescreen/shared/catalogue';
import type { Changes } from '@onescreen/shared/city';
import { noChanges, seriesOf } from '@onescreen/shared/city';
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { Entry, EntryBody } from '@onescreen/shared/log';
import { describe, expect, test } from 'vitest';
import { createInvariantRun } from '../../../scripts/soak/invariants.ts';
import { infoOf } from '../../contract/steps.ts';

const info = {
  ...infoOf('r'),
  units: [
    {
      id: 'U1',
      kind: 'chengguan' as const,
      zh: '一队',
      en: 'Team 1',
      station: [121, 31] as const,
      area: 40,
      shift: 'all' as const,
      skills: [],
    },
  ],
};
const evidence = [{ kind: 'shot' as const, id: 'S1', tick: 0 }];
const C = { case: 'C1', by: 'rule:test' as const };

/** Each kind once, in an order that is right. */
const rightLine: EntryBody[] = [
  { kind: 'case.discovered', ...C, type: 'XJ01', at: [121, 31], area: 40, source: 'ai_camera', confidence: 0.9 },
  { kind: 'case.accepted', ...C },
  { kind: 'case.filed', ...C, number: 'N1', dueTick: 7200, priority: 3 },
  { kind: 'case.dispatched', ...C, unit: 'U1', order: 'O1', distanceMetres: 400, travelSeconds: 51, runnersUp: [] },
  { kind: 'case.arrived', ...C, unit: 'U1' },
  { kind: 'case.handled', ...C, unit: 'U1' },
  { kind: 'case.checked', ...C, means: 'reshoot', pass: true, evidence },
  { kind: 'case.closed', ...C, automatic: true },
  { kind: 'case.evaluated', ...C, answer: 'by-rule' },
];

/** Faults of a log that has one entry a tick. */
function faultsOf(
  bodies: readonly EntryBody[],
  ticks = bodies.length,
  change: (entry: Entry) => Entry = (entry) => entry,
): readonly string[] {
  const run = createInvariantRun(info);
  for (let tick = 0; tick < ticks; tick++) {
    const body = bodies[tick];
    const entries = body === undefined ? [] : [change({ run: 'r', seq: tick + 1, tick, ...body })];
    run.tick({ tick, changes: noChanges(), entries });
  }
  return run.end().faults;
}

const without = (kind: string): EntryBody[] => rightLine.filter((body) => body.kind !== kind);

describe('the judge', () => {
  test('finds nothing wrong with a case that was found, filed, handled, checked and closed', () => {
    expect(faultsOf(rightLine)).toEqual([]);
  });

  test.each([
    ['case.accepted', 'case.filed of C1, which is found'],
    ['case.dispatched', 'case.arrived of C1, which is filed'],
    ['case.handled', 'case.checked of C1, which is there'],
    ['case.checked', 'C1 was closed without a passed check'],
    ['case.closed', 'case.evaluated of C1, which is handled'],
    ['case.discovered', 'case.accepted of C1, which is unknown'],
  ])('sees that %s is missing', (kind, fault) => {
    expect(faultsOf(without(kind))[0]).toContain(fault);
  });

  test('sees a case that becomes part of an incident that is not open', () => {
    const opened: EntryBody = {
      kind: 'incident.opened',
      incident: 'I1',
      type: 'XJ01',
      area: 5,
      level: 'district',
      commander: 'user:commander',
      reason: 'spread-streets',
    };
    const included: EntryBody = { kind: 'case.included', ...C, incident: 'I1' };
    const closed: EntryBody = { kind: 'incident.closed', incident: 'I1' };
    const filed = rightLine.slice(0, 3);
    expect(faultsOf([...filed, opened, included, closed])).toEqual([]);
    expect(faultsOf([...filed, opened, closed, included])[0]).toContain('case.included of I1, which is not open');
    expect(faultsOf([opened, opened])[0]).toContain('I1 was opened twice');
  });

  test('sees a gap in seq, a wrong tick and a unit on no roster', () => {
    expect(faultsOf(rightLine, 9, (entry) => (entry.tick === 3 ? { ...entry, seq: 5 } : entry))[0]).toContain(
      'entry 5 stands where 4 must',
    );
    expect(faultsOf(rightLine, 9, (entry) => (entry.tick === 3 ? { ...entry, tick: 2 } : entry))[0]).toContain(
      'says tick 2',
    );
    const unknown = rightLine.map((body) => ('unit' in body ? { ...body, unit: 'U9' } : body));
    expect(faultsOf(unknown)[0]).toContain('unit U9');
  });

  test('sees a check without evidence and a step after the end', () => {
    const bare = rightLine.map((body) => (body.kind === 'case.checked' ? { ...body, evidence: [] } : body));
    expect(faultsOf(bare)[0]).toContain('no evidence');
    expect(faultsOf([...rightLine, { kind: 'case.urged', ...C, percent: 80 }])[0]).toContain('which is rated');
  });

  test('follows a case through a ruling, a withdrawn order, a suspension and a reopening', () => {
    const U1 = { ...C, unit: 'U1' };
    const sent: EntryBody = {
      kind: 'case.dispatched',
      ...U1,
      order: 'O2',
      distanceMetres: 400,
      travelSeconds: 51,
      runnersUp: [],
    };
    const returned: EntryBody = { kind: 'case.returned', ...U1, reason: 'not-our-duty' };
    const ruled: EntryBody = {
      kind: 'case.ruled',
      ...C,
      level: 'district',
      ruling: 'another',
      reason: 'ruled-another',
    };
    const line: EntryBody[] = [
      ...rightLine.slice(0, 4),
      returned,
      sent,
      returned,
      { kind: 'case.escalated', ...C, to: 'district', reason: 'second-return' },
      ruled,
      sent,
      { kind: 'case.supported', ...U1, order: 'O3', distanceMetres: 9, reason: 'second-unit' },
      { kind: 'case.withdrawn', ...U1, reason: 'pre-empted' },
      { kind: 'case.suspended', ...C, untilTick: 90, plan: 'after the rain', reason: 'weather' },
      { kind: 'case.resumed', ...C, dueTick: 9000 },
      { kind: 'case.checked', ...C, means: 'visit', pass: true, evidence },
      { kind: 'case.confirmed', ...C, level: 'district' },
      ...rightLine.slice(7),
      { kind: 'case.inspected', ...C, pass: false },
      { kind: 'case.reopened', ...C, dueTick: 9900, reason: 'spot-check-failed' },
    ];
    expect(faultsOf(line)).toEqual([]);
    expect(faultsOf(line.filter((body) => body !== ruled))[0]).toContain('before its return was ruled');
  });

  test('sees that somebody else moves a case on which a person has in hand', () => {
    const taken: EntryBody = { kind: 'case.taken', case: 'C1', by: 'user:li' };
    expect(faultsOf([...rightLine.slice(0, 2), taken, rightLine[2]!])[0]).toContain('while user:li has it in hand');
    expect(faultsOf([...rightLine.slice(0, 2), taken, { ...rightLine[2]!, by: 'user:li' } as EntryBody])).toEqual([]);
  });

  test('sees a case joined to one that is over, or to itself', () => {
    const joined = (into: string): EntryBody => ({ kind: 'case.joined', ...C, into, reason: 'same-matter' });
    for (const into of ['C1', 'C9'])
      expect(faultsOf([...rightLine.slice(0, 2), joined(into)])[0]).toContain('not another open case');
  });

  test('sees a filed case whose limit has run out without anyone being urged', () => {
    const open = rightLine.slice(0, 3);
    expect(faultsOf(open, 7000)).toEqual([]);
    expect(faultsOf(open, 9000)[0]).toContain('past its limit');
  });

  test.each([
    [0, []],
    [1, ['add up to']],
  ])('compares the sum of the districts with the city (off by %i)', (off, wanted) => {
    const { index } = indicatorById('hotline-calls');
    const parts = areas[CITY_AREA]!.children.map((district) => seriesOf(index, district));
    const series = Uint16Array.from([seriesOf(index, CITY_AREA), ...parts]);
    const quanta = Int32Array.from(series, (_, i) => (i === 0 ? 16 * 7 + off : 7));
    const changes: Changes = { ...noChanges(), series, quanta };
    const run = createInvariantRun(info);
    for (let tick = 0; tick < 300; tick++) run.tick({ tick, changes: tick === 0 ? changes : noChanges(), entries: [] });
    const { faults, keyframesSummed } = run.end();
    expect(keyframesSummed).toBe(1);
    expect(faults.length).toBe(wanted.length);
    for (const text of wanted) expect(faults[0]).toContain(text);
  });
});
