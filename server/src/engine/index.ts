export { createEngine } from './createEngine.ts';
export type { Assignment, DispatchPolicy, DispatchRequest, Fleet } from './dispatchPolicy.ts';
export { CONFIDENCE_GATE } from './followUps.ts';
export { policyNames } from './policies.ts';
export type { Engine, EngineCounters, EngineStep, PendingCommand, TickOutcome } from './types.ts';
