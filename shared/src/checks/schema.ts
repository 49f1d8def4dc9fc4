// The words in which a scenario says what counts as success. Every check is decided by the log alone: samples, alarms,
// plan steps, response levels and cases. Minutes count from the start of the run.

import { hasCaseType, hasIndicator, indicatorById } from '../catalogue/index.ts';
import { seriesOf } from '../city/series.ts';
import { areaByCode, CITY_CODE, hasArea } from '../geography/index.ts';
import { z } from '../zod.ts';

const minute = z
  .number()
  .min(0)
  .max(60 * 24 * 60);
const indicator = z
  .string()
  .refine(hasIndicator, { error: (issue) => `no indicator ${String(issue.input)} in the catalogue` });
const area = z
  .string()
  .refine(hasArea, { error: (issue) => `no area with the code ${String(issue.input)}` })
  .default(CITY_CODE);

const conditionShape = { indicator, area, is: z.enum(['atLeast', 'atMost']), value: z.number() };
const hasSeries = (condition: { indicator: string; area: string }): boolean =>
  !hasIndicator(condition.indicator) ||
  !hasArea(condition.area) ||
  seriesOf(indicatorById(condition.indicator).index, areaByCode(condition.area).index) >= 0;
const noSeries = 'this indicator has no meaning in this area';

/** A value beyond a bound, in the indicator's base unit. */
export const conditionSchema = z.strictObject(conditionShape).refine(hasSeries, noSeries);
export type Condition = z.infer<typeof conditionSchema>;

/** A moment: a condition that comes true (after `armed` once held, where given), a plan step, or a response level. */
export const triggerSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('condition'), ...conditionShape, armed: conditionSchema.optional() }),
  z.strictObject({ on: z.literal('step'), step: z.string() }),
  z.strictObject({ on: z.literal('level'), level: z.int().min(1).max(4) }),
]);
export type Trigger = z.infer<typeof triggerSchema>;

const common = {
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  zh: z.string().min(1).max(200),
  en: z.string().min(1).max(200),
  /** What stands for what, where the check names something that no indicator measures. */
  note: z.strictObject({ zh: z.string().max(300), en: z.string().max(300) }).optional(),
};

/** One check. `step` is the English text of a plan step. Levels: 1 is the gravest (Ⅰ red), 4 the lightest (Ⅳ blue). */
export const checkSchema = z.discriminatedUnion('rule', [
  /** The condition holds at every moment of the window (default: the whole run). */
  z.strictObject({
    rule: z.literal('stays'),
    ...common,
    condition: conditionSchema,
    fromMinute: minute.optional(),
    toMinute: minute.optional(),
  }),
  /** The condition holds at that minute. */
  z.strictObject({ rule: z.literal('holds-by'), ...common, condition: conditionSchema, byMinute: minute }),
  /** The condition holds at some moment no later than `minutes` after the trigger. */
  z.strictObject({
    rule: z.literal('holds-within'),
    ...common,
    condition: conditionSchema,
    minutes: minute,
    after: triggerSchema,
  }),
  /** The condition has come true by the moment of the trigger. */
  z.strictObject({ rule: z.literal('holds-before'), ...common, condition: conditionSchema, before: triggerSchema }),
  /** Once `armed` has held, the condition does not come true earlier than `minutes` after the trigger. */
  z.strictObject({
    rule: z.literal('not-before'),
    ...common,
    armed: conditionSchema,
    condition: conditionSchema,
    minutes: minute,
    after: triggerSchema,
  }),
  /** The plan step is taken by that minute. */
  z.strictObject({ rule: z.literal('step-by'), ...common, step: z.string(), byMinute: minute }),
  /** The plan step is taken no later than `minutes` after the trigger; earlier is as good. */
  z.strictObject({
    rule: z.literal('step-within'),
    ...common,
    step: z.string(),
    minutes: minute,
    after: triggerSchema,
  }),
  /** A response at least this grave is in force by that minute. */
  z.strictObject({ rule: z.literal('level-by'), ...common, level: z.int().min(1).max(4), byMinute: minute }),
  /** That share of the cases of these types gets there within `minutes` of discovery. */
  z.strictObject({
    rule: z.literal('cases-within'),
    ...common,
    types: z.array(z.string().refine(hasCaseType, { error: (issue) => `no case type ${String(issue.input)}` })).min(1),
    until: z.enum(['accepted', 'dispatched', 'arrived', 'closed']),
    minutes: minute,
    share: z.number().gt(0).max(1),
  }),
  /** The first alarms of these indicators (in any area) come in this order. */
  z.strictObject({ rule: z.literal('alarm-order'), ...common, indicators: z.array(indicator).min(2) }),
  /** At most `count` alarms are raised in any window of `minutes`. */
  z.strictObject({ rule: z.literal('alarms-below'), ...common, count: z.int().min(0), minutes: minute.min(1) }),
]);
export type Check = z.infer<typeof checkSchema>;
export type CheckRule = Check['rule'];
