// The HTTP interface as an OpenAPI 3.1 document. Kept by hand; a test holds it equal to the routes that exist.
import { kpis } from '@onescreen/shared/kpis';
import { roles } from '@onescreen/shared/people';
import { alarmPaths } from './openapiAlarms.ts';
import type { Json } from './openapiParts.ts';
import { answer, list, nullable, object, ofRun, problem, query, runParameter, text, whole } from './openapiParts.ts';
import { recordingPaths } from './openapiRecordings.ts';

const caseParameter = { name: 'case', in: 'path', required: true, schema: text, description: 'Id of a case: C00042.' };
/** The same GET, which can also come at the wrong time. */
const withConflict = <T extends { get: { responses: Json } }>({ get }: T, description: string): Json => ({
  get: { ...get, responses: { ...get.responses, 409: problem(description) } },
});
const constant = (summary: string, description: string): Json => ({
  get: { summary, responses: { 200: answer(description, { type: 'object' }) } },
});

const share = object({ part: whole, whole });
const kpiRow = object({
  key: text,
  zh: text,
  en: text,
  shares: object(Object.fromEntries(kpis.map(({ id }) => [id, share]))),
  foundByMachine: share,
  counts: { type: 'object', additionalProperties: whole },
  score: { type: ['number', 'null'] },
});

const words = object({ zh: text, en: text });
const person = object({ name: text, role: { enum: roles.map(({ id }) => id) }, area: text });
const signIn = object({
  atMs: whole,
  what: { enum: ['signed-in', 'refused', 'signed-out'] },
  name: { type: ['string', 'null'] },
  role: { type: ['string', 'null'] },
  area: { type: ['string', 'null'] },
});
const refusalPage = (description: string): Json => answer(`${description} A page says so.`, text, 'text/html');
const asOf = [query('to', 'As it was at the end of this tick; left out: the newest.', { ...whole, minimum: 0 })];

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
        summary: 'Who am I, and which ways in there are',
        responses: {
          200: answer(
            'The person of the cookie, or null; the words of the organisation’s sign-in button, or null.',
            object({ person: nullable(person), signIn: object({ token: { const: true }, oidc: nullable(words) }) }),
          ),
        },
      },
      post: {
        summary: 'Exchange a token for a session cookie: the operator link’s, or one that `people add` printed',
        requestBody: { required: true, content: { 'application/json': { schema: object({ token: text }) } } },
        responses: {
          200: answer('The cookie is set.', object({ person })),
          400: problem('The body is wrong.'),
          401: problem('Nobody has this token.'),
          429: problem('Too many attempts.'),
          500: problem('The list of people has a mistake; the detail names its line.'),
        },
      },
      delete: {
        summary: 'End the session',
        responses: { 200: answer('The session is over and the cookie cleared.', object({ person: { type: 'null' } })) },
      },
    },
    '/auth/oidc/start': {
      get: {
        summary: 'To the organisation’s own sign-in (OpenID Connect)',
        responses: {
          302: { description: 'The provider’s address.' },
          404: problem('Not set up.'),
          429: problem('Too many attempts.'),
          502: refusalPage('The provider does not answer.'),
        },
      },
    },
    '/auth/oidc/callback': {
      get: {
        summary: 'Back from the organisation’s own sign-in',
        parameters: [query('code', 'The provider’s code.', text), query('state', 'As it was sent.', text)],
        responses: {
          302: { description: 'The screen; the cookie is set.' },
          400: refusalPage('Not begun here, or too long ago.'),
          403: refusalPage('No role or area for this system.'),
          404: problem('Not set up.'),
          429: problem('Too many attempts.'),
          502: refusalPage('The provider did not answer as it should.'),
        },
      },
    },
    '/api/audit/sign-ins': {
      get: {
        summary: 'Who signed in, was refused, signed out: newest first, of the own area and below',
        parameters: [query('limit', 'At most so many.', { ...whole, minimum: 1, maximum: 1000, default: 200 })],
        responses: {
          200: answer('Sign-ins, in wall time.', object({ signIns: list(signIn) })),
          401: problem('Not signed in.'),
          403: problem('Not for this role.'),
        },
      },
    },
    '/api/runs/{run}/audit': {
      get: {
        summary: 'Who asked for what in a run, and whose record was looked at: newest first, of the own area and below',
        parameters: [
          runParameter,
          query('before', 'Entries with a smaller seq.', { ...whole, minimum: 1 }),
          query('limit', 'At most so many.', { ...whole, minimum: 1, maximum: 1000, default: 200 }),
          query('by', 'Of one person: user:NAME.', text),
        ],
        responses: {
          200: answer(
            'Command and look entries; `next` is the `before` of the next page, null at the end.',
            object({ run: text, entries: list({ type: 'object' }), next: { type: ['integer', 'null'] } }),
          ),
          400: problem('A parameter is wrong.'),
          401: problem('Not signed in.'),
          403: problem('Not for this role.'),
          404: problem('No such run.'),
        },
      },
    },
    ...recordingPaths,
    '/api/runs/{run}/cases': ofRun(
      'Cases that are open or ended lately',
      answer('Cases.', object({ run: text, tick: whole, seq: whole, cases: list({ type: 'object' }) })),
    ),
    '/api/runs/{run}/cases/{case}': ofRun(
      'The whole story of one case: every step with its evidence',
      answer('The case.', object({ run: text, tick: whole, case: { type: 'object' } })),
      [caseParameter],
    ),
    '/api/runs/{run}/cases/{case}/candidates': withConflict(
      ofRun(
        'Whom the policy would send to an open case of the run on stage, and who else there is',
        answer(
          'The proposal; candidates best first.',
          object({
            run: text,
            tick: whole,
            case: text,
            policy: text,
            unit: { type: ['string', 'null'] },
            reason: { type: ['string', 'null'] },
            candidates: list({ type: 'object' }),
          }),
        ),
        [caseParameter],
      ),
      'The run is not on stage.',
    ),
    '/api/runs/{run}/kpis': ofRun(
      'The 13 KPIs of a span, in all and by area, agency or type; and the counts of the loop since the run began',
      {
        description:
          'Shares as two whole numbers each: 100 × part ÷ whole per cent. Rows are a ladder, best score first.',
        content: {
          'application/json': {
            schema: object({
              run: text,
              tick: whole,
              seq: whole,
              loop: { type: 'object' },
              area: text,
              fromTick: whole,
              toTick: whole,
              by: text,
              total: { $ref: '#/components/schemas/KpiRow' },
              rows: list({ $ref: '#/components/schemas/KpiRow' }),
            }),
          },
          'text/csv': { schema: text },
        },
      },
      [
        query('from', 'After this tick; left out: from the first tick on.', { ...whole, minimum: 0 }),
        query('to', 'Up to and including this tick, at most the newest; left out: the newest.', {
          ...whole,
          minimum: 0,
        }),
        query('by', 'What is counted apart.', {
          enum: ['city', 'district', 'street', 'agency', 'type'],
          default: 'city',
        }),
        query('area', 'Code of an area: only its cases. Left out: the city.', text),
        query('format', 'csv: a file for spreadsheets.', { enum: ['json', 'csv'], default: 'json' }),
      ],
    ),
    ...alarmPaths,
    '/api/runs/{run}/ledger': ofRun(
      'What the figures need of every case, and the matter behind it, so that the same case is found in another run',
      answer(
        'The ledger.',
        object({
          run: text,
          tick: whole,
          seq: whole,
          cases: {
            type: 'object',
            additionalProperties: object({
              type: text,
              area: { ...whole, description: 'Index of the area.' },
              foundTick: whole,
              foundByMachine: { type: 'boolean' },
              marks: list({ type: 'object', description: '`tick`, `kind`, and what the kind needs.' }),
              hazard: { type: ['string', 'null'], description: 'Null for a false alarm.' },
            }),
          },
        }),
      ),
    ),
    '/api/runs/{run}/scores': ofRun(
      'The work by the truth: false closures, missed hazards, false alarms handled, time to detect; per rule and type',
      answer(
        'Scores.',
        object({
          run: text,
          tick: whole,
          seq: whole,
          closures: whole,
          falseClosures: whole,
          hazards: whole,
          missed: whole,
          dispatched: whole,
          falseAlarmsHandled: whole,
          falseRejections: whole,
          medianSecondsToDetect: { type: ['integer', 'null'] },
          p90SecondsToDetect: { type: ['integer', 'null'] },
          byRule: list({ type: 'object' }),
          byType: list({ type: 'object' }),
        }),
      ),
      asOf,
    ),
    '/api/runs/{run}/overrides': ofRun(
      'How many decisions of each rule a person overruled',
      answer(
        'One row for each rule and kind of decision.',
        object({
          run: text,
          tick: whole,
          seq: whole,
          overrides: list(object({ rule: text, decision: text, decisions: whole, overruled: whole })),
        }),
      ),
      asOf,
    ),
  },
  components: {
    schemas: {
      Problem: {
        ...object({ type: text, title: text, zh: text, status: whole }),
        properties: { type: text, title: text, zh: text, status: whole, detail: text },
        description: 'RFC 9457; `zh` is the title in Chinese.',
      },
      KpiRow: kpiRow,
    },
  },
} satisfies { paths: Record<string, Json> } & Json;
