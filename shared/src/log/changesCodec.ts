// Changes as bytes, canonical: one value has one encoding. Columns stand together, because like next to like compresses better.
//   values: count, then per series the gap to the one before (varint), then per series the quantum (zigzag varint)
//   states: count, then the gaps, then one byte each

import type { Changes } from '../city/index.ts';
import { SERIES_COUNT, SERIES_STATE } from '../city/index.ts';
import { ByteReader, ByteWriter, CodecError, unzigzag, zigzag } from './bytes.ts';

const LARGEST_STATE = Math.max(...Object.values(SERIES_STATE));

function writeSeries(writer: ByteWriter, series: Uint16Array): void {
  let next = 0;
  for (let i = 0; i < series.length; i++) {
    const one = series[i]!;
    if (one < next || one >= SERIES_COUNT)
      throw new RangeError(`series ${one} at ${i} is out of order or not a series`);
    writer.varint(one - next);
    next = one + 1;
  }
}

function readSeries(reader: ByteReader, count: number): Uint16Array<ArrayBuffer> {
  const series = new Uint16Array(count);
  let next = 0;
  for (let i = 0; i < count; i++) {
    const one = next + reader.varint();
    if (one >= SERIES_COUNT) throw new CodecError(`series ${one} does not exist`);
    series[i] = one;
    next = one + 1;
  }
  return series;
}

/** Writes changes at the end of `writer`. Throws RangeError when the columns are not equally long or series do not ascend. */
export function writeChanges(writer: ByteWriter, changes: Changes): void {
  if (changes.series.length !== changes.quanta.length || changes.stateSeries.length !== changes.states.length) {
    throw new RangeError('the columns of changes are not equally long');
  }
  writer.varint(changes.series.length);
  writeSeries(writer, changes.series);
  for (let i = 0; i < changes.quanta.length; i++) writer.varint(zigzag(changes.quanta[i]!));
  writer.varint(changes.stateSeries.length);
  writeSeries(writer, changes.stateSeries);
  writer.raw(changes.states);
}

/** Reads what `writeChanges` wrote. Throws CodecError. */
export function readChanges(reader: ByteReader): Changes {
  const count = reader.count(2, SERIES_COUNT, 'values');
  const series = readSeries(reader, count);
  const quanta = new Int32Array(count);
  for (let i = 0; i < count; i++) quanta[i] = unzigzag(reader.varint());
  const stateCount = reader.count(2, SERIES_COUNT, 'states');
  const stateSeries = readSeries(reader, stateCount);
  const states = reader.raw(stateCount).slice();
  for (const state of states) if (state > LARGEST_STATE) throw new CodecError(`${state} is not a state`);
  return { series, quanta, stateSeries, states: new Uint8Array(states) };
}

/** Changes as bytes. Throws RangeError as `writeChanges` does. */
export function encodeChanges(changes: Changes): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(16 + changes.series.length * 5 + changes.stateSeries.length * 3);
  writeChanges(writer, changes);
  return writer.finish();
}

/** The reverse of `encodeChanges`. Throws CodecError for anything that it could not have written. */
export function decodeChanges(bytes: Uint8Array): Changes {
  const reader = new ByteReader(bytes);
  const changes = readChanges(reader);
  reader.end();
  return changes;
}
