// When a page has come to rest: nothing that it asked for is on its way, and what came has been drawn.
import type { Page, Request } from 'playwright-core';

/** Returns what waits for the page's rest. What fits `unanswered` is not waited for. */
export function watchRequests(page: Page): (unanswered?: RegExp) => Promise<void> {
  const asked = new Set<Request>();
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  // Its requests went with the page before.
  page.on('framenavigated', () => asked.clear());

  return async (unanswered) => {
    const isWaited = (): boolean => [...asked].some((request) => !unanswered?.test(request.url()));
    do {
      while (isWaited()) await page.waitForTimeout(20);
      await page.evaluate(async () => {
        await document.fonts.ready;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      });
    } while (isWaited());
  };
}
