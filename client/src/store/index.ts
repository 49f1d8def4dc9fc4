// What panels and map may use of the store.
export { addressOf, followAddress, openAddress, selectionOf, uiOf } from './address.ts';
export type { Notice } from './commands.ts';
export { carryCommandsBy, command, send, useNotice } from './commands.ts';
export type { Branch, Family } from './family.ts';
export { useFamily } from './family.ts';
export type { Reading } from './hooks.ts';
export { readingOf, useDrawn, useReading, useScore } from './hooks.ts';
export { remember } from './remember.ts';
export type { RunState } from './run.ts';
export { applyFrame, numbers, playhead, scores, setConnection, useRun } from './run.ts';
export type { Selection } from './selection.ts';
export { NOTHING_SELECTED, select, selectUp, useSelection } from './selection.ts';
export { createSeen, everyWhileSeen, followSight, whileSeen } from './sight.ts';
export type { StepKind, TickRange, TimeCommand, TimeGap } from './time.ts';
export { IN_THE_PAST, isFollowing, moveTime, STEP_KINDS, setTime, useTime } from './time.ts';
export type { BoardId, CaseFilter, Look, PanelId, Ui, WorkList } from './ui.ts';
export { BOARDS, CASE_STATUSES, PANELS, PHONE_PARTS, PRIORITIES, setUi, useUi } from './ui.ts';
