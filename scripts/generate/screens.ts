// The README's pictures: the live screen on the day of the ten AI scenes with one case followed, the wall of its cameras; and a storm that
// stands still, looked at in several ways and compared with what another dispatch policy would have made of it.
// Run: npx tsx scripts/generate/screens.ts [xujing] [storm]
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { findAutomaticCase } from '../../tests/browser/automaticCase.ts';
import { launchChromium, launchWithoutMap } from '../../tests/browser/chromium.ts';
import { callGuide, type Guide } from '../../tests/browser/tour/guide.ts';
import { mapViews } from '../../tests/browser/tour/mapViews.ts';
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

interface Picture extends Setting {
  name: string;
  /** Name of the view, one of the tour's. */
  of: string;
}
const DESK = { width: 1920, height: 1080 } as const;
const PHONE = { width: 390, height: 844 } as const;
/** What is seen of the storm, beside the comparison. */
const PICTURES: readonly Picture[] = [
  { name: 'sign', of: 'sign', size: DESK, look: 'show', language: 'zh' },
  { name: 'calm', of: 'open-case', size: DESK, look: 'calm', language: 'en' },
  { name: 'kpis', of: 'board-kpis', size: DESK, look: 'show', language: 'en' },
  { name: 'phone', of: 'cases', size: PHONE, look: 'show', language: 'zh' },
  // Last: the camera stays where it is.
  { name: 'town', of: 'map-river', size: DESK, look: 'show', language: 'zh' },
];

/** Drawn by software the map comes bit by bit: until a picture holds no more than the one before. */
async function drawn(page: Page): Promise<void> {
  const richness = async (): Promise<number> => (await page.screenshot()).length;
  let before = 0;
  for (let now = await richness(); now > before * 1.01; now = await richness()) {
    before = now;
    await page.waitForTimeout(4000);
  }
}

/** A storm that stands still: what it looks like, and what another dispatch policy would have made of it. */
async function storm(): Promise<void> {
  const browser = await launchWithoutMap();
  const drawing = await launchChromium();
  const city = await standCity(browser);
  try {
    await comparison(await callGuide(browser, city));
    const guide = await callGuide(drawing, city);
    for (const { name, of, ...setting } of PICTURES) {
      await guide.show([...views, ...mapViews].find((view) => view.name === of)!, setting);
      await drawn(guide.page);
      await keep(guide.page, name);
    }
  } finally {
    await Promise.all([browser.close(), drawing.close()]);
    await city.started.stop();
  }
}

/** Without the map: it would lie under the board. */
async function comparison(guide: Guide): Promise<void> {
  await guide.show(views.find(({ name }) => name === 'compare')!, { size: DESK, look: 'show', language: 'en' });
  // The branch runs as fast as it can: until it has come as far as its parent.
  await guide.page.locator('.compare-said').filter({ hasNotText: 'so far' }).waitFor({ timeout: 120_000 });
  // Both find the same, whoever is sent; so the table is of one second when these two are equal.
  await guide.page.waitForFunction(() => {
    const row = document.querySelector('[data-testid="change-row"][data-id="found"]');
    const [a, b] = ['a', 'b'].map((side) => row?.querySelector(`[data-testid="change-${side}"]`)?.textContent?.trim());
    return a !== undefined && a === b;
  });
  await keep(guide.page, 'compare');
}

await mkdir(folder, { recursive: true });
await buildClient();
const scenes = { xujing, storm };
const wanted = process.argv.slice(2);
for (const [name, take] of Object.entries(scenes)) if (wanted.length === 0 || wanted.includes(name)) await take();
