// Turns the case type table into rows. The grammar is on the first lines of data/caseTypes.ts.
import { firstWord, numberOf, oneOf, readTable, words } from './tables.ts';
import type { CaseTypeRow, Priority } from './types.ts';

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];

function priorityOf(text: string | undefined, code: string): Priority {
  const priority = PRIORITIES.find((one) => String(one) === text);
  if (priority === undefined) throw new RangeError(`${code}: ${text} is no priority`);
  return priority;
}

function readRow(cells: readonly string[]): CaseTypeRow {
  const [code, zh, en, sort, detector, doer, limits, handling, perDay, verifyMeans, closing, indicators] = cells as [
    string,
    ...string[],
  ];
  const [caseClass, source, level, priority] = words(sort!);
  const [agency, executor] = firstWord(doer!);
  const [accept, dispatch, handle, verify] = words(limits!);
  const [median, p90] = words(handling!);
  return {
    code,
    zh: zh!,
    en: en!,
    class: oneOf(['event', 'component', 'emergency'], caseClass, code),
    source: oneOf(['ai_camera', 'iot_sensor', 'hotline', 'patrol', 'patrol_qr', 'call', 'data'], source, code),
    detector: detector!,
    agency,
    executor,
    level: oneOf(['city', 'district', 'street', 'village'], level, code),
    priority: priorityOf(priority, code),
    limitMinutes: {
      accept: numberOf(accept, code),
      dispatch: numberOf(dispatch, code),
      handle: numberOf(handle, code),
      verify: numberOf(verify, code),
    },
    handlingMinutes: { median: numberOf(median, code), p90: numberOf(p90, code) },
    perDayCity: numberOf(perDay, code),
    verifyMeans: verifyMeans!,
    autoClose: oneOf(['auto', 'manual'], closing, code) === 'auto',
    indicators: words(indicators!),
  };
}

/** Throws RangeError, naming the row, for a cell that is missing or wrong. */
export const readCaseTypeTable = (text: string): readonly CaseTypeRow[] =>
  readTable(text, 12).map(({ cells }) => readRow(cells));
