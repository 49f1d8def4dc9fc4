// Names of things. Plain strings, so that they travel; the aliases say which is meant.

export type RunId = string;
/** `C00042` in order of discovery within a run; the public number is `CaseState.number`. */
export type CaseId = string;
export type UnitId = string;
export type OrderId = string;
export type SignalId = string;
/** Who did it: `rule:NAME`, `unit:ID`, `user:NAME`. */
export type Actor = `rule:${string}` | `unit:${string}` | `user:${string}`;
