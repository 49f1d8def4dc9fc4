// Counts, in a page, what exists on its graphics card: the objects, and the bytes of the buffers.
import type { Page } from 'playwright-core';

export interface OnCard {
  /** Buffers, textures and their like that exist on the graphics card. */
  objects: number;
  bufferBytes: number;
}

/** Makes the page keep count of what it has on the graphics card. Call before it is opened. */
export async function countObjects(page: Page): Promise<void> {
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

/** What the page has now. Throws when nothing was counted. */
export async function countedIn(page: Page): Promise<OnCard> {
  const counted = await page.evaluate(() => (window as unknown as { held: OnCard }).held);
  if (counted.objects === 0) throw new Error('nothing was counted on the graphics card');
  return counted;
}
