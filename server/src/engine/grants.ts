// 申请延期, 申请挂账: a unit on site asks for more time or for a stop; the district's coordinator grants it where the rule book admits it.
import type { CaseId, SignalId, UnitId } from '@onescreen/shared/ids';
import type { Signal } from '@onescreen/shared/protocol';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, caseOf, note, remind, typeOf, workOf } from './desk.ts';
import { doneByPerson } from './people.ts';
import type { Ask } from './state.ts';

/** The coordinator reads it within this (estimate). Minutes. */
const GRANT_MINUTES = 30;

/** The unit's word is kept until somebody decides on it; a newer one takes its place. */
export function takeAsk(desk: Desk, id: CaseId, signal: Extract<Signal, { kind: 'unit.asks' }>): void {
  const state = caseOf(desk, id);
  if (state === undefined) return;
  const { id: signalId, tick, order, unit, what, minutes, reason, plan } = signal;
  note(desk, id, { ask: { order, unit, signal: signalId, tick, what, minutes, reason, plan } });
  const at = doneByPerson(typeOf(state), id, `grant/${signalId}`, GRANT_MINUTES, desk.tick, desk.info.epochMs);
  remind(desk, at, 'grant', id, signalId);
}

/** The coordinator's turn has come. What the rule book refuses is not granted: the unit goes on as it is. */
export function grant(desk: Desk, id: CaseId, signal: SignalId): void {
  const ask = workOf(desk, id)?.ask ?? null;
  if (ask?.signal !== signal) return;
  note(desk, id, { ask: null });
  if (!isStillOn(desk, id, ask.unit)) return;
  const by = 'user:district-coordinator';
  const evidence = [evidenceOf(ask)];
  const { what, minutes, reason, plan } = ask;
  if (what === 'extend') act(desk, id, { kind: 'extend', by, minutes, reason, evidence });
  else act(desk, id, { kind: 'suspend', by, untilTick: desk.tick + minutes * MINUTE, plan, reason, evidence });
}

function isStillOn(desk: Desk, id: CaseId, unit: UnitId): boolean {
  const state = caseOf(desk, id);
  if (state === undefined || state.held !== null) return false;
  return (state.status === 'dispatched' || state.status === 'handling') && state.unit === unit;
}

const evidenceOf = ({ signal, tick, plan }: Ask) =>
  ({ kind: 'report', id: signal, tick, text: { zh: plan, en: plan } }) as const;
