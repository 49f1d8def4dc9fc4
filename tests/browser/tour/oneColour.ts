// How parts of a page look to one who sees no hue and reads no word: shapes, weights, edges, patterns, and whether something is ground, tint or ink.
import type { Page } from 'playwright-core';

/** What is drawn of the first element that a selector finds; `classes` are given to it first, in place of its own. Throws when none is found. */
export const drawnOf = (page: Page, selector: string, classes?: string): Promise<string> =>
  page.evaluate(
    ([wanted, given]) => {
      const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      /** 0 black to 255 white; null where nothing is painted. */
      const lightOf = (colour: string): number | null => {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
        return alpha! < 20 ? null : 0.3 * red! + 0.6 * green! + 0.1 * blue!;
      };
      const ground = lightOf(getComputedStyle(document.body).backgroundColor)!;
      const inkOf = (colour: string): string => {
        const light = lightOf(colour);
        if (light === null) return '';
        const apart = Math.abs(light - ground);
        return apart < 8 ? 'ground' : apart < 90 ? 'tint' : 'ink';
      };
      const edge = (width: string, style: string, colour: string): string =>
        width === '0px' || style === 'none' ? '' : `${width} ${style} ${inkOf(colour)}`;
      const drawn = (one: Element, pseudo?: string): string => {
        const style = getComputedStyle(one, pseudo);
        if (pseudo !== undefined && style.content === 'none') return '';
        const shape = ['d', 'r', 'stroke-dasharray'].map((name) => one.getAttribute(name) ?? '').join(' ');
        const isShape = one instanceof SVGGeometryElement;
        return [
          pseudo === undefined ? shape : style.content,
          inkOf(style.backgroundColor),
          style.backgroundImage === 'none' ? '' : 'pattern',
          edge(style.borderTopWidth, style.borderTopStyle, style.borderTopColor),
          edge(style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor),
          edge(style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor),
          edge(style.outlineWidth, style.outlineStyle, style.outlineColor),
          style.boxShadow === 'none' ? '' : 'shadow',
          style.borderRadius,
          style.fontWeight,
          isShape ? `${inkOf(style.fill)} ${inkOf(style.stroke)} ${style.strokeDasharray}` : '',
        ].join('|');
      };
      const found = document.querySelector(wanted);
      if (found === null) throw new Error(`nothing is ${wanted}`);
      const own = found.getAttribute('class') ?? '';
      if (given !== undefined) found.setAttribute('class', given);
      const all = [found, ...found.querySelectorAll('*')]
        .filter((one) => one.closest('.bullet, .visually-hidden, .line-chart') === null)
        .flatMap((one) => [drawn(one), drawn(one, '::before')]);
      if (given !== undefined) found.setAttribute('class', own);
      return all.join('\n');
    },
    [selector, classes] as const,
  );

/** How light the grounds of elements are, 0 to 255, in their order. */
export const lightsOf = (page: Page, selector: string): Promise<number[]> =>
  page.locator(selector).evaluateAll((elements) => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    return elements.map((element) => {
      pen.fillStyle = getComputedStyle(element).backgroundColor;
      pen.fillRect(0, 0, 1, 1);
      return pen.getImageData(0, 0, 1, 1).data[1]!;
    });
  });

/** Texts in another colour than the system's. */
export const strangersOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const ofSystem = ['Canvas', 'CanvasText', 'Highlight', 'HighlightText', 'GrayText'].map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return [...document.body.querySelectorAll('*')]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()))
      .filter(
        (one) =>
          one.checkVisibility() &&
          one.closest('.visually-hidden') === null &&
          !ofSystem.includes(getComputedStyle(one).color),
      )
      .map((one) => `${one.className}: ${one.textContent?.slice(0, 30)}`);
  });
