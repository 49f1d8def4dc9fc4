// Finding and arranging, as a person does it: the palette, a region over the screen, a sized column, a saved view, a table to take away.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import { launchWithoutMap } from './chromium.ts';
import { openPage, textOf } from './page.ts';

describe('a viewer who looks for something', () => {
  let browser: Browser;
  let city: StartedCity;
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    [browser, city] = await Promise.all([launchWithoutMap(), startCity(['--seed', '7', '--speed', '60'])]);
    ({ page, problems } = await openPage(browser, `${city.url}/?lang=en`));
  });
  afterAll(async () => {
    await browser.close();
    await city.stop();
  });
  const parameter = (name: string): string | null => new URL(page.url()).searchParams.get(name);

  test('finds a town by its initials with the keyboard alone', async () => {
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette-input').fill('xjz');
    await page.getByTestId('found-area:310118106').waitFor();
    await page.getByTestId('palette-input').fill('徐泾');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page, 'breadcrumb')).toContain('Xujing');
    expect(parameter('area')).toBe('310118106');
  });

  test('gives a command by its name, and finds what was chosen again at once', async () => {
    await page.getByTestId('find-button').click();
    await page.getByTestId('palette-input').fill('change the look');
    await page.keyboard.press('Enter');
    await expect.poll(() => parameter('look')).toBe('calm');
    await page.keyboard.press('Control+k');
    await page.getByTestId('found-area:310118106').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('palette').waitFor({ state: 'detached' });
  });

  test('keeps the filter of the cases in the link', async () => {
    await page.getByTestId('filter-status').selectOption('all');
    await expect.poll(() => parameter('status')).toBe('all');
  });

  test('sizes and folds a column, and finds it so after a reload', async () => {
    const width = (): Promise<number> => page.locator('.screen-work').evaluate((column) => column.clientWidth);
    await page.getByTestId('split-right').focus();
    const before = await width();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(width).toBe(before + 16);
    await page.keyboard.press('{');
    await page.reload();
    await page.getByTestId('split-right').waitFor();
    expect(await width()).toBe(before + 16);
    expect(await page.getByTestId('dimension-traffic').isVisible()).toBe(false);
    await page.keyboard.press('{');
    await page.getByTestId('dimension-traffic').waitFor({ state: 'visible' });
  });

  test('fills the screen with the list, takes it away as a table, and goes back', async () => {
    await page.getByTestId('panel-menu-work').click();
    await page.getByTestId('maximise-work').click();
    await expect.poll(() => parameter('max')).toBe('work');
    expect(await page.locator('.work').evaluate((list) => list.clientWidth / innerWidth)).toBeGreaterThan(0.95);
    await page.getByTestId('panel-menu-work').click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('csv-work').click()]);
    expect(file.suggestedFilename()).toMatch(/^onescreen-work-310118106-.*\.csv$/);
    const text = await readFile((await file.path())!, 'utf8');
    expect(text).toContain('Id,Number,Type');
    expect(text).toContain('simulated data');
    await page.keyboard.press('Escape');
    await expect.poll(() => parameter('max')).toBeNull();
  });

  test('saves a view, goes elsewhere, and opens it again', async () => {
    await page.keyboard.press('v');
    await page.getByTestId('view-name').fill('My town');
    await page.getByTestId('view-save').click();
    await page.getByTestId('view-row').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('breadcrumb-city').click();
    await expect.poll(() => parameter('area')).toBeNull();
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette-input').fill('my town');
    await page.keyboard.press('Enter');
    await expect.poll(() => parameter('area')).toBe('310118106');
    expect(parameter('status')).toBe('all');
  });

  test('deletes the view and brings it back', async () => {
    await page.keyboard.press('v');
    await page.getByTestId('view-delete').click();
    await page.getByTestId('view-row').waitFor({ state: 'detached' });
    await page.getByTestId('view-undo').click();
    await page.getByTestId('view-row').waitFor();
    await page.keyboard.press('Escape');
  });

  test('has met no error on the way', () => {
    expect(problems).toEqual([]);
  });
});
