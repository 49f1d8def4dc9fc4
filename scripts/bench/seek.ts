// What a viewer of the past waits for: a seek to any second of a recorded run, and scrubbing inside a segment that is there; in a real browser, against a server of this machine. The page's own scripts are counted, not the drawing, which has no graphics card here.

import { createRandom } from '@onescreen/shared/random';
import type { CDPSession, Page } from 'playwright-core';
import { launchWithoutMap } from '../../tests/browser/chromium.ts';
import { openPage } from '../../tests/browser/page.ts';
import { type StartedCity, startCity } from '../../tests/system/startedCity.ts';
import { buildClient } from '../buildClient.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure } from './row.ts';

const SEEKS = 500;
const SCRUBS = 150;
const RECORDED_TICKS = 4000;
/** First tick of the segment that is scrubbed in. */
const SCRUBBED_SEGMENT = 2100;
const SEEK_BUDGET_MS = 150;
const SCRUB_BUDGET_MS = 16;

const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? Number.NaN;

const tickOf = async (page: Page): Promise<number> =>
  Number(await page.getByTestId('now-marker').getAttribute('data-tick'));

async function untilTick(page: Page, least: number): Promise<void> {
  while ((await tickOf(page)) < least) await page.waitForTimeout(250);
}

/**
 * Milliseconds from the pointer on the time bar until the numbers of that second are in the store, for each tick. The playhead's mark says
 * which second the store holds; none of the ticks may be the one before.
 */
const seekTimes = (page: Page, ticks: readonly number[]): Promise<number[]> =>
  page.evaluate(async (wanted) => {
    const area = document.querySelector<HTMLElement>('.track-area')!;
    const marker = document.querySelector<HTMLElement>('[data-testid="now-marker"]')!;
    const took: number[] = [];
    for (const tick of wanted) {
      const { left, width, top } = area.getBoundingClientRect();
      const point = {
        clientX: left + width * (tick / Number(area.dataset.end)),
        clientY: top + 40,
        bubbles: true,
        button: 0,
        pointerId: 1,
      };
      const before = marker.dataset.tick;
      const arrived = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (marker.dataset.tick === before) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(marker, { attributes: true, attributeFilter: ['data-tick'] });
      });
      const fromMs = performance.now();
      area.dispatchEvent(new PointerEvent('pointerdown', point));
      area.dispatchEvent(new PointerEvent('pointerup', point));
      await arrived;
      took.push(performance.now() - fromMs);
    }
    return took;
  }, ticks);

/** Seconds of script of the page so far. */
async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
}

/** Milliseconds of script for each of `ticks`, one after the other. */
async function scrubTimes(page: Page, ticks: readonly number[]): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const took: number[] = [];
  for (const tick of ticks) {
    const before = await scriptSeconds(session);
    await seekTimes(page, [tick]);
    await page.waitForTimeout(30);
    took.push(((await scriptSeconds(session)) - before) * 1000);
  }
  return took;
}

async function recorded(): Promise<StartedCity> {
  await buildClient();
  return startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', '600']);
}

export async function seekRows(): Promise<BenchRow[]> {
  const city = await recorded();
  const browser = await launchWithoutMap();
  try {
    const { page } = await openPage(browser, city.operatorUrl);
    await page.getByTestId('now-marker').waitFor();
    await untilTick(page, RECORDED_TICKS);
    await page.keyboard.press('p');
    await page.waitForTimeout(1500);
    await page.keyboard.press('Home');
    while ((await tickOf(page)) !== 0) await page.waitForTimeout(100);
    const random = createRandom(1, 'seek bench');
    /** Another tick each time, between two. */
    const places = (count: number, from: number, to: number): number[] => {
      const found = [from];
      while (found.length <= count) {
        const tick = from + random.whole(to - from);
        if (Math.abs(tick - found.at(-1)!) > 5) found.push(tick);
      }
      return found.slice(1);
    };
    const seeks = await seekTimes(page, places(SEEKS, 0, RECORDED_TICKS));
    // One segment, which the first of them fetches.
    const scrubs = await scrubTimes(page, places(SCRUBS + 1, SCRUBBED_SEGMENT, SCRUBBED_SEGMENT + 290));
    const row = (name: string, ms: number, budget: number, what: string): BenchRow =>
      benchRow({
        name,
        measured: `${figure(ms)} ms, ${what}`,
        baseline: `${budget} ms, the budget itself: what a person waits for does not shrink with the machine`,
        ratio: ms / budget,
        budget: { atMost: 1 },
      });
    return [
      row(
        `a seek to any second, p95 of ${SEEKS}`,
        percentile(seeks, 0.95),
        SEEK_BUDGET_MS,
        `median ${figure(percentile(seeks, 0.5))}`,
      ),
      row(
        'scrubbing inside a segment, script of the page, p95',
        percentile(scrubs.slice(1), 0.95),
        SCRUB_BUDGET_MS,
        `median ${figure(percentile(scrubs.slice(1), 0.5))}`,
      ),
    ];
  } finally {
    await browser.close();
    await city.stop();
  }
}
