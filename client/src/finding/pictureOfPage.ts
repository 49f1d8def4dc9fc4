// A part of the page as a picture: its elements by modern-screenshot, the map from its own drawing, the type from the font files in use.
import { domToCanvas } from 'modern-screenshot';
import { presentMap } from '../map/present.ts';

/** Height of the line under the picture that says what it is, CSS pixels. */
const NOTE_HEIGHT = 26;

const dataAddress = async (address: string): Promise<string> => {
  const bytes = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('a font could not be read'));
    reader.readAsDataURL(bytes);
  });
};

const plain = (text: string): string => text.replaceAll(/["'\s]/g, '').toLowerCase();

/** The rules of those font files that the page has loaded, with the files in them: all of them together would be megabytes. */
async function loadedFonts(): Promise<string> {
  const key = (family: string, weight: string, range: string): string => plain(`${family}/${weight}/${range}`);
  const loaded = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, weight, unicodeRange }) => key(family, weight, unicodeRange)),
  );
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({ rule, sheet })),
  );
  const parts = rules.map(async ({ rule, sheet }) => {
    const { style } = rule;
    const [family, weight, range, source] = ['font-family', 'font-weight', 'unicode-range', 'src'].map((name) =>
      style.getPropertyValue(name),
    ) as [string, string, string, string];
    const address = /url\(["']?([^"')]+)/.exec(source)?.[1];
    if (address === undefined || !loaded.has(key(family, weight, range))) return '';
    const data = await dataAddress(new URL(address, sheet.href ?? document.baseURI).href);
    return `@font-face{font-family:${family};font-weight:${weight};unicode-range:${range};src:url(${data}) format("woff2")}`;
  });
  return (await Promise.all(parts)).join('');
}

/** Puts the map's picture over the map while the rest is read. Returns what takes it away. */
async function layMap(place: HTMLElement): Promise<() => void> {
  const ground = place.querySelector<HTMLElement>('[data-testid="map"]');
  const map = presentMap();
  if (ground === null || map === null) return () => undefined;
  const picture = await map.picture();
  picture.className = 'map-picture';
  ground.append(picture);
  return () => picture.remove();
}

/** What only moves or is only for hands does not belong on a picture. */
const isShown = (node: Node): boolean =>
  !(node instanceof Element) ||
  (!node.matches('dialog, [popover], .notice, .splitter, .panel-menu, .map-card') &&
    !(node instanceof HTMLCanvasElement && node.closest('.map') !== null && node.className !== 'map-picture'));

/** What a copy would lose or add: the chosen option, scroll bars. */
function readyToCopy(place: HTMLElement): void {
  for (const option of place.querySelectorAll('option')) option.toggleAttribute('selected', option.selected);
}
function mend(copy: Node): void {
  if (copy instanceof HTMLElement) Object.assign(copy.style, { scrollbarWidth: 'none' });
}

function signed(picture: HTMLCanvasElement, note: string, scale: number): HTMLCanvasElement {
  const colours = getComputedStyle(document.documentElement);
  const whole = document.createElement('canvas');
  whole.width = picture.width;
  whole.height = picture.height + NOTE_HEIGHT * scale;
  const pen = whole.getContext('2d')!;
  pen.fillStyle = colours.getPropertyValue('--ground');
  pen.fillRect(0, 0, whole.width, whole.height);
  pen.drawImage(picture, 0, 0);
  pen.fillStyle = colours.getPropertyValue('--text-soft');
  pen.font = `${12 * scale}px ${colours.getPropertyValue('--font')}`;
  pen.textBaseline = 'middle';
  // Squeezed under a narrow picture: nothing of it may be missing.
  pen.fillText(note, 12 * scale, picture.height + (NOTE_HEIGHT * scale) / 2, whole.width - 24 * scale);
  return whole;
}

/** A PNG of the element with the note under it. Throws when the browser cannot make it. */
export async function pictureOfPage(place: HTMLElement, note: string): Promise<Blob> {
  const scale = window.devicePixelRatio || 1;
  const cssText = await loadedFonts();
  readyToCopy(place);
  const takeAway = await layMap(place);
  try {
    const backgroundColor = getComputedStyle(document.documentElement).getPropertyValue('--ground');
    const canvas = await domToCanvas(place, {
      scale,
      backgroundColor,
      filter: isShown,
      onCloneEachNode: mend,
      font: { cssText },
      features: { restoreScrollPosition: true },
    });
    const blob = await new Promise<Blob | null>((resolve) => signed(canvas, note, scale).toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('the browser made no picture');
    return blob;
  } finally {
    takeAway();
  }
}
