// The map draws a label's glyphs once, with the fonts that are there at that moment: so the fonts for all labels come first.
import { areas, metroLines, places } from '@onescreen/shared/geography';

/** Does not wait longer than this for a font: a name with a fallback glyph is better than no map. */
const LONGEST_WAIT_MS = 4000;

/** Every character that a Chinese label holds, once. */
function labelCharacters(): string {
  const names = [...areas, ...places, ...metroLines.flatMap((line) => line.stations)].map(({ zh }) => zh);
  return [...new Set(names.join(''))].join('');
}

/** Resolves when the page's font has the pieces that the labels need, or after a while without. Never rejects. */
export async function loadLabelFonts(): Promise<void> {
  const loaded = import('../theme/fonts.ts')
    .then(() => document.fonts.load('400 16px "Noto Sans SC"', labelCharacters()))
    .catch(() => []);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
}
