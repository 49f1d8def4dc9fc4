// One screen as the broadcaster sees it: how to reach it, and how far it has been told.

import type { Interest } from '@onescreen/shared/city';
import type { Person } from '@onescreen/shared/people';
import type { Cursor } from '@onescreen/shared/protocol';
import type { Packet } from './packet.ts';

/** The way to one screen. */
export interface Wire {
  send(packet: Packet): void;
  /** Packets handed over that the peer has not taken yet. */
  waiting(): number;
  /** Ends the connection; the screen comes back by its cursor. */
  cut(): void;
}

/**
 * together: told what all of its interest are told at once. alone: it gets frames of its own until it has caught up.
 * reading: its missed entries are on their way from the store.
 */
export type ViewerState =
  | { mode: 'together' }
  | ({ mode: 'alone'; slowSinceMs: number | null } & Told)
  | ({ mode: 'reading' } & Told);

/** `cursor`: how far it has been told; `null`: not at all. `streetTick`: the same for the samples of its streets; −1: not at all. */
export interface Told {
  cursor: Cursor | null;
  streetTick: number;
}

export interface Viewer {
  readonly wire: Wire;
  /** Who looks at it; null: nobody who is signed in. */
  person: Person | null;
  interest: Interest;
  state: ViewerState;
  gone: boolean;
}
