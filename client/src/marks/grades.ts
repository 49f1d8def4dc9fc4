// From a number to a word, a shape and one of the five colours 绿蓝黄橙红: never colour alone.

import type { Priority } from '@onescreen/shared/catalogue';
import type { SeriesState } from '@onescreen/shared/city';
import { SERIES_STATE } from '@onescreen/shared/city';

export type Tone = 'green' | 'blue' | 'yellow' | 'orange' | 'red' | 'grey';
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'octagon' | 'ring';
export type GradeWord = 'steady' | 'watch' | 'drift' | 'abnormal' | 'critical' | 'unknown';

export interface Grade {
  word: GradeWord;
  tone: Tone;
  shape: Shape;
}

const UNKNOWN: Grade = { word: 'unknown', tone: 'grey', shape: 'ring' };
/** 60 is where a sign meets its warning limit, 20 its critical one; the steps above 60 divide the way from expected to warning. */
const GRADES: readonly (Grade & { from: number })[] = [
  { from: 85, word: 'steady', tone: 'green', shape: 'circle' },
  { from: 70, word: 'watch', tone: 'blue', shape: 'square' },
  { from: 55, word: 'drift', tone: 'yellow', shape: 'diamond' },
  { from: 35, word: 'abnormal', tone: 'orange', shape: 'triangle' },
  { from: 0, word: 'critical', tone: 'red', shape: 'octagon' },
];

/** Grade of a health score, 0 to 100. */
export const gradeOf = (score: number | null): Grade =>
  score === null ? UNKNOWN : (GRADES.find((grade) => score >= grade.from) ?? UNKNOWN);

export type StateWord = 'normal' | 'warning' | 'critical' | 'stale' | 'nodata';
export interface StateLook {
  word: StateWord;
  tone: Tone;
  shape: Shape;
}
const STATES: Readonly<Record<SeriesState, StateLook>> = {
  [SERIES_STATE.nodata]: { word: 'nodata', tone: 'grey', shape: 'ring' },
  [SERIES_STATE.normal]: { word: 'normal', tone: 'green', shape: 'circle' },
  [SERIES_STATE.warning]: { word: 'warning', tone: 'yellow', shape: 'triangle' },
  [SERIES_STATE.critical]: { word: 'critical', tone: 'red', shape: 'octagon' },
  [SERIES_STATE.stale]: { word: 'stale', tone: 'grey', shape: 'square' },
};
export const stateLook = (state: SeriesState): StateLook => STATES[state];

/** How much attention a state asks for: the largest of several speaks for all. */
const ATTENTION: Readonly<Record<SeriesState, number>> = {
  [SERIES_STATE.nodata]: 0,
  [SERIES_STATE.normal]: 1,
  [SERIES_STATE.stale]: 2,
  [SERIES_STATE.warning]: 3,
  [SERIES_STATE.critical]: 4,
};
export const attentionOf = (state: SeriesState): number => ATTENTION[state];

const PRIORITY_TONES: Readonly<Record<Priority, Tone>> = { 1: 'red', 2: 'orange', 3: 'yellow', 4: 'blue', 5: 'grey' };
const PRIORITY_SHAPES: Readonly<Record<Priority, Shape>> = {
  1: 'octagon',
  2: 'triangle',
  3: 'diamond',
  4: 'square',
  5: 'circle',
};
export const priorityTone = (priority: Priority): Tone => PRIORITY_TONES[priority];
export const priorityShape = (priority: Priority): Shape => PRIORITY_SHAPES[priority];

/** Response levels Ⅳ (blue) to Ⅰ (red); 0 is none. */
const RESPONSE = {
  0: { tone: 'green', roman: '' },
  1: { tone: 'red', roman: 'I' },
  2: { tone: 'orange', roman: 'II' },
  3: { tone: 'yellow', roman: 'III' },
  4: { tone: 'blue', roman: 'IV' },
} as const satisfies Record<0 | 1 | 2 | 3 | 4, { tone: Tone; roman: string }>;
export const responseLook = (level: 0 | 1 | 2 | 3 | 4): (typeof RESPONSE)[0 | 1 | 2 | 3 | 4] => RESPONSE[level];
