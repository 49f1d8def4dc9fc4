// All that is folded out of a recording's log once, when it is first asked for: its books, its cases at the end, what happened when, what was really there, and where
// in the log each case and each entry is to be found again.
import type { CameraTruth } from '@onescreen/shared/cameras';
import { addCameraTruth, createCameraTruth } from '@onescreen/shared/cameras';
import type { CasesState } from '@onescreen/shared/cases';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import type { CaseId } from '@onescreen/shared/ids';
import type { Entry, Moments } from '@onescreen/shared/log';
import { addMoment, createMoments } from '@onescreen/shared/log';
import type { Books } from '@onescreen/shared/reports';
import { addToBooks, createBooks } from '@onescreen/shared/reports';
import type { LogStretch } from './runLog.ts';
import { isDamage } from './runLog.ts';

export interface RunFold {
  books: Books;
  /** After the newest entry. */
  state: CasesState;
  moments: Moments;
  /** What was really there before the ten cameras. */
  truth: CameraTruth;
  /** Seq of the newest entry: where the log ends, or where it is damaged. */
  lastSeq: number;
  /** For each stretch the seq of the last entry before it. */
  seqBefore: readonly number[];
  /** Stretches in which a case has entries, ascending. */
  stretchesOfCase: ReadonlyMap<CaseId, readonly number[]>;
}

/** Reads the log from its beginning up to its end or to the first damage: what comes behind a gap does not add up. */
export async function foldRun(stretches: readonly LogStretch[]): Promise<RunFold> {
  const books = createBooks();
  const moments = createMoments();
  const truth = createCameraTruth();
  const seqBefore: number[] = [];
  const stretchesOfCase = new Map<CaseId, number[]>();
  let state = createCasesState();
  let lastSeq = 0;

  function add(entry: Entry, stretch: number): void {
    state = evolveCases(state, entry);
    addToBooks(books, entry);
    addMoment(moments, entry);
    addCameraTruth(truth, entry);
    lastSeq = entry.seq;
    if (!('case' in entry) || typeof entry.case !== 'string') return;
    const known = stretchesOfCase.get(entry.case);
    if (known === undefined) stretchesOfCase.set(entry.case, [stretch]);
    else if (known.at(-1) !== stretch) known.push(stretch);
  }
  for (const [index, stretch] of stretches.entries()) {
    seqBefore.push(lastSeq);
    const entries = await readable(stretch);
    if (entries === null || (entries[0]?.seq ?? lastSeq + 1) !== lastSeq + 1) break;
    for (const entry of entries) add(entry, index);
  }
  return { books, state, moments, truth, lastSeq, seqBefore, stretchesOfCase };
}

async function readable(stretch: LogStretch): Promise<readonly Entry[] | null> {
  try {
    return await stretch.read();
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}
