// The HTTP interface as an OpenAPI 3.1 document. Kept by hand; a test holds it equal to the routes that exist.
import { PROBLEM_TYPE } from './problems.ts';

type Json = Record<string, unknown>;

const text = { type: 'string' };
const whole = { type: 'integer' };
const list = (items: Json): Json => ({ type: 'array', items });
const object = (properties: Json): Json => ({ type: 'object', properties, required: Object.keys(properties) });
const answer = (description: string, schema: Json, type = 'application/json'): Json => ({
  description,
  content: { [type]: { schema } },
});
const problem = (description: string): Json => ({
  description,
  content: { [PROBLEM_TYPE.split(';')[0] ?? '']: { schema: { $ref: '#/components/schemas/Problem' } } },
});
const runParameter = { name: 'run', in: 'path', required: true, schema: text, description: 'Id of a run.' };
const query = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', description, schema });

/** A GET of something of one run. */
const ofRun = (summary: string, ok: Json, parameters: Json[] = []): Json => ({
  get: {
    summary,
    parameters: [runParameter, ...parameters],
    responses: { 200: ok, 400: problem('A parameter is wrong.'), 404: problem('No such run.') },
  },
});
const constant = (summary: string, description: string): Json => ({
  get: { summary, responses: { 200: answer(description, { type: 'object' }) } },
});

const run = object({
  run: text,
  state: { enum: ['open', 'finished', 'stopped'] },
  parent: { type: ['object', 'null'] },
  lastBatch: whole,
  lastTick: whole,
  lastSeq: whole,
  digest: text,
  bytes: whole,
  scenario: text,
  zh: text,
  en: text,
  seed: whole,
  density: whole,
  policy: text,
  epochMs: whole,
  durationTicks: whole,
});
const segment = object({
  run: text,
  index: whole,
  fromTick: whole,
  toTick: whole,
  digest: text,
  storedDigest: text,
  payloadBytes: whole,
  storedBytes: whole,
});

export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'One Screen · 一屏',
    version: '1',
    summary: 'A simulated city: its catalogue, its runs and their log. All data are SIMULATED.',
  },
  paths: {
    '/healthz': constant('Is the server well', 'State, run and tick on stage.'),
    '/metrics': {
      get: { summary: 'Figures for Prometheus', responses: { 200: answer('Text format.', text, 'text/plain') } },
    },
    '/api/catalogue': constant(
      'Dimensions, primaries, indicators, agencies, applications, case types',
      'The catalogue.',
    ),
    '/api/areas': constant('City, districts, streets', 'The areas that carry vital signs.'),
    '/api/openapi.json': constant('This document', 'OpenAPI 3.1.'),
    '/api/asyncapi.json': constant('The socket interface', 'AsyncAPI 3.'),
    '/api/session': {
      get: {
        summary: 'Who am I',
        responses: { 200: answer('Whether the cookie is an operator’s.', object({ operator: { type: 'boolean' } })) },
      },
      post: {
        summary: 'Exchange the operator token for a session cookie',
        requestBody: { required: true, content: { 'application/json': { schema: object({ token: text }) } } },
        responses: {
          200: answer('The cookie is set.', object({ operator: { const: true } })),
          400: problem('The body is wrong.'),
          401: problem('Not the token.'),
          429: problem('Too many attempts.'),
        },
      },
      delete: {
        summary: 'End the session',
        responses: { 200: answer('The cookie is cleared.', object({ operator: { const: false } })) },
      },
    },
    '/api/runs': {
      get: {
        summary: 'Runs, newest first',
        responses: { 200: answer('Runs.', object({ current: { type: ['string', 'null'] }, runs: list(run) })) },
      },
    },
    '/api/runs/{run}': ofRun('One run with all that it is made of', answer('The run.', run)),
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
      answer('Segments, ascending.', object({ run: text, segments: list(segment) })),
    ),
    '/api/runs/{run}/segments/{index}': ofRun(
      'One segment: immutable, compressed, named by its content',
      answer('The stored bytes: one deflate stream.', { type: 'string', format: 'binary' }, 'application/octet-stream'),
      [{ name: 'index', in: 'path', required: true, schema: { ...whole, minimum: 0 }, description: '0, 1, 2 …' }],
    ),
    '/api/runs/{run}/cases': ofRun(
      'Cases that are open or ended lately',
      answer('Cases.', object({ run: text, tick: whole, seq: whole, cases: list({ type: 'object' }) })),
    ),
    '/api/runs/{run}/kpis': ofRun(
      'Counts of the loop since the run began',
      answer('Counts.', object({ run: text, tick: whole, seq: whole, loop: { type: 'object' } })),
    ),
    '/api/runs/{run}/history': ofRun(
      'Every indicator of an area at the ends of segments, in whole quanta',
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
        query('from', 'First tick.', whole),
        query('to', 'Last tick.', whole),
      ],
    ),
  },
  components: {
    schemas: {
      Problem: {
        ...object({ type: text, title: text, status: whole }),
        properties: { type: text, title: text, status: whole, detail: text },
        description: 'RFC 9457.',
      },
    },
  },
} satisfies { paths: Record<string, Json> } & Json;
