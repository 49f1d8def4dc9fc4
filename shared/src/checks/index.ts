export type { Verdict } from './judges.ts';
export { createCheckRun } from './run.ts';
export type { CheckResult, CheckRun } from './run.ts';
export { checkSchema, conditionSchema, triggerSchema } from './schema.ts';
export type { Check, CheckRule, Condition, Trigger } from './schema.ts';
