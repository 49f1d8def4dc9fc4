// Which things a typed text means, the likeliest first: by Chinese and English name and the reader's own, number, pinyin and initials, with a slip of the finger forgiven.
import uFuzzy from '@leeoniya/ufuzzy';
import type { Named } from '../i18n/text.ts';
import { spellingOf } from './spelling.ts';

/** Something that can be found. */
export interface Findable extends Named {
  id: string;
  /** What the reader calls it. */
  name: string;
  /** More that it is called: a code, a number. */
  also?: readonly string[];
  /** What it belongs to: found by it too, but after what is itself called so. */
  within?: readonly Named[];
  /** Among things that match alike, the smaller stands first. */
  rank: number;
}

/** A thing with its names as they are compared: small letters, no accents. */
export interface Indexed<T extends Findable> {
  thing: T;
  names: readonly string[];
  initials: string;
  surroundings: readonly string[];
  /** All of it, for what only nearly matches. */
  haystack: string;
}

/** How near a typed word is to a thing; smaller is nearer. */
const EXACT = 0;
const BEGINS = 1;
const INITIALS = 2;
const WORD_BEGINS = 3;
const HOLDS = 4;
const SURROUNDS = 5;
const NEARLY = 7;
/** Fewer letters mean too much to be a slip. */
const LEAST_FOR_SLIP = 4;

const flat = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const namesOf = ({ zh, en }: Named): string[] => [flat(zh), flat(en), spellingOf(zh).whole];

export function indexed<T extends Findable>(thing: T): Indexed<T> {
  const called = new Set([...namesOf(thing), ...[thing.name, ...(thing.also ?? [])].map(flat)]);
  const names = [...called].filter((one) => one !== '');
  const around = (thing.within ?? []).flatMap((one) => [...namesOf(one), spellingOf(one.zh).initials]);
  const surroundings = around.filter((one) => one !== '');
  const { initials } = spellingOf(thing.zh);
  return { thing, names, initials, surroundings, haystack: [...names, ...surroundings].join(' ') };
}

const slips = new uFuzzy({ intraMode: 1 });

const beginsWord = (name: string, word: string): boolean =>
  new RegExp(`[^\\p{L}\\p{N}]${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(name);

function nearness(one: Indexed<Findable>, word: string): number | null {
  if (one.names.includes(word) || one.initials === word) return EXACT;
  if (one.names.some((name) => name.startsWith(word))) return BEGINS;
  if (one.initials.startsWith(word)) return INITIALS;
  if (one.names.some((name) => beginsWord(name, word))) return WORD_BEGINS;
  if (one.names.some((name) => name.includes(word))) return HOLDS;
  if (one.surroundings.some((name) => name.startsWith(word))) return SURROUNDS;
  if (word.length < LEAST_FOR_SLIP || !/^[a-z]+$/.test(word)) return null;
  return slips.filter([one.haystack], word)?.length ? NEARLY : null;
}

/** Sum over the words, each of which must be near; null when one is not. */
function distance(one: Indexed<Findable>, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const near = nearness(one, word);
    if (near === null) return null;
    sum += near;
  }
  return sum;
}

/** At most `most` of the things, the likeliest first; among alike ones `rank`, then the shorter name. Nothing for a blank text. */
export function find<T extends Findable>(all: readonly Indexed<T>[], text: string, most: number): T[] {
  const words = flat(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const whole = words.join(' ');
  const found = all.flatMap((one) => {
    const apart = distance(one, words);
    const together = words.length > 1 ? nearness(one, whole) : null;
    const best = together ?? apart;
    return best === null ? [] : [{ one, best }];
  });
  found.sort(
    (a, b) => a.best - b.best || a.one.thing.rank - b.one.thing.rank || a.one.thing.zh.length - b.one.thing.zh.length,
  );
  return found.slice(0, most).map(({ one }) => one.thing);
}
