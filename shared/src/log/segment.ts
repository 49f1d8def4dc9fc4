// A segment: the state just before it (keyframe) and what each of its ticks did. Uncompressed payload; whoever stores it compresses it.
//   format version (byte) · header JSON · keyframe: changes, ages, cases JSON · record count · records
//   record: ticks since the one before · changes · entries as JSON lines
import type { CasesState } from '../cases/types.ts';
import type { Changes, CityState } from '../city/index.ts';
import { applyChanges, changesOfCity, createCity, touchedSeries } from '../city/index.ts';
import { ByteReader, ByteWriter, CodecError } from './bytes.ts';
import { readChanges, writeChanges } from './changesCodec.ts';
import type { Entry } from './entries.ts';
import { FORMAT_VERSION, requireReadable, upgradeSegment } from './migrations.ts';

export interface SegmentHeader {
  run: string;
  /** 0, 1, 2 … within the run. */
  index: number;
  /** First and last tick whose records it holds, both included. */
  fromTick: number;
  toTick: number;
  version: number;
}

/** What one tick did; a tick that did nothing has no record. */
export interface SegmentRecord {
  tick: number;
  changes: Changes;
  entries: readonly Entry[];
}

export interface Segment {
  header: SegmentHeader;
  /** State before `fromTick`. */
  city: CityState;
  cases: CasesState;
  records: readonly SegmentRecord[];
}

/** No segment is longer than a simulated day. */
const LONGEST_TICKS = 86_400;

const isEmpty = ({ changes, entries }: SegmentRecord): boolean =>
  changes.series.length === 0 && changes.stateSeries.length === 0 && entries.length === 0;

/** A segment as bytes. The same segment always gives the same bytes. Throws RangeError for records outside the header's ticks or out of order. */
export function encodeSegment(segment: Segment): Uint8Array<ArrayBuffer> {
  const { header, city, cases } = segment;
  const { run, index, fromTick, toTick } = header;
  const writer = new ByteWriter(1 << 18);
  writer.byte(FORMAT_VERSION);
  writer.text(JSON.stringify({ run, index, fromTick, toTick, version: FORMAT_VERSION }));
  writeKeyframe(writer, city);
  writer.text(JSON.stringify(cases));
  const records = segment.records.filter((record) => !isEmpty(record));
  writer.varint(records.length);
  let next = fromTick;
  for (const record of records) {
    if (record.tick < next || record.tick > toTick)
      throw new RangeError(`a record of tick ${record.tick} is out of place`);
    writer.varint(record.tick - next);
    next = record.tick + 1;
    writeChanges(writer, record.changes);
    writer.text(record.entries.map((entry) => JSON.stringify(entry)).join('\n'));
  }
  return writer.finish();
}

/** Values and states, and for each of them how many ticks ago it changed, so that a seek gives exactly the state of a live screen. */
function writeKeyframe(writer: ByteWriter, city: CityState): void {
  const changes = changesOfCity(city);
  writer.varint(city.tick + 1);
  writeChanges(writer, changes);
  for (const series of touchedSeries(changes)) writer.varint(city.tick - city.changedTick[series]!);
}

function readKeyframe(reader: ByteReader): CityState {
  const tick = reader.varint() - 1;
  const changes = readChanges(reader);
  const city = createCity();
  applyChanges(city, tick, changes);
  for (const series of touchedSeries(changes)) {
    const changedTick = tick - reader.varint();
    if (changedTick < -1) throw new CodecError(`series ${series} changed before the run began`);
    city.changedTick[series] = changedTick;
  }
  return city;
}

/** The reverse of `encodeSegment`. Throws CodecError for anything that it could not have written, or a version from the future. */
export function decodeSegment(bytes: Uint8Array): Segment {
  const reader = new ByteReader(bytes);
  requireReadable(reader.byte());
  const header = readHeader(reader);
  const city = readKeyframe(reader);
  if (city.tick >= header.fromTick) throw new CodecError('the keyframe is later than the segment');
  const cases = readCases(reader);
  const records = readRecords(reader, header);
  reader.end();
  return upgraded({ header, city, cases, records });
}

function upgraded(segment: Segment): Segment {
  try {
    return upgradeSegment(segment.header.version, segment);
  } catch (error) {
    throw new CodecError(`a segment of format version ${segment.header.version} cannot be brought forward: ${error}`);
  }
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CodecError(`${what} is not valid JSON`);
  }
}

/** The fields of an object, none of them trusted yet. Throws CodecError for anything but an object. */
function fieldsOf<K extends string>(value: unknown, what: string): Partial<Record<K, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CodecError(`${what} is not an object`);
  return value;
}
const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function readHeader(reader: ByteReader): SegmentHeader {
  const header = parse(reader.text(), 'the header');
  const { run, index, fromTick, toTick, version } = fieldsOf<keyof SegmentHeader>(header, 'the header');
  if (typeof run !== 'string' || !isWhole(index) || !isWhole(fromTick) || !isWhole(toTick) || !isWhole(version)) {
    throw new CodecError('the header lacks a field');
  }
  if (toTick < fromTick || toTick - fromTick >= LONGEST_TICKS)
    throw new CodecError(`the header says ticks ${fromTick} to ${toTick}`);
  requireReadable(version);
  return { run, index, fromTick, toTick, version };
}

function readCases(reader: ByteReader): CasesState {
  const value = parse(reader.text(), 'the case state');
  const { cases, units, alarms } = fieldsOf<keyof CasesState>(value, 'the case state');
  for (const part of [cases, units, alarms]) fieldsOf(part, 'a part of the case state');
  // Written by encodeSegment and guarded by the segment's digest; a wrong inside would have another name.
  return value as CasesState;
}

function readRecords(reader: ByteReader, { run, fromTick, toTick }: SegmentHeader): SegmentRecord[] {
  const count = reader.count(4, toTick - fromTick + 1, 'records');
  const records: SegmentRecord[] = [];
  let next = fromTick;
  for (let i = 0; i < count; i++) {
    const tick = next + reader.varint();
    if (tick > toTick) throw new CodecError(`a record of tick ${tick} is outside the segment`);
    next = tick + 1;
    const changes = readChanges(reader);
    records.push({ tick, changes, entries: readEntries(reader.text(), run, tick) });
  }
  return records;
}

function readEntries(lines: string, run: string, tick: number): Entry[] {
  if (lines === '') return [];
  return lines.split('\n').map((line) => {
    const value = parse(line, 'an entry');
    const entry = fieldsOf<keyof Entry>(value, 'an entry');
    if (entry.run !== run || entry.tick !== tick || !isWhole(entry.seq) || typeof entry.kind !== 'string') {
      throw new CodecError(`an entry of tick ${tick} is not one`);
    }
    return value as Entry;
  });
}
