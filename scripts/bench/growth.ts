// What piles up while a page is left open: its heap and the objects of its graphics card, over two thousand live frames with the map drawn.
import type { Page } from 'playwright-core';
import { launchChromium } from '../../tests/browser/chromium.ts';
import { type StartedCity, startCity } from '../../tests/system/startedCity.ts';
import { buildClient } from '../buildClient.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure } from './row.ts';

const FRAMES = 2_000;
/** Before these everything that comes once has come: late parts, fonts, the first vehicles. */
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

async function measure(city: StartedCity): Promise<{ before: Held; after: Held; most: number }> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 640 } });
    await countObjects(page);
    await page.goto(city.url);
    await page.locator('.maplibregl-canvas').waitFor();
    const session = await page.context().newCDPSession(page);
    const tickOf = async (): Promise<number> => Number(await page.getByTestId('now-marker').getAttribute('data-tick'));
    const held = async (): Promise<Held> => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const gpu = await page.evaluate(() => (window as unknown as { held: Omit<Held, 'heapBytes'> }).held);
      return { heapBytes: usedSize, ...gpu };
    };
    const from = await tickOf();
    while ((await tickOf()) < from + WARM_UP_FRAMES) await page.waitForTimeout(500);
    const before = await held();
    let most = before.objects;
    while ((await tickOf()) < from + WARM_UP_FRAMES + FRAMES) {
      await page.waitForTimeout(5_000);
      most = Math.max(most, (await held()).objects);
    }
    return { before, after: await held(), most };
  } finally {
    await browser.close();
  }
}

const megabytes = (bytes: number): string => `${figure(bytes / 1e6)} MB`;

export async function growthRows(): Promise<BenchRow[]> {
  await buildClient();
  const city = await startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', SPEED]);
  try {
    const { before, after, most } = await measure(city);
    return [
      benchRow({
        name: `heap of the page after ${FRAMES} live frames, the map drawn`,
        measured: megabytes(after.heapBytes),
        baseline: `${megabytes(before.heapBytes)} before them`,
        ratio: after.heapBytes / before.heapBytes,
        budget: { atMost: 1.05 },
      }),
      benchRow({
        name: 'objects on the graphics card after them',
        measured: `${after.objects}, at most ${most}; buffers ${megabytes(after.bufferBytes)}`,
        baseline: `${before.objects} before them; buffers ${megabytes(before.bufferBytes)}`,
        ratio: after.objects / before.objects,
        budget: { atMost: 1.05 },
      }),
    ];
  } finally {
    await city.stop();
  }
}
