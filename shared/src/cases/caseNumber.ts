// The public case number: 区码-街镇码-yyyymmdd-类-序号, e.g. `310118-107-20201108-E05-000123`.
import type { CaseType } from '../catalogue/types.ts';
import { areas } from '../geography/index.ts';
import { compactDate } from '../time.ts';

/**
 * Major class of each case type after GB/T 30428 (brief §3.5), in this project's own assignment. Components: 01 utilities, 02 road traffic,
 * 04 greenery, 06 extension. Events: 01 appearance, 02 signs, 03 construction, 04 sudden, 05 street order, 06 extension.
 */
const MAJOR_CLASS: Readonly<Record<string, string>> = {
  XJ01: '05',
  XJ02: '05',
  XJ03: '05',
  XJ04: '05',
  XJ05: '01',
  XJ06: '06',
  XJ07: '03',
  XJ08: '05',
  XJ09: '05',
  XJ10: '05',
  ZR01: '06',
  ZR02: '01',
  ZR03: '06',
  CM01: '01',
  CM02: '01',
  CM03: '02',
  CM04: '02',
  CM05: '01',
  CM06: '04',
  CM07: '01',
  CM08: '02',
  CM09: '06',
  EV01: '01',
  EV02: '01',
  EV03: '01',
  EV04: '01',
  EV05: '03',
  EV06: '01',
  EV07: '06',
  EV08: '06',
  EV09: '06',
  EV10: '01',
  EV11: '06',
  EV12: '05',
  EV13: '04',
  EV14: '04',
  EV15: '04',
  EV16: '04',
  EV17: '02',
  EV18: '06',
  EV19: '06',
  EV20: '06',
};
/** Emergencies are sudden events. */
const SUDDEN = '04';

/** `E05`, `C01`: event or component, and its major class. */
export const classCode = (type: CaseType): string =>
  `${type.class === 'component' ? 'C' : 'E'}${MAJOR_CLASS[type.code] ?? SUDDEN}`;

/** `serial`: 1, 2, 3 … within the run. `area`: index of the street, or of the district (street code 000). */
export function caseNumber(type: CaseType, area: number, serial: number, tick: number, epochMs: number): string {
  const code = areas[area]!.code;
  const district = code.slice(0, 6);
  const street = code.slice(6) || '000';
  return `${district}-${street}-${compactDate(epochMs, tick)}-${classCode(type)}-${String(serial).padStart(6, '0')}`;
}
