// Segments: what was written is what is read, and a broken one is refused by name.
import { applyChanges, createCity, noChanges } from '@onescreen/shared/city';
import type { Entry, Segment } from '@onescreen/shared/log';
import {
  CodecError,
  decodeSegment,
  encodeSegment,
  FORMAT_VERSION,
  formatSteps,
  requireGapless,
  requireReadable,
  upgradeEntries,
  upgradeSegment,
} from '@onescreen/shared/log';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broken, differences, entriesArbitrary, madeChangesArbitrary, noCases } from './arbitraries.ts';

const header = { run: 'r', index: 2, fromTick: 600, toTick: 899, version: FORMAT_VERSION };

const segmentArbitrary: fc.Arbitrary<Segment> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), madeChangesArbitrary), { maxLength: 3 }),
    fc.uniqueArray(fc.integer({ min: 600, max: 899 }), { maxLength: 4 }),
  )
  .chain(([before, ticks]) => {
    const city = createCity();
    let tick = 0;
    for (const [gap, changes] of before) {
      tick += gap;
      applyChanges(city, tick, changes);
    }
    const records = [...ticks]
      .sort((a, b) => a - b)
      .map((at) =>
        fc.record({
          tick: fc.constant(at),
          changes: madeChangesArbitrary,
          entries: entriesArbitrary('r', at),
        }),
      );
    return fc.tuple(...records).map((list) => ({ header, city, cases: noCases, records: list }));
  });

const decoder = new TextDecoder();

const isEmpty = ({ changes, entries }: Segment['records'][number]) =>
  changes.series.length + changes.stateSeries.length + entries.length === 0;

test('a segment comes back as it went; ticks in which nothing happened are left out', () => {
  fc.assert(
    fc.property(segmentArbitrary, (segment) => {
      const read = decodeSegment(encodeSegment(segment));
      expect(read.header).toEqual(header);
      expect(differences(read.city, segment.city)).toEqual([]);
      expect(read.cases).toEqual(segment.cases);
      expect(read.records).toEqual(segment.records.filter((record) => !isEmpty(record)));
    }),
    { numRuns: 40 },
  );
});

test('a broken segment is a CodecError or another segment, never anything else', () => {
  fc.assert(
    fc.property(
      segmentArbitrary.chain((segment) => broken(encodeSegment(segment))),
      (bytes) => {
        try {
          expect(decodeSegment(bytes).header.toTick).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('random bytes are no segment', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => decodeSegment(Uint8Array.from([FORMAT_VERSION, ...bytes]))).toThrow(CodecError);
    }),
  );
});

test('a segment from the future says that a newer program is needed', () => {
  const bytes = encodeSegment({ header, city: createCity(), cases: noCases, records: [] });
  bytes[0] = FORMAT_VERSION + 1;
  expect(() => decodeSegment(bytes)).toThrow(/newer program is needed/);
  expect(() => requireReadable(0)).toThrow(/not a format version/);
});

test('records out of place are a mistake of the writer', () => {
  const record = (tick: number) => ({
    tick,
    changes: {
      series: Uint16Array.of(1),
      quanta: Int32Array.of(1),
      stateSeries: new Uint16Array(0),
      states: new Uint8Array(0),
    },
    entries: [],
  });
  const segment = { header, city: createCity(), cases: noCases };
  expect(() => encodeSegment({ ...segment, records: [record(700), record(700)] })).toThrow(/out of place/);
  expect(() => encodeSegment({ ...segment, records: [record(900)] })).toThrow(/out of place/);
});

test('a segment of version 1 says what it left out, and a case in it is the fold of its steps', () => {
  const common = { run: 'r', tick: 700, case: 'C1', by: 'rule:r' };
  const leg = { unit: 'U1', distanceMetres: 2800 };
  const steps = [
    { kind: 'case.discovered', type: 'XJ05', at: [121, 31], area: 40, source: 'hotline', confidence: 1 },
    { kind: 'case.accepted' },
    { kind: 'case.filed', number: 'N', dueTick: 9000, priority: 3 },
    { kind: 'case.dispatched', ...leg, order: 'O1', runnersUp: [{ ...leg, unit: 'U2' }] },
    { kind: 'case.escalated', to: 'district', reason: 'needs-help' },
    { kind: 'case.suspended', untilTick: 9999, reason: 'weather' },
  ].map((step, i) => ({ ...common, ...step, seq: i + 1 }));
  const asked = { run: 'r', tick: 700, command: 'acknowledge', by: 'user:o' };
  const entries = [
    ...steps,
    { ...asked, seq: 7, kind: 'command.received', body: { alarm: 'a' } },
    { ...asked, seq: 8, kind: 'command.refused', reason: 'no-such-alarm' },
  ];
  const old = {
    header: { ...header, version: 1 },
    city: createCity(),
    cases: { ...noCases, incidents: undefined, cases: { C1: { status: 'suspended', steps } } },
    records: [{ tick: 700, changes: noChanges(), entries }],
  } as unknown as Segment;
  const segment = upgradeSegment(1, old);
  const written = segment.records[0]!.entries;
  expect(segment.header.version).toBe(FORMAT_VERSION);
  expect(written[3]).toMatchObject({ travelSeconds: 360, runnersUp: [{ unit: 'U2', travelSeconds: 360 }] });
  expect(written[5]).toMatchObject({ plan: '', untilTick: 9999 });
  expect(written[6]).toMatchObject({ role: 'operator', scope: '310000', body: { alarm: 'a' } });
  expect(written[7]).toMatchObject({ role: 'operator', scope: '310000', body: null, reason: 'no-such-alarm' });
  expect(segment.cases.incidents).toEqual({});
  expect(segment.cases.cases.C1).toMatchObject({
    status: 'suspended',
    plan: '',
    level: 'district',
    dueTick: 9000,
    held: null,
  });
  expect(segment.cases.cases.C1!.steps).toHaveLength(6);
});

test('a segment of version 1 whose cases make no sense is refused as such', () => {
  const cases = { ...noCases, cases: { C1: { steps: [{ kind: 'case.accepted', case: 'C1', by: 'rule:r' }] } } };
  const bytes = encodeSegment({ header, city: createCity(), cases: cases as unknown as Segment['cases'], records: [] });
  const version = [...bytes].findIndex((_, i) => decoder.decode(bytes.subarray(i, i + 11)) === '"version":2');
  bytes[version + 10] = '1'.charCodeAt(0);
  expect(() => decodeSegment(bytes)).toThrow(CodecError);
  expect(() => decodeSegment(bytes)).toThrow(/cannot be brought forward/);
});

test('format steps are numbered without a gap, and an older segment goes through every later step', () => {
  const step = (version: number) => ({
    version,
    what: '',
    upgrade:
      version === 1
        ? null
        : (segment: Segment) => ({
            ...segment,
            header: { ...segment.header, index: segment.header.index * 10 + version },
          }),
    upgradeEntry: version === 1 ? null : (entry: Entry) => ({ ...entry, seq: entry.seq * 10 + version }),
  });
  expect(() => requireGapless(formatSteps)).not.toThrow();
  expect(() => requireGapless([step(1), step(3)])).toThrow(/numbered 3/);
  expect(() => requireGapless([step(1), { ...step(2), upgrade: null }])).toThrow(/cannot upgrade/);
  const old = { header: { ...header, index: 0 }, city: createCity(), cases: noCases, records: [] };
  expect(upgradeSegment(1, old, [step(1), step(2), step(3)]).header.index).toBe(23);
  expect(upgradeSegment(2, old, [step(1), step(2), step(3)]).header.index).toBe(3);
  const entries: Entry[] = [{ run: '', seq: 1, tick: 0, kind: 'run.finished', reason: 'completed' }];
  expect(upgradeEntries(1, entries, [step(1), step(2), step(3)])[0]!.seq).toBe(123);
  expect(upgradeEntries(3, entries, [step(1), step(2), step(3)])).toEqual(entries);
});
