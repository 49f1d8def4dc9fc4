export { checkSchema, conditionSchema, triggerSchema } from './schema.ts';
export type { Check, CheckRule, Condition, Trigger } from './schema.ts';
