// What piles up while a page is left open with the map drawn: its heap and the objects of its graphics card, against what the same page held two
// thousand live frames before. A page that has just been opened would be no baseline: it has not yet compiled what it will run.
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { openPage } from '../../tests/browser/page.ts';
import { type StartedCity, startCity } from '../../tests/system/startedCity.ts';
import { buildClient } from '../buildClient.ts';
import { countedIn, countObjects, type OnCard } from './cardObjects.ts';
import { heapOf } from './heap.ts';
import type { BenchRow } from './row.ts';
import { benchRow, megabytes } from './row.ts';

const FRAMES = 2_000;
/** After these everything that comes once has come: late parts, fonts, the first vehicles, what the browser compiles of what it runs often. */
const WARM_UP_FRAMES = 700;
/** A second a frame, ten frames a second: the city itself hardly grows meanwhile. */
const SPEED = '10';

interface Held extends OnCard {
  heapBytes: number;
}

/** In the page: resolves when the marker has moved on by so many ticks. */
const untilLater = (marker: Element, ticks: number): Promise<void> =>
  new Promise((resolve) => {
    const tick = (): number => Number(marker.getAttribute('data-tick'));
    const end = tick() + ticks;
    const look = new MutationObserver(() => {
      if (tick() < end) return;
      look.disconnect();
      resolve();
    });
    look.observe(marker, { attributes: true, attributeFilter: ['data-tick'] });
  });

/** A page of its own on the city, counted from its first moment. */
async function openCounted(browser: Browser, url: string) {
  const { page } = await openPage(browser, 'about:blank', { viewport: { width: 1100, height: 640 } });
  await countObjects(page);
  await page.goto(url);
  await page.locator('.maplibregl-canvas').waitFor();
  return {
    /** Resolves when so many frames have been shown since now. Waits in the page, which a question twice a second would fill with its own script. */
    frames: (count: number): Promise<void> => page.getByTestId('now-marker').evaluate(untilLater, count),
    async held(): Promise<Held> {
      return { heapBytes: await heapOf(page), ...(await countedIn(page)) };
    },
  };
}

async function measure(city: StartedCity): Promise<{ before: Held; after: Held }> {
  const browser = await launchChromium();
  try {
    const page = await openCounted(browser, city.url);
    await page.frames(WARM_UP_FRAMES);
    const before = await page.held();
    await page.frames(FRAMES);
    return { before, after: await page.held() };
  } finally {
    await browser.close();
  }
}

export async function growthRows(): Promise<BenchRow[]> {
  await buildClient();
  const city = await startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', SPEED]);
  try {
    const { before, after } = await measure(city);
    return [
      benchRow({
        name: `heap of a page after ${FRAMES} more live frames, the map drawn`,
        measured: megabytes(after.heapBytes),
        baseline: `${megabytes(before.heapBytes)} before them`,
        ratio: after.heapBytes / before.heapBytes,
        budget: { atMost: 1.05 },
      }),
      benchRow({
        name: 'objects on the graphics card after them',
        measured: `${after.objects}; buffers ${megabytes(after.bufferBytes)}`,
        baseline: `${before.objects} before them; buffers ${megabytes(before.bufferBytes)}`,
        ratio: Math.max(after.objects / before.objects, after.bufferBytes / before.bufferBytes),
        budget: { atMost: 1.05 },
      }),
    ];
  } finally {
    await city.stop();
  }
}
