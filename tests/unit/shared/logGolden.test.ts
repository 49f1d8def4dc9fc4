// The recording that the version before wrote: it is read, brought forward, and still makes sense. Read here by the words of
// docs/format.md alone, so that a mistake in the reader is not repeated in the test.
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { createCasesState, evolveCases, isFiled, startLevel } from '@onescreen/shared/cases';
import type { Entry, Segment } from '@onescreen/shared/log';
import { decodeSegment, encodeSegment, FORMAT_VERSION } from '@onescreen/shared/log';
import { expect, test } from 'vitest';

const MAGIC_BYTES = 12;

/** The payloads of a file of layout 1, inflated. */
function payloadsOf(file: Buffer): Uint8Array[] {
  expect(file.readUInt32LE(MAGIC_BYTES)).toBe(1);
  const tail = file.length - MAGIC_BYTES - 32 - 4;
  const indexLength = file.readUInt32LE(tail);
  const index = JSON.parse(file.subarray(tail - indexLength, tail).toString('utf8')) as {
    segments: { storedBytes: number }[];
  };
  let at = MAGIC_BYTES + 8 + file.readUInt32LE(MAGIC_BYTES + 4);
  return index.segments.map(({ storedBytes }) => {
    const stored = file.subarray(at, at + storedBytes);
    at += storedBytes;
    return inflateSync(stored);
  });
}

const payloads = payloadsOf(readFileSync(new URL('../../golden/version-1.onescreen', import.meta.url)));
const segments: readonly Segment[] = payloads.map(decodeSegment);
const entriesOf = (segment: Segment): readonly Entry[] => segment.records.flatMap(({ entries }) => entries);
const entries = segments.flatMap(entriesOf);
const of = <K extends Entry['kind']>(kind: K) =>
  entries.filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind);

test('the golden recording is of version 1 and has something in it', () => {
  expect(payloads.map((payload) => payload[0])).toEqual(payloads.map(() => 1));
  expect(segments.length).toBeGreaterThan(1);
  expect(of('case.dispatched').length).toBeGreaterThan(10);
  expect(of('command.received').length + of('run.started').length).toBeGreaterThan(0);
});

test('folding its entries from its first keyframe gives each of its later keyframes', () => {
  const state = structuredClone(segments[0]!.cases);
  for (const segment of segments) {
    expect(segment.cases).toEqual(state);
    for (const entry of entriesOf(segment)) evolveCases(state, entry);
  }
  expect(state.seq).toBe(entries.length);
  expect(Object.keys(state.cases).length).toBeGreaterThan(0);
});

test('what version 1 did not say is filled in', () => {
  for (const { travelSeconds, distanceMetres, runnersUp } of of('case.dispatched')) {
    for (const leg of [{ travelSeconds, distanceMetres }, ...runnersUp])
      expect(leg.travelSeconds).toBe(Math.round(leg.distanceMetres / (28 / 3.6)));
  }
  for (const { role, scope } of [...of('command.received'), ...of('command.refused')])
    expect([role, scope]).toEqual(['operator', '310000']);
  for (const { info } of of('run.started'))
    for (const { shift, skills } of info.units) expect([shift, skills]).toEqual(['all', []]);
  const cases = segments.flatMap((segment) => Object.values(segment.cases.cases));
  for (const one of cases) {
    expect(one).toMatchObject({ held: null, support: [], confirmed: [], incident: null, contactedTick: null });
    if (!one.steps.some((step) => step.kind === 'case.escalated')) expect(one.level).toBe(startLevel(one.type));
  }
  expect(cases.some(isFiled)).toBe(true);
});

test('brought forward, it is written and read as a recording of today', () => {
  const last = segments.at(-1)!;
  const again = decodeSegment(encodeSegment(last));
  expect(last.header.version).toBe(FORMAT_VERSION);
  expect(again.cases).toEqual(last.cases);
  expect(entriesOf(again)).toEqual(entriesOf(last));
});

test('the first keyframe is that of a run that has not begun', () => {
  expect(segments[0]!.cases).toEqual({ ...createCasesState(), tick: segments[0]!.cases.tick });
});
