// No sentence of the screen is there in one language only, and none stands in a component, where nobody would translate it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

type Sentences = { [key: string]: string | Sentences };
const client = path.join(import.meta.dirname, '../../../client/src');
const words = path.join(client, 'i18n/words');

/** Every sentence by its place. */
const sentencesOf = (sentences: Sentences, place = ''): [string, string][] =>
  Object.entries(sentences).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${place}${key}`, value]] : sentencesOf(value, `${place}${key}.`),
  );
const filledIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]!).sort();

/** Names that are Chinese in English too, and what can be typed. */
const CHINESE_IN_ENGLISH = /^(app\.otherName|find\.hint)$/;

const parts: [string, Sentences, Sentences][] = [];
for (const file of readdirSync(words).filter((name) => name.endsWith('Zh.ts'))) {
  const part = file.replace('Zh.ts', '');
  const read = async (language: string): Promise<Record<string, Sentences>> =>
    (await import(path.join(words, `${part}${language}.ts`))) as Record<string, Sentences>;
  const [chinese, english] = await Promise.all([read('Zh'), read('En')]);
  for (const name of Object.keys(chinese))
    parts.push([`${part}/${name}`, chinese[name]!, english[name.replace('zh', 'en')]!]);
}

describe.each(parts)('the sentences of %s', (_, chinese, english) => {
  test('are there in both languages, with the same places to fill in', () => {
    const places = (sentences: Sentences): [string, string[]][] =>
      sentencesOf(sentences)
        .map(([place, sentence]): [string, string[]] => [place, filledIn(sentence)])
        .sort();
    expect(places(english)).toEqual(places(chinese));
  });

  test('are English in English', () => {
    const left = sentencesOf(english).filter(
      ([place, sentence]) => /[\u4e00-\u9fff]/.test(sentence) && !CHINESE_IN_ENGLISH.test(place),
    );
    expect(left).toEqual([]);
  });
});

test('no component says anything by itself', () => {
  /** Keys of a keyboard are the same in every language. */
  const same = /^Ctrl K$/;
  const texts = />\s*([A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff ,.!?]+)\s*<\//g;
  const attributes = /\b(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-z\u4e00-\u9fff]{2,}[^"]*)"/g;
  const said = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => {
      const source = readFileSync(path.join(client, file), 'utf8');
      return [...source.matchAll(texts), ...source.matchAll(attributes)].map((found) => `${file}: ${found[1]}`);
    });
  expect(said.filter((one) => !same.test(one.split(': ')[1]!))).toEqual([]);
});
