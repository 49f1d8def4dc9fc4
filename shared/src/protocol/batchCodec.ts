// A batch as bytes: version, JSON part (everything but the samples), then the samples in columns.
//   samples: count · tick gaps (varint) · series differences (zigzag varint) · quanta (zigzag varint)

import { SERIES_COUNT } from '../city/index.ts';
import { ByteReader, ByteWriter, CodecError, unzigzag, zigzag } from '../log/index.ts';
import { z } from '../zod.ts';
import { parseJson, parseWith } from './boundedJson.ts';
import { PROTOCOL_VERSION } from './console.ts';
import type { Batch, SampleColumns } from './ingest.ts';
import { ProtocolError } from './refusals.ts';
import { nameSchema, tickSchema } from './schemas.ts';
import { signalSchema, truthSchema } from './signalSchemas.ts';

/** Far over what a step of the whole city says (23 079 samples once, then about 300 a tick). */
export const MOST_SAMPLES = 250_000;
export const MOST_SIGNALS = 10_000;

const headSchema: z.ZodType<Omit<Batch, 'samples'>> = z.object({
  run: nameSchema,
  seq: z.int().min(1),
  fromTick: tickSchema,
  toTick: tickSchema,
  signals: z.array(signalSchema).max(MOST_SIGNALS),
  truth: z.array(truthSchema).max(MOST_SIGNALS),
  last: z.boolean(),
});

function writeSamples(writer: ByteWriter, { ticks, series, quanta }: SampleColumns, fromTick: number): void {
  if (ticks.length !== series.length || ticks.length !== quanta.length)
    throw new RangeError('the sample columns are not equally long');
  writer.varint(ticks.length);
  let tick = fromTick;
  for (const next of ticks) {
    if (next < tick) throw new RangeError(`a sample of tick ${next} comes after one of tick ${tick}`);
    writer.varint(next - tick);
    tick = next;
  }
  let before = 0;
  for (const next of series) {
    writer.varint(zigzag(next - before));
    before = next;
  }
  for (const quantum of quanta) writer.varint(zigzag(quantum));
}

function readSamples(reader: ByteReader, fromTick: number, toTick: number): SampleColumns {
  const count = reader.count(3, MOST_SAMPLES, 'samples');
  const ticks = new Uint32Array(count);
  let tick = fromTick;
  for (let i = 0; i < count; i++) {
    tick += reader.varint();
    if (tick > toTick) throw new CodecError(`a sample of tick ${tick} is outside the batch, which ends at ${toTick}`);
    ticks[i] = tick;
  }
  const series = new Uint16Array(count);
  let one = 0;
  for (let i = 0; i < count; i++) {
    one += unzigzag(reader.varint());
    if (one < 0 || one >= SERIES_COUNT) throw new CodecError(`series ${one} does not exist`);
    series[i] = one;
  }
  const quanta = new Int32Array(count);
  for (let i = 0; i < count; i++) quanta[i] = unzigzag(reader.varint());
  return { ticks, series, quanta };
}

/** A batch as bytes. Throws RangeError for samples out of order or columns of different lengths. */
export function encodeBatch(batch: Batch): Uint8Array<ArrayBuffer> {
  const { samples, ...head } = batch;
  const writer = new ByteWriter(1024 + samples.ticks.length * 6);
  writer.byte(PROTOCOL_VERSION);
  writer.text(JSON.stringify(head));
  writeSamples(writer, samples, batch.fromTick);
  return writer.finish();
}

/** The reverse of `encodeBatch`, every field checked. Throws ProtocolError with one sentence for anything else. */
export function decodeBatch(bytes: Uint8Array): Batch {
  try {
    return readBatch(new ByteReader(bytes));
  } catch (error) {
    if (error instanceof CodecError) throw new ProtocolError('malformed', `batch: ${error.message}`);
    throw error;
  }
}

function readBatch(reader: ByteReader): Batch {
  const version = reader.byte();
  if (version !== PROTOCOL_VERSION) {
    throw new ProtocolError(
      'protocol-version',
      `batch: protocol version ${version}, this side speaks ${PROTOCOL_VERSION}`,
    );
  }
  const head = parseWith(headSchema, parseJson(reader.text()), 'batch');
  const { fromTick, toTick } = head;
  if (toTick < fromTick) throw new ProtocolError('malformed', 'batch: it ends before it begins');
  // Late signals carry an earlier tick: a real city's network delays them. None can come from the future.
  for (const { tick } of [...head.signals, ...head.truth]) {
    if (tick > toTick) {
      throw new ProtocolError(
        'malformed',
        `batch: a signal of tick ${tick} is outside the batch, which ends at ${toTick}`,
      );
    }
  }
  const samples = readSamples(reader, fromTick, toTick);
  reader.end();
  return { ...head, samples };
}
