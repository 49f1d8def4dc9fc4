// What piles up while a page is left open: its heap and the objects of its graphics card after two thousand live frames with the map drawn, against
// those of a page that has just been opened on the same city. What the city itself has grown by, both have.
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { openPage } from '../../tests/browser/page.ts';
import { type StartedCity, startCity } from '../../tests/system/startedCity.ts';
import { buildClient } from '../buildClient.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure } from './row.ts';

const FRAMES = 2_000;
/** After these everything that comes once has come: late parts, fonts, the first vehicles. */
const WARM_UP_FRAMES = 300;
/** A second a frame, ten frames a second: the city itself hardly grows meanwhile. */
const SPEED = '10';

interface Held {
  heapBytes: number;
  /** Buffers, textures and their like that exist on the graphics card. */
  objects: number;
  bufferBytes: number;
}

/** Makes the page keep count of what it has on the graphics card. Call before it is opened. */
async function countObjects(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held = { objects: 0, bufferBytes: 0 };
    Object.assign(window, { held });
    const gl = WebGL2RenderingContext.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    const wrap = (name: string, around: (call: () => unknown, args: unknown[], context: unknown) => unknown): void => {
      const original = gl[name]!;
      gl[name] = function wrapped(...args) {
        return around(() => original.apply(this, args), args, this);
      };
    };
    const live = new WeakSet<object>();
    for (const kind of [
      'Buffer',
      'Texture',
      'Framebuffer',
      'Renderbuffer',
      'VertexArray',
      'Program',
      'Shader',
      'Query',
    ]) {
      wrap(`create${kind}`, (call) => {
        const made = call();
        if (typeof made === 'object' && made !== null) {
          live.add(made);
          held.objects += 1;
        }
        return made;
      });
      wrap(`delete${kind}`, (call, [gone]) => {
        if (typeof gone === 'object' && gone !== null && live.delete(gone)) {
          held.objects -= 1;
          held.bufferBytes -= sizes.get(gone) ?? 0;
        }
        return call();
      });
    }
    const sizes = new WeakMap<object, number>();
    const bindings = new Map<unknown, object | null>();
    wrap('bindBuffer', (call, [target, buffer]) => {
      bindings.set(target, buffer as object | null);
      return call();
    });
    wrap('bufferData', (call, [target, data]) => {
      const buffer = bindings.get(target);
      const size = typeof data === 'number' ? data : ((data as ArrayBufferView | null)?.byteLength ?? 0);
      if (buffer) {
        held.bufferBytes += size - (sizes.get(buffer) ?? 0);
        sizes.set(buffer, size);
      }
      return call();
    });
  });
}

/** A page of its own on the city, counted from its first moment. */
async function openCounted(browser: Browser, url: string) {
  const { page } = await openPage(browser, 'about:blank', { viewport: { width: 1100, height: 640 } });
  await countObjects(page);
  await page.goto(url);
  await page.locator('.maplibregl-canvas').waitFor();
  const session = await page.context().newCDPSession(page);
  const tick = async (): Promise<number> => Number(await page.getByTestId('now-marker').getAttribute('data-tick'));
  return {
    /** Resolves when so many frames have been shown since now. */
    async frames(count: number): Promise<void> {
      const end = (await tick()) + count;
      while ((await tick()) < end) await page.waitForTimeout(500);
    },
    async held(): Promise<Held> {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const gpu = await page.evaluate(() => (window as unknown as { held: Omit<Held, 'heapBytes'> }).held);
      if (gpu.objects === 0) throw new Error('nothing was counted on the graphics card');
      return { heapBytes: usedSize, ...gpu };
    },
  };
}

async function measure(city: StartedCity): Promise<{ old: Held; fresh: Held }> {
  const browser = await launchChromium();
  try {
    const old = await openCounted(browser, city.url);
    await old.frames(FRAMES);
    const fresh = await openCounted(browser, city.url);
    await fresh.frames(WARM_UP_FRAMES);
    return { old: await old.held(), fresh: await fresh.held() };
  } finally {
    await browser.close();
  }
}

const megabytes = (bytes: number): string => `${figure(bytes / 1e6)} MB`;

export async function growthRows(): Promise<BenchRow[]> {
  await buildClient();
  const city = await startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', SPEED]);
  try {
    const { old, fresh } = await measure(city);
    return [
      benchRow({
        name: `heap of a page after ${FRAMES} live frames, the map drawn`,
        measured: megabytes(old.heapBytes),
        baseline: `${megabytes(fresh.heapBytes)} of a page just opened`,
        ratio: old.heapBytes / fresh.heapBytes,
        budget: { atMost: 1.05 },
      }),
      benchRow({
        name: 'objects on the graphics card after them',
        measured: `${old.objects}; buffers ${megabytes(old.bufferBytes)}`,
        baseline: `${fresh.objects} of a page just opened; buffers ${megabytes(fresh.bufferBytes)}`,
        ratio: Math.max(old.objects / fresh.objects, old.bufferBytes / fresh.bufferBytes),
        budget: { atMost: 1.05 },
      }),
    ];
  } finally {
    await city.stop();
  }
}
