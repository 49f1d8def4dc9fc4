// Where frames come from. Above this line nobody knows whether they are live or recorded.
import type { CommandAnswer, ConsoleCommand, Frame } from '@onescreen/shared/protocol';

export type Connection =
  | { state: 'connecting' }
  | { state: 'connected' }
  | { state: 'lost'; sinceMs: number; attempt: number }
  | { state: 'refused'; reason: string };

export interface FeedListener {
  onFrame(frame: Frame): void;
  onConnection(connection: Connection): void;
}

export interface Feed {
  start(listener: FeedListener): void;
  /** Code of the area whose district's streets should be sent too. */
  setArea(code: string): void;
  command(command: ConsoleCommand): Promise<CommandAnswer>;
  stop(): void;
}
