// "What if" as somebody new would ask it: a branch from a second of the storm under another policy, read beside its parent; and a recording
// taken out as a file, deleted, and brought in again.
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runToFile } from '../../scripts/headless/runCommand.ts';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import { launchWithoutMap } from './chromium.ts';
import { openPage, textOf } from './page.ts';

const WAIT = { timeout: 120_000 };
const FORK = 600;
const file = path.join(tmpdir(), `onescreen-what-if-${process.pid}.onescreen`);

let browser: Browser;
let city: StartedCity;
let page: Page;
let problems: string[];
let parent: string;

beforeAll(async () => {
  await runToFile({ scenario: 'gas-dig', seed: 3, hours: 0.5, density: 1, policy: 'nearest', out: file });
  browser = await launchWithoutMap();
  city = await startCity(['--scenario', 'cloudburst', '--seed', '7', '--speed', '600', '--policy', 'nearest']);
  ({ page, problems } = await openPage(browser, city.operatorUrl));
});
afterAll(async () => {
  await browser.close();
  await city.stop();
  await rm(file, { force: true });
});

const tickOf = async (of = page): Promise<number> =>
  Number(await of.getByTestId('now-marker').getAttribute('data-tick'));
const lineOf = (run: string) => page.locator(`[data-testid="run-line"][data-run="${run}"]`);
const textIn = (within: Locator, testId: string): Promise<string> => within.getByTestId(testId).innerText();
async function openRuns(): Promise<void> {
  await page.keyboard.press('b');
  await page.getByTestId('board-tab-runs').click();
  await page.getByTestId('run-line').first().waitFor();
}

describe('a branch', () => {
  test('begins at the second of the playhead, with another policy, and runs beside the stage', async () => {
    await expect.poll(() => tickOf(), WAIT).toBeGreaterThan(2 * FORK);
    await page.keyboard.press('p');
    await expect.poll(() => page.getByTestId('mode').getAttribute('data-mode'), WAIT).toBe('paused');
    const live = new URL(page.url());
    live.searchParams.set('t', String(FORK));
    parent = ((await (await fetch(`${city.url}/api/runs`)).json()) as { current: string }).current;
    live.searchParams.set('run', parent);
    await page.goto(live.href);
    await expect.poll(() => tickOf(), WAIT).toBe(FORK);
    await openRuns();
    await lineOf(parent).getByTestId('run-branch').click();
    await page.getByTestId('branch-dialog').waitFor();
    expect(await textOf(page, 'branch-dialog')).toContain('没有任何改动');
    await page.getByTestId('branch-policy').selectOption('batch');
    await page.getByTestId('branch-until').selectOption('1');
    await page.getByTestId('branch-start').click();
    await page.getByTestId('branch-dialog').waitFor({ state: 'detached' });
    const branch = lineOf(`${parent}-b1`);
    await branch.waitFor();
    expect(await branch.innerText()).toMatch(/分支自.*批量/s);
  });

  test('stands on the time bar of its parent, where it left it', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByTestId('branch-mark').count(), WAIT).toBe(1);
    expect(await page.getByTestId('branch-mark').getAttribute('aria-label')).toContain('16:40:00');
  });

  test('ends where it was told to', async () => {
    const ended = async (): Promise<unknown> => {
      const { runs } = (await (await fetch(`${city.url}/api/runs`)).json()) as {
        runs: { run: string; state: string; lastTick: number }[];
      };
      const { state, lastTick } = runs.find(({ run }) => run === `${parent}-b1`)!;
      // With the step that the hour lies in.
      return { state, hours: Math.round((lastTick - FORK) / 36) / 100 };
    };
    await expect.poll(ended, WAIT).toEqual({ state: 'stopped', hours: 1 });
  });

  test('is compared with its parent on one time axis: the same up to the fork, other figures after it', async () => {
    await openRuns();
    await lineOf(`${parent}-b1`).getByTestId('run-compare').click();
    await page.getByTestId('change-table').waitFor();
    expect(await textOf(page, 'compare')).toContain('16:40:00');
    await page.keyboard.press('End');
    await page.locator('[data-testid="change-row"][data-id="dispatched"]').waitFor();
    await expect
      .poll(() => page.locator('[data-testid="change-row"]:not([data-verdict="same"])').count(), WAIT)
      .toBeGreaterThan(0);
    // What was found is nearly the same, whoever is sent.
    const found = page.locator('[data-testid="change-row"][data-id="found"]');
    const apart = async (): Promise<number> =>
      Math.abs(Number(await textIn(found, 'change-a')) - Number(await textIn(found, 'change-b')));
    await expect.poll(apart, WAIT).toBeLessThan(6);
    await page.getByTestId('compare-lines').click();
    await page.getByTestId('compare-line').waitFor();
    await page.getByTestId('compare-cases').click();
    await expect.poll(() => page.getByTestId('first-difference').count(), WAIT).toBeGreaterThan(0);
    await page.getByTestId('compare-stop').click();
    await page.getByTestId('compare-other').waitFor();
  });
});

describe('a recording as a file', () => {
  test('is brought in, and is then a run like the others', async () => {
    await page.getByTestId('board-tab-runs').click();
    await page.getByTestId('runs-import-file').setInputFiles(file);
    await page.locator('[data-testid="import-state"][data-state="done"]').waitFor();
    const line = lineOf('gas-dig-s3-headless');
    await line.waitFor();
    await line.getByTestId('run-watch').click();
    await expect.poll(() => textOf(page, 'scenario-name'), WAIT).toContain('燃气');
  });

  test('is not brought in when it is damaged, and the reason is there to read', async () => {
    const bytes = await readFile(file);
    bytes[bytes.length >> 1]! ^= 0xff;
    await openRuns();
    await page.getByTestId('runs-import-file').setInputFiles({ name: 'broken.onescreen', mimeType: '', buffer: bytes });
    const failed = page.locator('[data-testid="import-state"][data-state="failed"]');
    await failed.waitFor();
    expect(await failed.innerText()).toContain('broken.onescreen');
  });

  test('is deleted only when that is confirmed', async () => {
    const line = lineOf('gas-dig-s3-headless');
    await line.getByTestId('run-delete').click();
    await page.getByTestId('delete-dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await line.count()).toBe(1);
    await line.getByTestId('run-delete').click();
    await page.getByTestId('confirm-delete').click();
    await line.waitFor({ state: 'detached' });
  });

  test('plays in the page alone when it is dropped on it', async () => {
    await page.keyboard.press('Escape');
    const data = await page.evaluateHandle(
      (numbers) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(numbers)], 'dropped.onescreen'));
        return transfer;
      },
      [...(await readFile(file))],
    );
    for (const type of ['dragenter', 'dragover', 'drop'])
      await page.dispatchEvent('body', type, { dataTransfer: data });
    await expect.poll(() => textOf(page, 'scenario-name'), WAIT).toContain('燃气');
    // The browser itself speaks of the answer to the damaged file.
    expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
  });
});
