// What panels and map may use of the store.
export { addressOf, followAddress, selectionOf, uiOf } from './address.ts';
export type { Notice } from './commands.ts';
export { carryCommandsBy, command, send, useNotice } from './commands.ts';
export type { DensityBin } from './density.ts';
export { BIN_TICKS } from './density.ts';
export type { Reading } from './hooks.ts';
export { readingOf, useReading, useScore } from './hooks.ts';
export type { RunState } from './run.ts';
export { applyFrame, density, numbers, playhead, scores, setConnection, useRun } from './run.ts';
export type { Selection } from './selection.ts';
export { NOTHING_SELECTED, select, selectUp, useSelection } from './selection.ts';
export type { BoardId, CaseFilter, Language, Look, Ui, WorkList } from './ui.ts';
export { BOARDS, setUi, useUi } from './ui.ts';
