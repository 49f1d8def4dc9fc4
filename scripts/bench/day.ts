// What a page holds that has been left open for a whole simulated day at 60×, against one that has just been opened on the same city at its end.
// Without the map: what piles up on the graphics card is counted frame by frame (see growth.ts).
import { launchWithoutMap } from '../../tests/browser/chromium.ts';
import { openPage } from '../../tests/browser/page.ts';
import { startCity } from '../../tests/system/startedCity.ts';
import { buildClient } from '../buildClient.ts';
import { heapOf } from './heap.ts';
import type { BenchRow } from './row.ts';
import { benchRow, megabytes } from './row.ts';

const SPEED = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;
const LOOK_MS = 1_000;

export async function dayRows(): Promise<BenchRow[]> {
  await buildClient();
  const city = await startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', String(SPEED)]);
  const browser = await launchWithoutMap();
  try {
    const { page } = await openPage(browser, city.url);
    const now = page.getByTestId('now-marker');
    const byHour: number[] = [];
    for (let hour = 1; hour * HOUR < DAY; hour++) {
      while (Number(await now.getAttribute('data-tick')) < hour * HOUR) await page.waitForTimeout(LOOK_MS);
      byHour.push(await heapOf(page));
      console.error(`hour ${hour}: the page holds ${megabytes(byHour.at(-1)!)}`);
    }
    const { page: fresh } = await openPage(browser, city.url);
    await fresh.getByTestId('case-row').first().waitFor();
    await fresh.waitForLoadState('networkidle');
    const [held, least] = [await heapOf(page), await heapOf(fresh)];
    return [
      benchRow({
        name: `heap of a page after a simulated day at ${SPEED}×`,
        measured: `${megabytes(held)}; at its largest ${megabytes(Math.max(...byHour))}`,
        baseline: `${megabytes(least)} of a page just opened`,
        ratio: held / least,
        budget: { atMost: 1.1 },
      }),
    ];
  } finally {
    await browser.close();
    await city.stop();
  }
}
