// Alarms in a real browser: an operator opens one, follows its chain, shelves it; the board says how the alarms are; the card behind a number leads
// to the moment it rang.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import { launchWithoutMap } from './chromium.ts';
import { openPage, textOf } from './page.ts';

const WAIT = { timeout: 120_000 };

let browser: Browser;
let city: StartedCity;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await launchWithoutMap();
  city = await startCity(['--scenario', 'cloudburst', '--seed', '7', '--speed', '600']);
  ({ page, problems } = await openPage(browser, city.operatorUrl));
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const tickOf = async (): Promise<number> => Number(await page.getByTestId('now-marker').getAttribute('data-tick'));
const firstRow = () => page.getByTestId('alarm-row').first();

test('an alarm shows its two bits apart, and opens to its limits and its chain', async () => {
  await expect.poll(() => page.getByTestId('pause').isEnabled(), WAIT).toBe(true);
  await expect.poll(tickOf, WAIT).toBeGreaterThan(2400);
  // Slow enough that the machine has time for the screen.
  await page.getByTestId('speed-60').click();
  await page.getByTestId('tab-alarms').click();
  await firstRow().waitFor();
  expect(await firstRow().getByTestId('alarm-bits').innerText()).toMatch(/生效\s*未确认/);
  expect(await firstRow().innerText()).toContain('首发');
  await firstRow().getByTestId('alarm-toggle').click();
  const chain = page.getByTestId('alarm-chain');
  await expect.poll(() => chain.locator('li').count(), WAIT).toBeGreaterThan(2);
  expect(await chain.locator('li').nth(1).innerText()).toMatch(/^\+\d+ [秒分]/);
});

test('it is shelved for a reason and a while, stands apart, and is taken back', async () => {
  const alarm = (await firstRow().getAttribute('data-alarm'))!;
  const mine = page.locator(`[data-alarm="${alarm}"]`);
  await page.getByTestId('alarm-shelve').click();
  expect(await page.getByTestId('shelf-send').isDisabled()).toBe(true);
  await page.getByTestId('shelf-reason').selectOption('works-planned');
  await page.getByTestId('shelf-minutes').selectOption('480');
  await page.getByTestId('shelf-send').click();
  await page.getByTestId('alarms-shelved').locator(mine).waitFor();
  expect(await mine.getByTestId('alarm-shelf').innerText()).toMatch(/搁置至 \d\d:\d\d.*计划内施工/s);
  await page.getByTestId('alarm-unshelve').click();
  await page.getByTestId('alarms-shelved').waitFor({ state: 'detached' });
  expect(await mine.getByTestId('alarm-bits').innerText()).toContain('未确认');
});

test('the board compares the alarms with the published targets', async () => {
  await page.getByTestId('boards-button').click();
  await page.getByTestId('boards-menu-alarms').click();
  await page.getByTestId('alarm-health').waitFor();
  expect(await page.locator('.target-tile').count()).toBe(5);
  // A cloudburst floods the console.
  expect(await textOf(page, 'target-flood')).toContain('未达标');
  expect(await textOf(page, 'target-chattering')).toContain('达标');
  await page.getByTestId('board-close').click();
});

test('the card behind a number is read with the keys, and its alarm leads to the moment it rang', async () => {
  await page.locator('.weather-item').nth(1).click();
  const chart = page.getByTestId('card-chart');
  await chart.focus();
  const newest = await textOf(page, 'card-readout');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => textOf(page, 'card-readout'), WAIT).not.toBe(newest);
  expect(await chart.getAttribute('aria-valuetext')).toBe(await textOf(page, 'card-readout'));
  const before = await tickOf();
  await page.getByTestId('came-alarm').last().click();
  await expect.poll(() => page.getByTestId('mode').getAttribute('data-mode'), WAIT).toBe('replay');
  await expect.poll(tickOf, WAIT).toBeLessThan(before);
});

test('the sound is muted until it is asked for, and the choice is remembered', async () => {
  const choice = () => page.getByTestId('alarm-sound').getAttribute('data-choice');
  expect(await choice()).toBe('off');
  await page.getByTestId('alarm-sound').click();
  expect(await choice()).toBe('live');
  await page.reload();
  await expect.poll(choice, WAIT).toBe('live');
  expect(problems).toEqual([]);
});
