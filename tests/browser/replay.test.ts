// The playhead in a real browser: a second seen live is the same second replayed; dragging, stepping, a bookmark, and a link to send.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import { launchWithoutMap } from './chromium.ts';
import { openPage, textOf } from './page.ts';

const WAIT = { timeout: 120_000 };

let browser: Browser;
let city: StartedCity;
let page: Page;
let problems: string[];

beforeAll(async () => {
  // The map is drawn by the same machine that is measured; these tests are about the numbers.
  browser = await launchWithoutMap();
  city = await startCity(['--scenario', 'cloudburst', '--seed', '7', '--speed', '600']);
  ({ page, problems } = await openPage(browser, city.operatorUrl));
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const clock = (of = page): Promise<string> => textOf(of, 'sim-clock');
const place = (of = page): Promise<string | null> => of.getByTestId('play').getAttribute('data-place');
const tickOf = async (of = page): Promise<number> =>
  Number(await of.getByTestId('now-marker').getAttribute('data-tick'));
const mode = (of = page): Promise<string | null> => of.getByTestId('mode').getAttribute('data-mode');

/** Every number that the screen shows of the city and its cases, as text. */
const numbersOf = (of: Page): Promise<string> =>
  of.evaluate(() =>
    [
      '.dimensions',
      '.loop',
      '[data-testid="case-list"]',
      '.header-weather',
      '.pulse-number',
      '[data-testid="response"]',
    ]
      .flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)])
      .map((element) => element.innerText)
      .join('\n'),
  );

async function seekTo(part: number, of = page): Promise<void> {
  const box = await of.locator('.track-area').boundingBox();
  if (box === null) throw new Error('there is no time bar');
  await of.mouse.click(box.x + box.width * part, box.y + box.height - 10);
}

describe('the playhead', () => {
  test('shows the same numbers for a second, live and replayed', async () => {
    await expect.poll(() => page.getByTestId('pause').isEnabled(), WAIT).toBe(true);
    await expect.poll(() => tickOf(), WAIT).toBeGreaterThan(600);
    await page.keyboard.press('p');
    await expect.poll(() => mode(), WAIT).toBe('paused');
    await page.waitForTimeout(1500);
    const live = { clock: await clock(), numbers: await numbersOf(page) };
    expect(live.numbers).toMatch(/\d/);
    await seekTo(0.01);
    await expect.poll(() => mode(), WAIT).toBe('replay');
    await expect.poll(() => clock(), WAIT).not.toBe(live.clock);
    await expect.poll(() => numbersOf(page), WAIT).not.toBe(live.numbers);
    await page.keyboard.press('End');
    await expect.poll(() => clock(), WAIT).toBe(live.clock);
    expect(await numbersOf(page)).toBe(live.numbers);
  });

  test('plays at its own speed while the run stands, and stands still on a key', async () => {
    await page.keyboard.press('Home');
    await expect.poll(() => tickOf(), WAIT).toBe(0);
    await page.keyboard.press('6');
    await page.keyboard.press(' ');
    await expect.poll(() => tickOf(), WAIT).toBeGreaterThan(120);
    await page.keyboard.press(' ');
    await expect.poll(() => place(), WAIT).toBe('paused');
    await page.waitForTimeout(500);
    const stood = await tickOf();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => tickOf(), WAIT).toBe(stood - 1);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => tickOf(), WAIT).toBe(stood + 9);
  });

  test('steps from one event to the next and back', async () => {
    const from = await tickOf();
    await page.keyboard.press(']');
    await expect.poll(() => tickOf(), WAIT).toBeGreaterThan(from);
    const first = await tickOf();
    await page.keyboard.press(']');
    await expect.poll(() => tickOf(), WAIT).toBeGreaterThan(first);
    await page.keyboard.press('[');
    await expect.poll(() => tickOf(), WAIT).toBe(first);
  });

  test('says why nothing can be done to the past', async () => {
    await page.getByTestId('case-row').first().click();
    await page.getByTestId('actions').waitFor();
    await page.getByTestId('actions').locator('button').first().click({ force: true });
    expect(await textOf(page, 'action-why-not')).toContain('回放');
    await page.keyboard.press('Escape');
  });

  test('keeps a bookmark, and a copied link opens the same second in another window', async () => {
    const tick = await tickOf();
    await page.keyboard.press('m');
    await page.getByTestId('note-text').fill('第一处积水');
    await page.getByTestId('note-add').click();
    await page.getByTestId('note-mark').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url(), WAIT).toContain(`t=${tick}`);
    const other = await openPage(browser, page.url());
    await expect.poll(() => tickOf(other.page), WAIT).toBe(tick);
    expect(await clock(other.page)).toBe(await clock());
    expect(await numbersOf(other.page)).toBe(await numbersOf(page));
    await other.page.keyboard.press('End');
    await expect.poll(() => tickOf(other.page), WAIT).toBeGreaterThan(tick);
    await other.page.getByTestId('notes').click();
    await other.page.getByTestId('note-go').filter({ hasText: '第一处积水' }).click();
    await expect.poll(() => tickOf(other.page), WAIT).toBe(tick);
    expect(other.problems).toEqual([]);
    await other.page.close();
  });

  test('comes back to the live moment', async () => {
    await page.keyboard.press('l');
    await expect.poll(() => mode(), WAIT).toBe('paused');
    await expect.poll(() => page.url(), WAIT).not.toContain('run=');
    await page.keyboard.press('p');
    await expect.poll(() => mode(), WAIT).toBe('live');
    const tick = await tickOf();
    await expect.poll(() => tickOf(), WAIT).toBeGreaterThan(tick);
    expect(problems).toEqual([]);
  });
});
