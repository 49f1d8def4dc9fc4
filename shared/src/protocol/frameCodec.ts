// A frame as bytes: version, kind, JSON part, changes, their ages. Encoded once per tick and interest whatever the number of screens.

import type { CasesState } from '../cases/types.ts';
import type { DatedChanges } from '../city/index.ts';
import { touchedSeries } from '../city/index.ts';
import type { Entry } from '../log/entries.ts';
import { ByteReader, ByteWriter, CodecError, readChanges, writeChanges } from '../log/index.ts';
import { personSchema } from '../people/schema.ts';
import { unreachable } from '../unreachable.ts';
import { z } from '../zod.ts';
import { parseJson, parseWith } from './boundedJson.ts';
import type { AdvanceFrame, Frame, ResetFrame, StatusFrame } from './console.ts';
import { PROTOCOL_VERSION } from './console.ts';
import { paceStatusSchema } from './messages.ts';
import { ProtocolError } from './refusals.ts';
import { nameSchema, runInfoSchema, tickSchema } from './schemas.ts';

const KIND = { reset: 1, advance: 2, status: 3 } as const satisfies Record<Frame['kind'], number>;

// A screen trusts its server for what is inside an entry or the case state; here their frames are checked, so that a broken one is noticed.
const sequenceSchema = z.int().min(0);
const casesSchema = z.looseObject({
  seq: sequenceSchema,
  cases: z.looseObject({}),
  units: z.looseObject({}),
  alarms: z.looseObject({}),
});
const entrySchema = z.looseObject({ run: nameSchema, seq: sequenceSchema, tick: tickSchema, kind: nameSchema });
const asCases = z.custom<CasesState>((value) => casesSchema.safeParse(value).success, 'is not a case state');
const asEntry = z.custom<Entry>((value) => entrySchema.safeParse(value).success, 'is not an entry');

type Head<T extends Frame> = Omit<T, 'changes' | 'kind'>;
const resetSchema: z.ZodType<Head<ResetFrame>> = z.object({
  tick: z.int().min(-1),
  seq: sequenceSchema,
  info: runInfoSchema,
  cases: asCases,
});
const advanceSchema: z.ZodType<Head<AdvanceFrame>> = z.object({
  run: nameSchema,
  fromTick: z.int().min(-1),
  tick: tickSchema,
  seq: sequenceSchema,
  entries: z.array(asEntry),
});
const statusSchema: z.ZodType<Head<StatusFrame>> = z.object({
  state: z.enum(['waiting', 'live', 'stalled', 'finished']),
  pace: paceStatusSchema.nullable(),
  person: personSchema.nullable(),
});

/** A frame as bytes. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(1024);
  writer.byte(PROTOCOL_VERSION);
  writer.byte(KIND[frame.kind]);
  if (frame.kind === 'status') {
    const { kind: _, ...head } = frame;
    writer.text(JSON.stringify(head));
  } else {
    const { kind: _, changes, ...head } = frame;
    writer.text(JSON.stringify(head));
    writeDated(writer, frame.tick, changes);
  }
  return writer.finish();
}

/** Changes, then the ages of their series as runs: how many ticks ago, for how many series. City and districts of one sign are as old. */
function writeDated(writer: ByteWriter, tick: number, changes: DatedChanges): void {
  writeChanges(writer, changes);
  const { changedTicks } = changes;
  for (let from = 0; from < changedTicks.length; ) {
    let to = from + 1;
    while (to < changedTicks.length && changedTicks[to] === changedTicks[from]) to++;
    writer.varint(tick - changedTicks[from]!);
    writer.varint(to - from);
    from = to;
  }
}

function readDated(reader: ByteReader, tick: number): DatedChanges {
  const changes = readChanges(reader);
  const changedTicks = new Int32Array(touchedSeries(changes).length);
  for (let from = 0; from < changedTicks.length; ) {
    const age = reader.varint();
    const length = reader.varint();
    if (age > tick + 1) throw new CodecError('a series changed before the run began');
    if (length === 0 || from + length > changedTicks.length) throw new CodecError(`${length} series are not as old`);
    changedTicks.fill(tick - age, from, from + length);
    from += length;
  }
  return { ...changes, changedTicks };
}

/** The reverse of `encodeFrame`. Throws ProtocolError: `protocol-version` for another version, else `malformed`. */
export function decodeFrame(bytes: Uint8Array): Frame {
  try {
    return readFrame(new ByteReader(bytes));
  } catch (error) {
    if (error instanceof CodecError) throw new ProtocolError('malformed', `frame: ${error.message}`);
    throw error;
  }
}

function readFrame(reader: ByteReader): Frame {
  const version = reader.byte();
  if (version !== PROTOCOL_VERSION) {
    throw new ProtocolError(
      'protocol-version',
      `frame: protocol version ${version}, this side speaks ${PROTOCOL_VERSION}`,
    );
  }
  const kind = kindOf(reader.byte());
  const head = parseJson(reader.text());
  const frame = readBody(kind, head, reader);
  reader.end();
  return frame;
}

function readBody(kind: Frame['kind'], head: unknown, reader: ByteReader): Frame {
  switch (kind) {
    case 'reset': {
      const parsed = parseWith(resetSchema, head, 'frame');
      return { kind, ...parsed, changes: readDated(reader, parsed.tick) };
    }
    case 'advance': {
      const parsed = parseWith(advanceSchema, head, 'frame');
      return { kind, ...parsed, changes: readDated(reader, parsed.tick) };
    }
    case 'status':
      return { kind, ...parseWith(statusSchema, head, 'frame') };
    default:
      return unreachable(kind);
  }
}

function kindOf(byte: number): Frame['kind'] {
  for (const kind of ['reset', 'advance', 'status'] as const) if (KIND[kind] === byte) return kind;
  throw new CodecError(`${byte} is not a kind of frame`);
}
