// What can be brought into a run that its scenario does not have: for a drill, and for the question "what if".

import { hasIndicator } from '../catalogue/index.ts';
import { hasArea } from '../geography/index.ts';
import type { UnitId } from '../ids.ts';
import { z } from '../zod.ts';
import { caseTypeSchema, nameSchema } from './schemas.ts';

/** Areas by their code. */
export type Inject =
  /** So many hazards of a case type, spread over the minutes from now on. */
  | { kind: 'burst'; type: string; count: number; area: string; minutes: number }
  /** Multiplies an indicator, or adds to it in its own unit: fully for `minutes`, after and before a ramp. */
  | ({ kind: 'effect'; indicator: string; area: string; minutes: number; rampMinutes: number } & (
      | { factor: number }
      | { add: number }
    ))
  /** The unit drops what it does and takes no order for so long. */
  | { kind: 'unit-lost'; unit: UnitId; minutes: number };

/** A month of simulated time. */
const MOST_MINUTES = 30 * 24 * 60;
/** More than the worst typhoon brings in a day. */
const MOST_HAZARDS = 5000;
const minutesSchema = z.number().min(1).max(MOST_MINUTES);
const areaCodeSchema = z.string().max(16).refine(hasArea, 'is not the code of an area');
const effect = {
  kind: z.literal('effect'),
  indicator: z.string().max(64).refine(hasIndicator, 'is not an indicator of the catalogue'),
  area: areaCodeSchema,
  minutes: minutesSchema,
  rampMinutes: z.number().min(0).max(MOST_MINUTES),
};

export const injectSchema: z.ZodType<Inject> = z.union([
  z.object({
    kind: z.literal('burst'),
    type: caseTypeSchema,
    count: z.int().min(1).max(MOST_HAZARDS),
    area: areaCodeSchema,
    minutes: minutesSchema,
  }),
  z.strictObject({ ...effect, factor: z.number().min(0).max(100) }),
  z.strictObject({ ...effect, add: z.number().min(-1e9).max(1e9) }),
  z.object({ kind: z.literal('unit-lost'), unit: nameSchema, minutes: minutesSchema }),
]);
