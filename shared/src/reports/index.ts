export type { Books } from './books.ts';
export { addToBooks, createBooks } from './books.ts';
export { caseAnswer, casesAnswer, readCaseId } from './caseAnswers.ts';
export type { KpiAnswer, KpiFile, KpiQuery } from './kpiAnswers.ts';
export { kpiAnswer, kpiFile, overridesAnswer, readKpiQuery, scoresAnswer } from './kpiAnswers.ts';
export type { Problem, Words } from './problems.ts';
export { malformed, notFound, ProblemError, problemOf } from './problems.ts';
export { read, wholeNumber } from './query.ts';
export { entriesAnswer, readEntriesQuery, readHistoryQuery } from './runQueries.ts';
