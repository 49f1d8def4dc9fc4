// Keeps a canvas as fine as the place that it fills, within bounds.
import { FRAME } from './draw/lens.ts';

const WIDEST = 1280;

/** `fitted` is called at once where the size is known, and with each change. Returns what stops it. */
export function fitCanvas(canvas: HTMLCanvasElement, fitted: () => void = () => undefined): () => void {
  const watch = new ResizeObserver(([entry]) => {
    const wide = (entry?.contentRect.width ?? 0) * Math.min(2, devicePixelRatio);
    // In steps, so that a panel that is dragged does not draw every backdrop anew.
    const width = Math.min(WIDEST, Math.max(160, Math.ceil(wide / 32) * 32));
    if (wide === 0) return;
    if (canvas.width !== width) {
      canvas.width = width;
      canvas.height = Math.round((width * FRAME.height) / FRAME.width);
    }
    fitted();
  });
  watch.observe(canvas);
  return () => watch.disconnect();
}
