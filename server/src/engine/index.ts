export { createEngine } from './createEngine.ts';
export type { Assignment, DispatchPolicy, DispatchRequest, Fleet } from './dispatchPolicy.ts';
export { CONFIDENCE_GATE } from './fallBacks.ts';
export { policyNames } from './policies.ts';
export type {
  Candidate,
  CommandOutcome,
  Engine,
  EngineCounters,
  EngineStep,
  PendingCommand,
  Proposal,
  TickOutcome,
} from './types.ts';
export { ENGINE_VERSION, engineOf } from './version.ts';
