// What colour says, something else says too; and what is written can be read: computed from the tokens of both looks.
import { readFileSync } from 'node:fs';
import { SERIES_STATE } from '@onescreen/shared/city';
import type { Color } from 'culori';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, test } from 'vitest';
import type { Shape, Tone } from '../../../client/src/marks/grades.ts';
import { gradeOf, priorityShape, priorityTone, stateLook } from '../../../client/src/marks/grades.ts';

const css = readFileSync(new URL('../../../client/src/theme/tokens.css', import.meta.url), 'utf8');
const TOKEN_OF = {
  green: 'normal',
  blue: 'watch',
  yellow: 'warning',
  orange: 'abnormal',
  red: 'critical',
  grey: 'low',
} as const satisfies Record<Tone, string>;

/** Opaque tokens of a look, by name. */
function tokensOf(look: string): Readonly<Record<string, string>> {
  const block = css.split(`[data-look="${look}"] {`)[1]!.split('}')[0]!;
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1]!, found[2]!]));
}

/** As eyes see that lack one kind of cone, and as a page printed in grey shows it. */
const EYES: Readonly<Record<string, (colour: Color) => Color>> = {
  'every cone': (colour) => colour,
  'no long-wave cone': filterDeficiencyProt(1),
  'no middle-wave cone': filterDeficiencyDeuter(1),
  'no short-wave cone': filterDeficiencyTrit(1),
  'no colour': filterGrayscale(1),
};
/** CIEDE2000 from which two patches beside each other are taken for two colours at a glance. */
const CLEARLY_DIFFERENT = 10;
const distance = differenceCiede2000();

interface Sign {
  word: string;
  tone: Tone;
  shape: Shape;
}
const SCALES: Readonly<Record<string, readonly Sign[]>> = {
  grades: [100, 75, 60, 40, 10, null].map((score) => gradeOf(score)),
  states: Object.values(SERIES_STATE).map((state) => stateLook(state)),
  priorities: ([1, 2, 3, 4, 5] as const).map((priority) => ({
    word: `P${priority}`,
    tone: priorityTone(priority),
    shape: priorityShape(priority),
  })),
};

describe.each(['show', 'calm'])('in the look %s', (look) => {
  const tokens = tokensOf(look);
  const patch = (tone: Tone): Color => parse(tokens[TOKEN_OF[tone]]!)!;

  test.each(Object.keys(SCALES))('two %s that some eye takes for one colour differ in shape', (scale) => {
    const signs = SCALES[scale]!;
    for (const [at, a] of signs.entries()) {
      for (const b of signs.slice(at + 1)) {
        const least = Math.min(...Object.values(EYES).map((eye) => distance(eye(patch(a.tone)), eye(patch(b.tone)))));
        if (least < CLEARLY_DIFFERENT) expect(a.shape, `${a.word} and ${b.word}`).not.toBe(b.shape);
      }
    }
  });

  const grounds = ['ground', 'panel-solid', 'panel-raised', 'panel-hover', 'field'];
  const written = ['text', 'text-soft', 'text-faint', 'title', 'accent', 'stale', ...Object.values(TOKEN_OF)];
  test.each(grounds)('everything that is written can be read on %s', (ground) => {
    for (const role of written)
      expect(wcagContrast(tokens[role]!, tokens[ground]!), `${role} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test('what stands on a filled chip can be read', () => {
    for (const tone of Object.keys(TOKEN_OF) as Tone[])
      expect(wcagContrast(tokens['on-state']!, tokens[TOKEN_OF[tone]]!), tone).toBeGreaterThanOrEqual(4.5);
    expect(wcagContrast(tokens['accent-text']!, tokens.accent!)).toBeGreaterThanOrEqual(4.5);
  });
});

test('where the system forces its colours, every role of both looks takes one of them', () => {
  const rolesIn = (block: string): string[] =>
    [...block.split('}')[0]!.matchAll(/--([\w-]+):/g)].map(([, name]) => name!);
  const forced = rolesIn(css.split('@media (forced-colors: active) {')[1]!);
  for (const look of ['show', 'calm'])
    expect(rolesIn(css.split(`[data-look="${look}"] {`)[1]!).filter((role) => !forced.includes(role))).toEqual([]);
  expect(css.split('@media (forced-colors: active) {')[1]!.split('/* One name')[0]).not.toMatch(/#[0-9a-f]{3}/i);
});
