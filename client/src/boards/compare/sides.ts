// What a comparison is made of: the ledgers of both runs, asked once for a run that has ended and again and again for one that goes on.
import type { LedgerAnswer } from '@onescreen/shared/reports';
import type { Beat } from '../beat.ts';
import { runPath } from '../runs/runPaths.ts';
import type { RunRow } from '../runs/runRows.ts';
import type { Asked } from '../useAsked.ts';
import { useAsked } from '../useAsked.ts';

/** Both runs at one tick. */
export interface Sides {
  /** The run on the screen. */
  a: RunRow;
  b: RunRow;
  ledgerA: LedgerAnswer;
  ledgerB: LedgerAnswer;
  tick: number;
  /** Index of the area that everything is about. */
  area: number;
  /** The last tick that both share; null where neither is of the other's family. */
  forkTick: number | null;
}

/** Reads an answer. Throws TypeError when it is no ledger. */
function readLedger(body: unknown): LedgerAnswer {
  const { cases, tick } = (body ?? {}) as Partial<LedgerAnswer>;
  if (typeof cases !== 'object' || typeof tick !== 'number') throw new TypeError('the answer is no ledger');
  return body as LedgerAnswer;
}

const ONCE = { count: 0 };

/** The ledger of a run. `isOver`: nothing will be added to it. */
export function useLedger(run: string | null, isOver: boolean, beat: Beat): Asked<LedgerAnswer> {
  const path = run === null ? null : runPath(run, 'ledger');
  return useAsked(path, `${run}/ledger`, readLedger, isOver ? ONCE : beat);
}
