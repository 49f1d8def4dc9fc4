// What a language is to the screen: its manners, its sentences, and what it calls the things of the city.
import type { Messages, SomeOf } from './messages.ts';

/** A thing with a name in both languages that all of the city's things are named in. */
export interface Named {
  zh: string;
  en: string;
}

/** Large numbers are said in these. */
interface Scale {
  /** Smaller numbers keep all of their digits. */
  from: number;
  size: number;
  /** With the space behind it where one stands between it and the unit. */
  word: string;
}

export interface Language {
  /** The name of its file. Addresses have it as `lang`. */
  code: string;
  /** BCP 47: of the page, and of how numbers and dates are written. */
  tag: string;
  /** The language of the names that stand small beside its own: what the street signs say, or what a stranger says. */
  beside: keyof Named;
  /** The largest first. */
  scales: readonly Scale[];
  durations: { second: string; minute: string; hour: string; day: string };
  dates: {
    /** With its weekday. */
    day: Intl.DateTimeFormatOptions;
    /** Before a time of day, the year being known. */
    near: Intl.DateTimeFormatOptions;
    /** Before a time of the reader's own clock. */
    wall: Intl.DateTimeFormatOptions;
  };
  name: (thing: Named) => string;
  /** Those that it has from the first; the others are said in English, or come with their parts. */
  sentences: { [Part in keyof Messages]?: SomeOf<Messages[Part]> };
}

/** Names by the English ones; what is not among them keeps its English name. */
export const namedBy =
  (names: Readonly<Record<string, string>>): Language['name'] =>
  ({ en }) =>
    names[en] ?? en;
