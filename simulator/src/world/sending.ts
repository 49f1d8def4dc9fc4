// What leaves the field world in one step, and the few things that all its parts do: send a signal, end a hazard, find one.

import type { Position } from '@onescreen/shared/geography';
import { distanceMetres } from '@onescreen/shared/geography';
import type { TruthEntry } from '@onescreen/shared/log';
import type { Signal } from '@onescreen/shared/protocol';
import type { Draft, FieldSetting, FieldState, Hazard } from './happenings.ts';

/** The field world at work: its setting, its state, and the signals and truths of the step so far. */
export interface Field {
  setting: FieldSetting;
  state: FieldState;
  signals: Signal[];
  truth: ({ tick: number } & TruthEntry)[];
}

/** Reports of one place differ by a few metres, and a team clears the whole spot. */
export const SAME_PLACE_METRES = 30;

const nextId = (state: FieldState): string => `S${String(++state.nextSignal).padStart(6, '0')}`;

/** The draft with its id, not sent yet. */
export const signed = (field: Field, draft: Draft): Signal => ({ ...draft, id: nextId(field.state) });

/** Gives the draft its id and sends it. */
export function send(field: Field, draft: Draft): void {
  field.signals.push(signed(field, draft));
}

/** For signals whose evidence names the signal itself. */
export function sendNamed(field: Field, make: (id: string) => Signal): void {
  field.signals.push(make(nextId(field.state)));
}

/** Ends an active hazard; nothing happens when it has ended already. */
export function endHazard(field: Field, id: string, tick: number, by: 'unit' | 'itself'): void {
  if (field.state.hazards.delete(id)) field.truth.push({ tick, kind: 'truth.ended', hazard: id, by });
}

/** Active hazards of a type at a place, oldest first. */
export function hazardsAt(field: Field, type: string, at: Position): Hazard[] {
  const found: Hazard[] = [];
  for (const hazard of field.state.hazards.values()) {
    if (hazard.type !== type) continue;
    if (Math.abs(hazard.at[1] - at[1]) > 0.0004) continue;
    if (distanceMetres(hazard.at, at) <= SAME_PLACE_METRES) found.push(hazard);
  }
  return found;
}
