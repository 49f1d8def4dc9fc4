// The README's picture: the live screen on the day of the ten AI scenes, with one case followed. Run: npx tsx scripts/generate/screens.ts
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findAutomaticCase } from '../../tests/browser/automaticCase.ts';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { startCity } from '../../tests/system/startedCity.ts';
import { buildClient } from '../buildClient.ts';
import { projectRoot } from '../run.ts';

const folder = path.join(projectRoot, 'docs/screens');
await mkdir(folder, { recursive: true });
await buildClient();
const followed = await findAutomaticCase('xujing-day', 7, 3);
const city = await startCity(['--scenario', 'xujing-day', '--seed', '7', '--speed', '60']);
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  page.setDefaultTimeout(180_000);
  await page.goto(`${city.url}/?case=${followed.id}&open=traffic`);
  await page.getByTestId('step-checked').first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('[data-testid="step-checked"]')?.getAttribute('data-state') === 'done',
  );
  await page.screenshot({ path: path.join(folder, 'live.png') });
} finally {
  await browser.close();
  await city.stop();
}
