// What reports about a run are made of: its ledger, what the truth says, what people overruled, what rang. One fold over its log.
import type { Ledger } from '../kpis/index.ts';
import { addToLedger, createLedger } from '../kpis/index.ts';
import type { Entry } from '../log/index.ts';
import type { Overrides, TruthLines } from '../scoring/index.ts';
import { addToOverrides, addToScores, createOverrides, createScores } from '../scoring/index.ts';
import type { AlarmBook } from './alarmBook.ts';
import { addToAlarmBook, createAlarmBook } from './alarmBook.ts';

/** `ledger.seq` and `ledger.tick` say how far the books go. */
export interface Books {
  alarms: AlarmBook;
  ledger: Ledger;
  scores: TruthLines;
  overrides: Overrides;
}

export const createBooks = (): Books => ({
  alarms: createAlarmBook(),
  ledger: createLedger(),
  scores: createScores(),
  overrides: createOverrides(),
});

/** Adds one entry; entries come in order. */
export function addToBooks({ alarms, ledger, scores, overrides }: Books, entry: Entry): void {
  addToAlarmBook(alarms, entry);
  addToLedger(ledger, entry);
  addToScores(scores, entry);
  addToOverrides(overrides, entry);
}
