// The bars of the time bar, drawn anew when something happened and when there is another room for them.
import type { JSX } from 'react';
import { useEffect, useRef, useState } from 'react';
import { whileSeen } from '../store/index.ts';
import { useMoments } from '../store/moments.ts';
import { densityBars } from './densityBars.ts';
import { drawingOn } from './densityPicture.ts';

/** Width of a bar with its gap, pixels. */
const BAR_PIXELS = 5;

/** Its colours are those of the look in which it was put on the page: give it the look as its key. */
export function DensityCanvas({ end, label }: { end: number; label: string }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const { width } = size;
    if (canvas.current === null || width === 0) return;
    const draw = drawingOn(canvas.current, { ...size, scale: window.devicePixelRatio });
    const count = Math.max(1, Math.floor(width / BAR_PIXELS));
    const redraw = (): void => draw(densityBars(useMoments.getState().columns, end, count));
    redraw();
    return whileSeen(useMoments.subscribe)(redraw);
  }, [size, end]);
  return <canvas ref={canvas} className="track-density" role="img" aria-label={label} />;
}
