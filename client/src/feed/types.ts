// Where frames come from. Above this line nobody knows whether they are live or recorded.
import type { AlarmState, CaseState, CasesState, IncidentState, UnitState } from '@onescreen/shared/cases';
import type { CommandAnswer, ConsoleCommand, Frame } from '@onescreen/shared/protocol';

/** Some series as they stand at a tick; all columns are equally long. NO_DATA and −1 where there was nothing yet. */
export interface SeriesColumns {
  series: Uint16Array;
  quanta: Int32Array;
  states: Uint8Array;
  changedTicks: Int32Array;
}
/** The records that are other ones, and the ids of those that are gone. */
export interface RecordsChange<T> {
  put: Readonly<Record<string, T>>;
  gone: readonly string[];
}
type CaseRecords = 'cases' | 'units' | 'alarms' | 'incidents';
export interface CasesChange {
  cases: RecordsChange<CaseState>;
  units: RecordsChange<UnitState>;
  alarms: RecordsChange<AlarmState>;
  incidents: RecordsChange<IncidentState>;
  /** All that is not a record. */
  rest: Omit<CasesState, CaseRecords>;
}

/** From what is shown to another moment of the same run, back or forth: only what differs. Made by a replay, never on the wire. */
export interface JumpFrame {
  kind: 'jump';
  tick: number;
  numbers: SeriesColumns;
  cases: CasesChange;
}
/** What a screen takes, whether it is live or recorded. */
export type ScreenFrame = Frame | JumpFrame;

export type Connection =
  | { state: 'connecting' }
  | { state: 'connected' }
  | { state: 'lost'; sinceMs: number; attempt: number }
  | { state: 'refused'; reason: string };

export interface FeedListener {
  onFrame(frame: ScreenFrame): void;
  onConnection(connection: Connection): void;
}

export interface Feed {
  start(listener: FeedListener): void;
  /** Code of the area whose district's streets should be sent too. */
  setArea(code: string): void;
  command(command: ConsoleCommand): Promise<CommandAnswer>;
  stop(): void;
}
