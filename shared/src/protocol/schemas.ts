// The building blocks that both directions share: names, times, places, rosters. Every number is finite, every text and list bounded.

import { hasCaseType } from '../catalogue/index.ts';
import { areas } from '../geography/index.ts';
import type { Evidence, RunInfo } from '../log/entries.ts';
import { z } from '../zod.ts';

export const nameSchema = z.string().min(1).max(128);
export const textSchema = z.string().max(500);
export const bilingualSchema = z.object({ zh: textSchema, en: textSchema });
/** A whole number of simulated seconds; a run is shorter than ten years. */
export const tickSchema = z.int().min(0).max(315_360_000);
/** `z.number` refuses NaN and infinities, also the `Infinity` that `1e999` parses to. */
export const numberSchema = z.number();
export const areaSchema = z
  .int()
  .min(0)
  .max(areas.length - 1);
export const caseTypeSchema = z.string().max(64).refine(hasCaseType, 'is not a case type of the catalogue');
export const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export const pathSchema = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number().min(0).max(315_360_000)]))
  .max(1000);
export const responseLevelSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export const checkMeansSchema = z.enum(['reshoot', 'sensor', 'callback', 'photo', 'visit', 'document']);
export const unitKindSchema = z.enum([
  'chengguan',
  'sanitation',
  'market',
  'police',
  'traffic-police',
  'neighbourhood',
  'property',
  'greening',
  'road-crew',
  'drainage',
  'power-crew',
  'gas-crew',
  'water-crew',
  'lift-crew',
  'telecom-crew',
  'fire',
  'ambulance',
  'environment',
  'bike-operator',
  'rail-crew',
  'health',
  'office',
]);

export const evidenceSchema: z.ZodType<Evidence> = z.object({
  kind: z.enum([
    'hit',
    'trip',
    'call',
    'report',
    'review',
    'shot',
    'reading',
    'callback',
    'photo',
    'visit',
    'document',
    'sample',
  ]),
  id: nameSchema,
  tick: tickSchema,
  confidence: z.number().min(0).max(1).exactOptional(),
  value: numberSchema.exactOptional(),
  unit: z.string().max(32).exactOptional(),
  camera: nameSchema.exactOptional(),
  clear: z.boolean().exactOptional(),
  text: bilingualSchema.exactOptional(),
});

export const seedSchema = z.int().min(0).max(0xffff_ffff);
export const densitySchema = z.number().min(1).max(20);
export const speedSchema = z.number().min(1).max(600);

const rosterUnitSchema = z.object({
  id: nameSchema,
  kind: unitKindSchema,
  zh: textSchema,
  en: textSchema,
  station: positionSchema,
  area: areaSchema,
  // Recordings of format 1 knew neither.
  shift: z.enum(['all', 'day', 'night']).default('all'),
  skills: z.array(nameSchema).max(16).default([]),
});
const rosterCameraSchema = z.object({
  id: nameSchema,
  zh: textSchema,
  en: textSchema,
  at: positionSchema,
  area: areaSchema,
  sees: z.array(caseTypeSchema).max(64),
});
const phaseSchema = z.object({ tick: tickSchema, agency: nameSchema, zh: textSchema, en: textSchema });

const MOST_IN_ROSTER = 20_000;

export const runInfoSchema: z.ZodType<RunInfo> = z.object({
  run: nameSchema,
  scenario: nameSchema,
  zh: textSchema,
  en: textSchema,
  seed: seedSchema,
  density: densitySchema,
  policy: nameSchema,
  epochMs: z.int().min(0).max(4_102_444_800_000),
  durationTicks: tickSchema,
  stepTicks: z.int().min(1).max(3600),
  units: z.array(rosterUnitSchema).max(MOST_IN_ROSTER),
  cameras: z.array(rosterCameraSchema).max(MOST_IN_ROSTER),
  phases: z.array(phaseSchema).max(1000),
});
