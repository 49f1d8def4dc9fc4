// The drawing contexts of a page: how many it took, and how one is taken away from it.
import type { ElementHandle, Page } from 'playwright-core';

interface Counted {
  contextsTaken: number;
}

/** Counts from the next load on. */
export const countContexts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const counted = window as unknown as Counted;
    counted.contextsTaken = 0;
    const known = new WeakSet<object>();
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: [string]) {
      const context = getContext.apply(this, asked);
      if (asked[0] === 'webgl2' && context !== null && !known.has(context)) {
        known.add(context);
        counted.contextsTaken += 1;
      }
      return context;
    } as typeof getContext;
  });

export const contextsOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Counted).contextsTaken);

/** As a reset of the graphics card does, or one context too many in the page. */
export const loseContext = (canvas: ElementHandle): Promise<void> =>
  canvas.evaluate((lost) =>
    (lost as HTMLCanvasElement).getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext(),
  );
