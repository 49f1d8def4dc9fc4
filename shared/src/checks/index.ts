export type { Verdict } from './judges.ts';
export type { CheckResult, CheckRun } from './run.ts';
export { createCheckRun } from './run.ts';
export type { Check, CheckRule, Condition, Trigger } from './schema.ts';
export { checkSchema, conditionSchema, triggerSchema } from './schema.ts';
