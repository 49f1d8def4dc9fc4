// The part of the OpenAPI document about runs and their recordings.
import { MOMENT_KINDS } from '@onescreen/shared/log';
import type { Json } from './openapiParts.ts';
import { answer, list, nullable, object, ofRun, problem, query, runParameter, text, whole } from './openapiParts.ts';

const parent = nullable(object({ run: text, forkTick: whole }, { policy: text }));
const totals = object({ ticks: whole, entries: whole, cases: whole, closed: whole });
const runFields = {
  run: text,
  state: { enum: ['open', 'finished', 'stopped'] },
  parent,
  branch: nullable(object({ aside: { type: 'boolean' }, ending: { type: ['string', 'null'] } })),
  name: { type: ['string', 'null'] },
  kept: { type: 'boolean' },
  by: { type: ['string', 'null'] },
  createdMs: whole,
  notes: whole,
  lastBatch: whole,
  lastTick: whole,
  lastSeq: whole,
  digest: text,
  bytes: whole,
  totals,
  scenario: text,
  zh: text,
  en: text,
  seed: whole,
  density: whole,
  policy: text,
  epochMs: whole,
  durationTicks: whole,
};
const run = object(runFields);
const segmentFields = {
  index: whole,
  fromTick: whole,
  toTick: whole,
  digest: text,
  storedDigest: text,
  payloadBytes: whole,
  storedBytes: whole,
};
const note = {
  ...object({ id: text, tick: whole, author: text, text }),
  properties: { id: text, tick: whole, toTick: whole, author: text, text },
};
const bytes = { type: 'string', format: 'binary' };
const BYTES = 'application/octet-stream';

const body = (schema: Json, type = 'application/json'): Json => ({
  requestBody: { required: true, content: { [type]: { schema } } },
});
const tick = { ...whole, minimum: 0, maximum: 1_000_000_000 };
const noteText = { ...text, minLength: 1, maxLength: 200 };

/** What anything that changes a run or its notes can be refused for. */
const refusals = {
  400: problem('The body is wrong.'),
  401: problem('Not signed in.'),
  403: problem('Not for this role.'),
  404: problem('No such run, or no such note.'),
};
const noteParameter = { name: 'note', in: 'path', required: true, schema: text, description: 'Id of a note.' };
const gone: Json = { description: 'It is gone.' };

export const recordingPaths = {
  '/api/runs': {
    get: {
      summary: 'Runs, newest first',
      responses: { 200: answer('Runs.', object({ current: { type: ['string', 'null'] }, runs: list(run) })) },
    },
  },
  '/api/runs/{run}': {
    ...ofRun(
      'One run with all that it is made of',
      answer('The run.', object({ ...runFields, info: { type: 'object' } })),
    ),
    patch: {
      summary: 'Name a run, or say that it is to be kept; what is left out stays',
      parameters: [runParameter],
      ...body({
        type: 'object',
        additionalProperties: false,
        properties: { name: { type: ['string', 'null'], maxLength: 80 }, kept: { type: 'boolean' } },
      }),
      responses: { 200: answer('The run as it is now.', run), ...refusals },
    },
    delete: {
      summary: 'Delete a run with its log, recording and notes',
      parameters: [runParameter],
      responses: { 204: gone, ...refusals, 409: problem('It is still being recorded or is on stage.') },
    },
  },
  '/api/runs/{run}/entries': ofRun(
    'Log entries by cursor: gapless and ascending by seq',
    answer('Entries.', object({ run: text, lastSeq: whole, next: whole, entries: list({ type: 'object' }) })),
    [
      query('after', 'Entries with a greater seq.', { ...whole, minimum: 0, default: 0 }),
      query('limit', 'At most so many.', { ...whole, minimum: 1, maximum: 1000, default: 200 }),
    ],
  ),
  '/api/runs/{run}/segments': ofRun(
    'Segments of the recording',
    answer('Segments, ascending.', object({ run: text, segments: list(object({ run: text, ...segmentFields })) })),
  ),
  '/api/runs/{run}/recording': ofRun(
    'What the recording is read from: header and index as in a file; the bytes come by their content from /api/pieces',
    answer(
      '`open`: the segment that is being recorded, see /segments/open. Every `offset` is 0.',
      object({
        header: { type: 'object' },
        index: { type: 'object' },
        open: nullable(object({ index: whole, fromTick: whole, toTick: whole })),
        state: { enum: ['open', 'finished', 'stopped'] },
        parent,
      }),
    ),
  ),
  '/api/runs/{run}/segments/open': ofRun(
    'The segment that is being recorded as it stands: one deflate stream; 404 when there is none',
    answer('Its ticks and digest stand in `onescreen-from`, `onescreen-to` and `onescreen-digest`.', bytes, BYTES),
  ),
  '/api/pieces/{digest}': {
    get: {
      summary: 'Stored bytes of a segment or block: immutable, named by the SHA-256 of their content',
      parameters: [
        { name: 'digest', in: 'path', required: true, schema: text, description: '`storedDigest` of the index.' },
        { name: 'range', in: 'header', schema: text, description: 'One range of bytes.' },
      ],
      responses: {
        200: answer('All of them.', bytes, BYTES),
        206: answer('Those of the range.', bytes, BYTES),
        304: { description: 'The caller has them.' },
        400: problem('Not the name of a piece.'),
        404: problem('No such piece.'),
        416: problem('No such bytes.'),
      },
    },
  },
  '/api/runs/{run}/history': ofRun(
    'The indicators of an area, a point a minute, in whole quanta',
    answer(
      'Columns by indicator; null where there was no value yet.',
      object({
        run: text,
        area: text,
        ticks: list(whole),
        series: { type: 'object', additionalProperties: list({ type: ['integer', 'null'] }) },
      }),
    ),
    [
      { ...query('area', 'Code of the area.', text), required: true },
      query('indicator', 'Id of the one that is wanted; all of them without it.', text),
      query('from', 'First tick.', whole),
      query('to', 'Last tick.', whole),
    ],
  ),
  '/api/runs/{run}/moments': ofRun(
    'What happened when: filed cases, alarms, closings, orders, response levels, phases, incidents, commands',
    answer(
      `Columns, ascending by tick. Kinds are places in: ${MOMENT_KINDS.join(', ')}.`,
      object({
        run: text,
        tick: whole,
        seq: whole,
        moments: object({ ticks: list(whole), kinds: list(whole), severities: list(whole), subjects: list(text) }),
      }),
    ),
  ),
  '/api/runs/{run}/cameras': ofRun(
    'Ground truth before the ten cameras of Xujing, for demonstration and scoring; no decision reads it',
    answer(
      'Hazards in the order in which they began, and the hazard behind each detection that had one.',
      object({
        run: text,
        truth: object({
          tick: whole,
          seq: whole,
          hazards: list({ type: 'object' }),
          behind: { type: 'object', additionalProperties: text },
        }),
      }),
    ),
  ),
  '/api/runs/{run}/notes': {
    ...ofRun('Notes and bookmarks', answer('Notes, by tick.', object({ run: text, notes: list(note) }))),
    post: {
      summary: 'Leave a note',
      parameters: [runParameter],
      ...body({
        type: 'object',
        required: ['tick', 'text'],
        properties: { tick, toTick: tick, text: noteText },
      }),
      responses: { 201: answer('The note.', note), ...refusals },
    },
  },
  '/api/runs/{run}/notes/{note}': {
    put: {
      summary: 'Change a note: one’s own, or any as a supervisor',
      parameters: [runParameter, noteParameter],
      ...body(object({ text: noteText })),
      responses: { 200: answer('The note.', note), ...refusals },
    },
    delete: {
      summary: 'Take a note away: one’s own, or any as a supervisor',
      parameters: [runParameter, noteParameter],
      responses: { 204: gone, ...refusals },
    },
  },
  '/api/runs/{run}/file': ofRun(
    'The run as one file; one that is being recorded up to now',
    answer('A .onescreen file.', bytes, BYTES),
  ),
  '/api/runs/file': {
    post: {
      summary: 'Take in a recording: every hash is checked; a name that is taken gets -2, -3 …',
      ...body(bytes, BYTES),
      responses: {
        201: answer(
          'The new run; `engine`: version of the engine that decided it.',
          object({ ...runFields, engine: whole }),
        ),
        400: problem('The body is no bytes.'),
        401: problem('Not signed in.'),
        403: problem('Not for this role.'),
        413: problem('Larger than this server takes.'),
        422: problem('Not a recording, or a damaged one: the detail says where.'),
        507: problem('No space left.'),
      },
    },
  },
} satisfies Record<string, Json>;
