// Records of residents: made up, the same for the same alarm, and nothing of them in what everybody sees.
import { areaAt, areas } from '@onescreen/shared/geography';
import { HOUR } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { buildingAt, hasResident, residentOf } from '../../../simulator/src/world/residents.ts';
import { groupedBy, isKind, plainDay, runField } from './fieldKit.ts';

const streets = ['310107022', '310101013', '310115501', '310151102'];
const bursts = ['ZR01', 'ZR02', 'ZR03'].map((caseType) => ({ caseType, count: 60, from: 1, to: 90, streets }));
const run = runField({ scenario: plainDay({ bursts }) });
run.run(4 * HOUR);
const signals = run.signals.filter(
  (signal) => isKind('trip')(signal) || isKind('report')(signal) || isKind('call')(signal) || isKind('hit')(signal),
);
const personal = signals.filter(({ type }) => hasResident(type));
const recordOf = (signal: (typeof personal)[number]) => ('resident' in signal ? signal.resident : undefined);

test('elder alarms, door magnets and shop inspections carry a record, and nothing else does', () => {
  expect(personal.length).toBeGreaterThan(150);
  expect(new Set(personal.map(({ type }) => type))).toEqual(new Set(['ZR01', 'ZR02', 'ZR03']));
  for (const signal of signals) expect(recordOf(signal) !== undefined).toBe(hasResident(signal.type));
});

test('an elder is 65 to 95, a keeper of a shop is of working age', () => {
  for (const signal of personal) {
    const { age } = recordOf(signal)!;
    if (signal.type === 'ZR01') expect(age).toBeGreaterThanOrEqual(65);
    if (signal.type === 'ZR02') expect(age).toBeLessThan(65);
    expect(age).toBeLessThanOrEqual(95);
  }
});

test('the telephone number has eleven digits and a prefix that no operator has', () => {
  for (const signal of personal) expect(recordOf(signal)!.phone).toMatch(/^15400\d{6}$/);
});

test('the address goes to the room, in both languages, in the right district', () => {
  for (const signal of personal) {
    const { address } = recordOf(signal)!;
    const district = areas[areas[signal.area]!.parent]!;
    expect(address.zh).toMatch(/^\p{Script=Han}+路(\d+弄)?\d+号\d+室$/u);
    expect(address.zh.startsWith(district.zh)).toBe(true);
    expect(address.en).toMatch(/^Room \d+, .* Road, /);
    expect(address.en.endsWith(district.en)).toBe(true);
  }
});

test('every street has a road to live in', () => {
  for (const street of areas.filter(({ level }) => level === 'street')) {
    const { address } = residentOf(1, 'x', 'ZR01', street.index);
    expect(address.zh).not.toMatch(/街道|[（(]/);
    expect(address.en).not.toMatch(/Subdistrict|Road Road|[(]/);
  }
});

describe('what everybody sees', () => {
  test('no text holds a name or a room', () => {
    for (const signal of personal) {
      const { name, phone, address } = recordOf(signal)!;
      const { resident: _, ...open } = signal as typeof signal & { resident?: unknown };
      const text = JSON.stringify(open);
      for (const secret of [name, phone, address.zh, address.en, '室', 'Room']) expect(text).not.toContain(secret);
    }
  });

  test('the place is a building: two doors of it are one place, in signals and in the truth', () => {
    const truth = run.truth.flatMap((entry) =>
      entry.kind === 'truth.hazard' && hasResident(entry.type) ? [entry] : [],
    );
    expect(truth.length).toBeGreaterThan(100);
    for (const { at, area } of [...truth, ...personal]) {
      for (const degrees of at) expect(Math.abs(degrees * 1e4 - Math.round(degrees * 1e4))).toBeLessThan(1e-6);
      expect(areaAt(at)).toBe(area);
    }
    expect(buildingAt([121.40001, 31.25002], areaAt([121.4, 31.25]))).toEqual(
      buildingAt([121.40003, 31.25001], areaAt([121.4, 31.25])),
    );
  });
});

test('the same alarm is about the same person, every time it sounds and in every run', () => {
  const bySensor = groupedBy(personal.filter(isKind('trip')), ({ sensor }) => sensor);
  const repeated = [...bySensor.values()].filter(({ length }) => length > 1);
  expect(repeated.length).toBeGreaterThan(20);
  for (const [first, ...others] of repeated)
    for (const other of others) expect(other.resident).toEqual(first!.resident);
  expect(residentOf(7, 'ZR01-1', 'ZR01', 30)).toEqual(residentOf(7, 'ZR01-1', 'ZR01', 30));
  expect(residentOf(7, 'ZR01-2', 'ZR01', 30)).not.toEqual(residentOf(7, 'ZR01-1', 'ZR01', 30));
  expect(() => residentOf(7, 'XJ01-1', 'XJ01', 30)).toThrow(/no single person/);
});
