// The words of which the OpenAPI document is made.
import { PROBLEM_TYPE } from './problems.ts';

export type Json = Record<string, unknown>;

export const text = { type: 'string' };
export const whole = { type: 'integer' };
export const list = (items: Json): Json => ({ type: 'array', items });
/** `optional`: fields that may be left out. */
export const object = (properties: Json, optional: Json = {}): Json => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
});
export const answer = (description: string, schema: Json, type = 'application/json'): Json => ({
  description,
  content: { [type]: { schema } },
});
export const problem = (description: string): Json => ({
  description,
  content: { [PROBLEM_TYPE.split(';')[0] ?? '']: { schema: { $ref: '#/components/schemas/Problem' } } },
});
export const runParameter = { name: 'run', in: 'path', required: true, schema: text, description: 'Id of a run.' };
export const query = (name: string, description: string, schema: Json): Json => ({
  name,
  in: 'query',
  description,
  schema,
});

/** A GET of something of one run. */
export const ofRun = (summary: string, ok: Json, parameters: Json[] = []): { get: { responses: Json } & Json } => ({
  get: {
    summary,
    parameters: [runParameter, ...parameters],
    responses: { 200: ok, 400: problem('A parameter is wrong.'), 404: problem('No such run.') },
  },
});

export const nullable = (schema: Json): Json => ({ oneOf: [schema, { type: 'null' }] });
