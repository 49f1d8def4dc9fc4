// What a scenario file may say. Unknown keys and unknown names are refused, so that a typing error is not a silent calm day.

import { hasAgency, hasCaseType, hasIndicator } from '@onescreen/shared/catalogue';
import { checkSchema } from '@onescreen/shared/checks';
import { areaByCode, areas, hasArea } from '@onescreen/shared/geography';
import { z } from 'zod';

/** Longest run: sixty days. */
const MAX_MINUTES = 60 * 24 * 60;
const MAX_LIST = 400;

const minute = z.number().min(0).max(MAX_MINUTES);
const text = z.string().min(1).max(300);
const known = (has: (id: string) => boolean, what: string) =>
  z.string().refine(has, { error: (issue) => `no ${what} ${JSON.stringify(issue.input)}` });
const isLevel = (level: 'district' | 'street') => (code: string) => hasArea(code) && areaByCode(code).level === level;

const district = known(isLevel('district'), 'district with the code');
const street = known(isLevel('street'), 'street or town with the code');
/** `all` stands for the sixteen districts. */
const districts = z
  .union([z.literal('all'), z.array(district).min(1).max(16)])
  .transform((value) => (value === 'all' ? areas.filter((a) => a.level === 'district').map((a) => a.code) : value));
const streets = z.array(street).max(areas.length);

/** What the launcher draws for a scenario. */
const PICTURES = [
  'typhoon',
  'rain',
  'crowd',
  'metro',
  'heat',
  'gas',
  'chem',
  'expo',
  'illness',
  'fog',
  'day',
  'camera',
] as const;

const effectSchema = z
  .strictObject({
    indicator: known(hasIndicator, 'indicator'),
    /** abs: towards this value; mult: times the value expected at that time; add: on top of it. */
    mode: z.enum(['abs', 'mult', 'add']),
    value: z.number().min(-1e12).max(1e12),
    start: minute,
    peakFrom: minute,
    peakTo: minute,
    end: minute,
    /** Where it is felt; the scenario's own districts when neither is given. */
    districts: districts.optional(),
    streets: streets.optional(),
  })
  .refine(
    (effect) => effect.start <= effect.peakFrom && effect.peakFrom <= effect.peakTo && effect.peakTo <= effect.end,
    'start, peakFrom, peakTo and end must not run backwards',
  );

const burstSchema = z
  .strictObject({
    caseType: known(hasCaseType, 'case type'),
    count: z.int().min(1).max(1_000_000),
    from: minute,
    to: minute,
    districts: districts.optional(),
    streets: streets.optional(),
  })
  .refine((burst) => burst.from <= burst.to, 'from must not be later than to')
  .refine((burst) => burst.districts !== undefined || burst.streets !== undefined, 'name districts or streets');

const responseSchema = z.strictObject({
  minute,
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  colour: z.enum(['blue', 'yellow', 'orange', 'red', 'lifted']),
  lead: known(hasAgency, 'agency'),
});
const planSchema = z.strictObject({ minute, agency: known(hasAgency, 'agency'), zh: text, en: text });

/** A scenario as it is written; see the library beside this file for examples. */
export const scenarioSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'use lower-case letters, digits and hyphens'),
    zh: text,
    en: text,
    picture: z.enum(PICTURES),
    /** `2024-05-14T07:30+08:00` */
    startLocal: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?\+08:00$/, 'write it as 2024-05-14T07:30+08:00'),
    durationMinutes: z.int().min(1).max(MAX_MINUTES),
    districts,
    streets: streets.optional(),
    facts: z
      .array(z.strictObject({ zh: text, en: text }))
      .max(MAX_LIST)
      .default([]),
    response: z.array(responseSchema).max(MAX_LIST).default([]),
    effects: z.array(effectSchema).max(MAX_LIST).default([]),
    bursts: z.array(burstSchema).max(MAX_LIST).default([]),
    plan: z.array(planSchema).max(MAX_LIST).default([]),
    checks: z.array(checkSchema).max(MAX_LIST).default([]),
  })
  .refine((scenario) => Number.isFinite(Date.parse(scenario.startLocal)), {
    path: ['startLocal'],
    error: 'no such day or time',
  });

/** A scenario, parsed: lists are there even when the file left them out, districts and streets are area codes. */
export type Scenario = z.infer<typeof scenarioSchema>;
export type Effect = Scenario['effects'][number];
export type Burst = Scenario['bursts'][number];
