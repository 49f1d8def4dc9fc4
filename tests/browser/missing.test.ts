// A piece of the program cannot be fetched: the screen says so where it is missing, all else works, and it comes when it is tried again.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import { launchWithoutMap } from './chromium.ts';
import { openPage } from './page.ts';

let browser: Browser;
let city: StartedCity;
beforeAll(async () => {
  browser = await launchWithoutMap();
  city = await startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', '20']);
});
afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** A page of the city for which the piece cannot be fetched; `give` lets it be fetched. */
async function openWithout(piece: string, query: string): Promise<{ page: Page; give: () => Promise<void> }> {
  const { page } = await openPage(browser, 'about:blank');
  const pieces = new RegExp(`/assets/${piece}-[\\w-]+\\.js$`);
  await page.route(pieces, (route) => route.abort());
  await page.goto(`${city.url}/?lang=en&${query}`);
  return { page, give: () => page.unroute(pieces) };
}

const isPage = ({ pathname }: URL): boolean => pathname === '/';

describe('a part that does not come', () => {
  test.each([
    { what: 'the list of cases', piece: 'CaseList', query: '', says: 'panel-failed', comes: 'case-list' },
    { what: 'the open case', piece: 'OpenCase', query: 'case=C99999', says: 'panel-failed', comes: 'past-missing' },
    { what: 'the map', piece: 'MapView', query: '', says: 'map-failed', comes: 'map-unavailable' },
    { what: 'the boards', piece: 'Board', query: 'board=kpis', says: 'board-failed', comes: 'kpi-filing-rate' },
    { what: 'one board', piece: 'RunsBoard', query: 'board=runs', says: 'panel-failed', comes: 'runs-table' },
  ])('$what says so in its place and comes with the next try', async ({ piece, query, says, comes }) => {
    const { page, give } = await openWithout(piece, query);
    const again = page.getByTestId(says).getByTestId('retry');
    await again.waitFor();
    // The numbers go on meanwhile.
    await page.getByTestId('pulse').filter({ hasText: /\d/ }).waitFor();
    await give();
    await again.click();
    await page.getByTestId(comes).first().waitFor();
    expect(await page.getByTestId(says).count()).toBe(0);
    await page.close();
  });

  test('does not give up the page while nobody answers for it', async () => {
    const { page } = await openWithout('CaseList', '');
    await page.getByTestId('retry').waitFor();
    await page.evaluate(() => Object.assign(window, { isKept: true }));
    await page.route(isPage, (route) => route.abort());
    const unanswered = page.waitForEvent('requestfailed', (request) => isPage(new URL(request.url())));
    await page.getByTestId('retry').click();
    await unanswered;
    expect(await page.evaluate(() => 'isKept' in window)).toBe(true);
    await page.getByTestId('retry').waitFor();
    await page.close();
  });

  test('and has no place says so at the foot of the screen', async () => {
    const { page, give } = await openWithout('finding', '');
    await page.getByTestId('notice').getByText('A part of the screen could not be loaded').waitFor();
    await give();
    await page.getByTestId('notice-again').click();
    await page.getByTestId('screen-tools').click();
    await page.getByTestId('tool-views').waitFor();
    expect(await page.getByTestId('notice').count()).toBe(0);
    await page.close();
  });

  test('of the past leaves the way back to the live moment open', async () => {
    const { page, give } = await openWithout('openDirector', '');
    const mode = (word: string) => page.locator(`[data-testid="mode"][data-mode="${word}"]`).waitFor();
    await mode('live');
    await page.keyboard.press('Home');
    await page.getByTestId('replay-trouble').waitFor();
    await page.keyboard.press('l');
    await mode('live');
    await page.keyboard.press('Home');
    await page.getByTestId('replay-trouble').waitFor();
    await give();
    await page.getByTestId('replay-trouble').getByRole('button').first().click();
    await mode('replay');
    await page.getByTestId('replay-trouble').waitFor({ state: 'detached' });
    await page.close();
  });
});
