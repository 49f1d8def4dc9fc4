export { admits, nextUrge } from './admits.ts';
export type { AlarmChain, ChainLink, Trip } from './alarmChain.ts';
export { chainAfter, chainWith, tripOf } from './alarmChain.ts';
export { areRelated, CHAIN_WINDOW_TICKS } from './alarmRelations.ts';
export { isWorkingDay } from './calendar.ts';
export { caseNumber, classCode } from './caseNumber.ts';
export type { Limit } from './clocks.ts';
export {
  advance,
  dueTickOf,
  isRunning,
  limitOfType,
  limitSeconds,
  nextRunning,
  remaining,
  retreat,
  runningSeconds,
} from './clocks.ts';
export type { CaseCommand, Decision, Moment } from './commands.ts';
export { decide } from './decide.ts';
export type { DeskRefusalCode, Refusal } from './deskRefusals.ts';
export { deskRefusal, isDeskRefusal } from './deskRefusals.ts';
export { evolve } from './evolve.ts';
export type { AssignedCase, EndedCase, FiledCase, RunningLimit } from './facts.ts';
export {
  checkOutcome,
  contactDueTick,
  endTick,
  hasStep,
  isAssigned,
  isEnded,
  isFiled,
  lastStep,
  runningLimit,
  shareUsed,
} from './facts.ts';
export { createCasesState, evolveCases, KEEP_ENDED_TICKS, stepOf } from './fold.ts';
export { confirmationsMissing, isAbove, levelAbove, levels, startLevel } from './levels.ts';
export { positionAt, unitOf, unitPosition } from './position.ts';
export type { CaseRefusal, CaseRefusalCode, ReasonCode, Sentence } from './reasons.ts';
export { caseRefusal, reasonCodes, reasonText, refusalCodes } from './reasons.ts';
export { allowedReasons, reasonsFor } from './reasonTable.ts';
export { REOPEN_WITHIN_TICKS } from './rules/closing.ts';
export type { ShelfReason } from './shelving.ts';
export {
  calls,
  isShelfReason,
  LONGEST_SHELF_MINUTES,
  SHELF_MINUTES,
  shelfReasons,
  shelfReasonText,
} from './shelving.ts';
export type {
  AlarmState,
  CaseState,
  CaseStatus,
  CaseStep,
  CasesState,
  HandlingLevel,
  IncidentState,
  LoopCounts,
  Shelf,
  Support,
  UnitState,
} from './types.ts';
export { inverseOf } from './undo.ts';
