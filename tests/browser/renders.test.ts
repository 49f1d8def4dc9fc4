// A live city moves ten times a second: a panel in which nothing changed must have nothing to do.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import { launchWithoutMap } from './chromium.ts';
import { countRenders, rendersSince } from './renders.ts';

const COMMITS = 100;
/** Eight seconds of them: at 60× the lines and scores of the past, which are asked for on their own, have moved on too. */
const FRAMES_IN_THE_BACK = 80;

let browser: Browser;
let city: StartedCity;
beforeAll(async () => {
  [browser, city] = await Promise.all([
    launchWithoutMap(),
    startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', '60']),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** Counts how often the text of an element becomes another one from now on. */
async function countChanges(page: Page, selector: string): Promise<() => Promise<number>> {
  const counted = await page.locator(selector).evaluateHandle((element) => {
    const changes = { count: 0 };
    new MutationObserver(() => {
      changes.count += 1;
    }).observe(element, { subtree: true, childList: true, characterData: true });
    return changes;
  });
  return () => counted.evaluate(({ count }) => count);
}

test('no panel is rendered while nothing in it changes', async () => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' });
  await countRenders(page);
  await page.goto(city.url);
  await page.getByTestId('case-row').first().waitFor();
  await page.waitForLoadState('networkidle');
  const numbers = await countChanges(page, '.work-count');
  await rendersSince(page);
  await page.waitForFunction(
    (least) => (window as unknown as { renders: { commits: number } }).renders.commits >= least,
    COMMITS,
  );
  const { idle, useful } = await rendersSince(page);
  // The list's own library looks once more at which rows are in sight when their number changed; and what comes late comes once.
  const { 'panel.work': lookedAgain = 0, ...others } = idle;
  const once = Object.values(others).reduce((sum, one) => sum + one, 0);
  expect(once, JSON.stringify(others)).toBeLessThan(COMMITS / 20);
  expect(lookedAgain).toBeLessThanOrEqual(await numbers());
  // The count sees what does change.
  expect(Object.keys(useful)).toEqual(expect.arrayContaining(['header', 'time-track', 'panel.work']));
});

test('a page in the back draws nothing, and shows the newest second at once when it comes to the front', async () => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' });
  let frames = 0;
  page.on('websocket', (line) =>
    line.on('framereceived', () => {
      frames += 1;
    }),
  );
  await countRenders(page);
  await page.goto(city.url);
  await page.getByTestId('case-row').first().waitFor();
  await page.waitForLoadState('networkidle');
  const tickShown = (): Promise<number> =>
    page.evaluate(() => Number(document.querySelector<HTMLElement>('.now')!.dataset.tick));
  const turn = (visibility: 'hidden' | 'visible'): Promise<void> =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibility);
  await turn('hidden');
  await rendersSince(page);
  const [before, heard] = [await tickShown(), frames];
  await expect.poll(() => frames, { timeout: 20_000 }).toBeGreaterThan(heard + FRAMES_IN_THE_BACK);
  expect(await rendersSince(page)).toEqual({ commits: 0, idle: {}, useful: {} });
  expect(await tickShown()).toBe(before);
  await turn('visible');
  expect(await tickShown()).toBeGreaterThan(before + 60);
});
