// What a live frame costs the page: its script for each frame of the live city, every panel on the screen, in a real browser. Drawing the map is not
// in it, since there is no graphics card here; its own work is in map.ts.
import { launchWithoutMap } from '../../tests/browser/chromium.ts';
import { openPage } from '../../tests/browser/page.ts';
import { startCity } from '../../tests/system/startedCity.ts';
import { buildClient } from '../buildClient.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure, median } from './row.ts';

const FRAMES = 300;
const BUDGET_MS = 4;
/** What the page calls when it shows another second. */
const BELL = 'frameShown';

export async function frameRows(): Promise<BenchRow[]> {
  await buildClient();
  const city = await startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', '60']);
  const browser = await launchWithoutMap();
  try {
    const { page } = await openPage(browser, city.url);
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLElement>('[data-testid="now-marker"]')?.dataset.tick) > 300,
    );
    const session = await page.context().newCDPSession(page);
    // The processor's time, not the wall's: the city, its platform and the browser's other parts share the machine with the page.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const scriptMs = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
    };
    // One observer that rings a bell: what the measuring itself does in the page is as little as can be.
    await session.send('Runtime.addBinding', { name: BELL });
    const took: number[] = [];
    const measured = new Promise<void>((resolve) => {
      let before: number | null = null;
      session.on('Runtime.bindingCalled', async () => {
        const now = await scriptMs();
        if (before !== null) took.push(now - before);
        before = now;
        if (took.length >= FRAMES) resolve();
      });
    });
    await page.evaluate((bell) => {
      const ring = (window as unknown as Record<string, (nothing: string) => void>)[bell]!;
      const marker = document.querySelector('[data-testid="now-marker"]')!;
      new MutationObserver(() => ring('')).observe(marker, { attributes: true, attributeFilter: ['data-tick'] });
    }, BELL);
    await measured;
    took.length = FRAMES;
    const p95 = took.sort((a, b) => a - b)[Math.floor(FRAMES * 0.95)]!;
    return [
      benchRow({
        name: `script of the page for a live frame at 60×, p95 of ${FRAMES}`,
        measured: `${figure(p95)} ms, median ${figure(median(took))}`,
        baseline: `${BUDGET_MS} ms, the budget itself: what a person waits for does not shrink with the machine`,
        ratio: p95 / BUDGET_MS,
        budget: { atMost: 1 },
      }),
    ];
  } finally {
    await browser.close();
    await city.stop();
  }
}
