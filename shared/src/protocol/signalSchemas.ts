// What a world may say: the signals and truths of a batch.

import type { TruthEntry } from '../log/entries.ts';
import { z } from '../zod.ts';
import type { Signal } from './ingest.ts';
import {
  areaSchema,
  bilingualSchema,
  caseTypeSchema,
  evidenceSchema,
  nameSchema,
  numberSchema,
  pathSchema,
  positionSchema,
  responseLevelSchema,
  textSchema,
  tickSchema,
} from './schemas.ts';

const common = { id: nameSchema, tick: tickSchema };
const seen = { type: caseTypeSchema, at: positionSchema, area: areaSchema };
const unit = { unit: nameSchema };
const residentSchema = z.object({
  name: nameSchema,
  age: z.int().min(0).max(150),
  phone: z.string().max(32),
  address: bilingualSchema,
});

export const signalSchema: z.ZodType<Signal> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hit'),
    ...common,
    ...seen,
    camera: nameSchema,
    confidence: z.number().min(0).max(1),
    count: z.int().min(0).max(1_000_000),
  }),
  z.object({
    kind: z.literal('trip'),
    ...common,
    ...seen,
    sensor: nameSchema,
    value: numberSchema,
    unit: z.string().max(32),
    resident: residentSchema.exactOptional(),
  }),
  z.object({
    kind: z.literal('call'),
    ...common,
    ...seen,
    line: z.enum(['12345', '110', '119', '120', '96333', '962777']),
    text: bilingualSchema,
  }),
  z.object({
    kind: z.literal('report'),
    ...common,
    ...seen,
    patrol: nameSchema,
    text: bilingualSchema,
    resident: residentSchema.exactOptional(),
  }),
  z.object({ kind: z.literal('unit.moved'), ...common, ...unit, path: pathSchema, order: nameSchema.nullable() }),
  z.object({ kind: z.literal('unit.arrived'), ...common, ...unit, at: positionSchema, order: nameSchema.nullable() }),
  z.object({ kind: z.literal('unit.handled'), ...common, ...unit, order: nameSchema, evidence: evidenceSchema }),
  z.object({
    kind: z.literal('unit.returned'),
    ...common,
    ...unit,
    order: nameSchema,
    reason: z.enum(['not-our-territory', 'not-our-duty', 'ownership-unclear']),
  }),
  z.object({ kind: z.literal('unit.help'), ...common, ...unit, order: nameSchema, needs: bilingualSchema }),
  z.object({
    kind: z.literal('unit.asks'),
    ...common,
    ...unit,
    order: nameSchema,
    what: z.enum(['extend', 'suspend']),
    minutes: z.number().min(1).max(1_000_000),
    reason: z.enum(['engineering-work', 'weather', 'complex-case']),
    plan: textSchema,
  }),
  z.object({ kind: z.literal('unit.freed'), ...common, ...unit }),
  z.object({ kind: z.literal('unit.lost'), ...common, ...unit, at: positionSchema }),
  z.object({ kind: z.literal('unit.back'), ...common, ...unit }),
  z.object({ kind: z.literal('checked'), ...common, order: nameSchema, evidence: evidenceSchema }),
  z.object({ kind: z.literal('plan.step'), ...common, agency: nameSchema, zh: textSchema, en: textSchema }),
  z.object({
    kind: z.literal('response.level'),
    ...common,
    level: responseLevelSchema,
    colour: textSchema,
    lead: textSchema,
  }),
]);

export const truthSchema: z.ZodType<{ tick: number } & TruthEntry> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('truth.hazard'), tick: tickSchema, hazard: nameSchema, ...seen, cause: textSchema }),
  z.object({ kind: z.literal('truth.ended'), tick: tickSchema, hazard: nameSchema, by: z.enum(['unit', 'itself']) }),
  z.object({ kind: z.literal('truth.seen'), tick: tickSchema, hazard: nameSchema.nullable(), signal: nameSchema }),
]);
