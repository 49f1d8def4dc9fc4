// The README's pictures: the live screen on the day of the ten AI scenes with one case followed, the wall of its cameras,
// and a storm compared with what another dispatch policy would have made of it. Run: npx tsx scripts/generate/screens.ts [xujing] [comparison]
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { findAutomaticCase } from '../../tests/browser/automaticCase.ts';
import { launchChromium, launchWithoutMap } from '../../tests/browser/chromium.ts';
import { callGuide } from '../../tests/browser/tour/guide.ts';
import { standCity } from '../../tests/browser/tour/standingCity.ts';
import { type Setting, views } from '../../tests/browser/tour/views.ts';
import { startCity } from '../../tests/system/startedCity.ts';
import { buildClient } from '../buildClient.ts';
import { projectRoot } from '../run.ts';

const folder = path.join(projectRoot, 'docs/screens');
const keep = (page: Page, name: string) => page.screenshot({ path: path.join(folder, `${name}.png`) });

/** The loop closes a case by itself while the map is drawn; then the wall. */
async function xujing(): Promise<void> {
  const followed = await findAutomaticCase('xujing-day', 7, 3);
  const city = await startCity(['--scenario', 'xujing-day', '--seed', '7', '--speed', '60']);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    page.setDefaultTimeout(300_000);
    await page.goto(`${city.operatorUrl.replace('/#', `/?case=${followed.id}&open=traffic#`)}`);
    await page.waitForFunction(
      () => document.querySelector('[data-testid="step-checked"]')?.getAttribute('data-state') === 'done',
    );
    await keep(page, 'live');
    await page.keyboard.press('p');
    await page.goto(`${city.url}/?board=wall`);
    await page.getByTestId('wall-case').first().waitFor();
    // Each camera is drawn when its turn comes.
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLCanvasElement>('[data-testid="scene-canvas"]')].every((canvas) => {
        const pixel = canvas.getContext('2d')?.getImageData(canvas.width >> 1, canvas.height - 4, 1, 1).data;
        return pixel !== undefined && pixel[3]! > 0;
      }),
    );
    await keep(page, 'wall');
  } finally {
    await browser.close();
    await city.stop();
  }
}

/** Without the map: it would lie under the board. */
async function comparison(): Promise<void> {
  const browser = await launchWithoutMap();
  const city = await standCity(browser);
  const guide = await callGuide(browser, city);
  const setting: Setting = { size: { width: 1920, height: 1080 }, look: 'show', language: 'en' };
  try {
    await guide.show(views.find(({ name }) => name === 'compare')!, setting);
    // The branch runs as fast as it can: until it has come as far as its parent.
    await guide.page.locator('.compare-said').filter({ hasNotText: 'so far' }).waitFor({ timeout: 120_000 });
    // Both find the same, whoever is sent; so the table is of one second when these two are equal.
    await guide.page.waitForFunction(() => {
      const row = document.querySelector('[data-testid="change-row"][data-id="found"]');
      const [a, b] = ['a', 'b'].map((side) =>
        row?.querySelector(`[data-testid="change-${side}"]`)?.textContent?.trim(),
      );
      return a !== undefined && a === b;
    });
    await keep(guide.page, 'compare');
  } finally {
    await browser.close();
    await city.started.stop();
  }
}

await mkdir(folder, { recursive: true });
await buildClient();
const scenes = { xujing, comparison };
const wanted = process.argv.slice(2);
for (const [name, take] of Object.entries(scenes)) if (wanted.length === 0 || wanted.includes(name)) await take();
