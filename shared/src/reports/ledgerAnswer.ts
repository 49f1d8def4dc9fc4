// The answer for whoever compares runs: what a KPI needs of every case, and which matter the case is about, so that the same one is found again in
// another run of the same city.
import type { CaseId } from '../ids.ts';
import type { CaseLine, Ledger } from '../kpis/index.ts';
import type { TruthLines } from '../scoring/index.ts';
import type { Books } from './books.ts';

export interface MatteredLine extends CaseLine {
  /** The hazard behind its signals, as the truth says; null for a false alarm, and where the truth says nothing. */
  hazard: string | null;
}
export interface LedgerAnswer extends Omit<Ledger, 'cases'> {
  run: string;
  cases: Readonly<Record<CaseId, MatteredLine>>;
}

function hazardOf({ behind, cases, hazards }: TruthLines, id: CaseId): string | null {
  const found = cases[id]?.signals.map((signal) => behind[signal]).find((hazard) => typeof hazard === 'string');
  const hazard = found == null ? undefined : hazards[found];
  // Numbers are given in order: in another run the same number may be another matter.
  return hazard === undefined ? null : `${found}/${hazard.type}/${hazard.beganTick}`;
}

export const ledgerAnswer = (run: string, { ledger, scores }: Books): LedgerAnswer => ({
  run,
  tick: ledger.tick,
  seq: ledger.seq,
  cases: Object.fromEntries(
    Object.entries(ledger.cases).map(([id, line]) => [id, { ...line, hazard: hazardOf(scores, id) }]),
  ),
});
