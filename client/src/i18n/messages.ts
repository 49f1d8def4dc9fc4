// Every sentence there is, by the part of the screen that says it, and how much of it a language may hold.
import type { zh as alarms } from './words/alarmsZh.ts';
import type { zh as boardPages } from './words/boardPagesZh.ts';
import type { zh as card } from './words/cardZh.ts';
import type { zh as finding } from './words/findingZh.ts';
import type { zh as map } from './words/mapZh.ts';
import type { zh as runs } from './words/runsZh.ts';
import type { zh as screen } from './words/screenZh.ts';
import type { zh as timeline } from './words/timelineZh.ts';
import type { zh as wall } from './words/wallZh.ts';

/** Sentences of the screen that come with the boards. */
export type LateOnScreen = typeof boardPages;

/** Sentences that are loaded late, by part (see lateText.ts). */
export interface LateMessages {
  finding: typeof finding;
  alarms: typeof alarms;
  map: typeof map;
  card: typeof card;
  runs: typeof runs;
  timeline: typeof timeline;
  wall: typeof wall;
}

export type Messages = { screen: typeof screen & LateOnScreen } & LateMessages;
export type Part = keyof Messages;

/** Where English has one form for many, other languages have several. */
type Form = 'zero' | 'two' | 'few' | 'many';
type FormsOf<Key> = Key extends `${infer Sentence}_other` ? `${Sentence}_${Form}` : never;

/** Any of these sentences, with further forms for numbers. */
export type SomeOf<Sentences> = {
  [Key in keyof Sentences]?: Sentences[Key] extends string ? string : SomeOf<Sentences[Key]>;
} & {
  [Key in keyof Sentences as FormsOf<Key>]?: string;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'screen';
    resources: Messages;
  }
}
