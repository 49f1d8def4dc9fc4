// Draws the bars on a canvas: a run has thousands of events and the bar is drawn anew with each of them, so they are no elements of the page.
import type { DensityBar } from './densityBars.ts';

const PARTS = [1, 2, 3, 4, 5].map((priority) => `--part-${priority}`);
const MARK = 6;

type Pen = CanvasRenderingContext2D;

function octagon(pen: Pen, x: number, y: number): void {
  const [far, near] = [MARK / 2, MARK / 4.8];
  pen.beginPath();
  for (const [dx, dy] of [
    [-near, -far],
    [near, -far],
    [far, -near],
    [far, near],
    [near, far],
    [-near, far],
    [-far, near],
    [-far, -near],
  ] as const)
    pen.lineTo(x + dx, y + dy);
  pen.fill();
}
function triangle(pen: Pen, x: number, y: number): void {
  pen.beginPath();
  pen.moveTo(x, y - MARK / 2);
  pen.lineTo(x + MARK / 2, y + MARK / 2);
  pen.lineTo(x - MARK / 2, y + MARK / 2);
  pen.fill();
}

interface Bars {
  bars: readonly DensityBar[];
  /** How many cases fill the height. */
  full: number;
}
interface Colours {
  priorities: readonly string[];
  critical: string;
  warning: string;
}

/** Prepares the canvas, whose size in pixels of the page is given; what comes back draws bars on it, in the colours of its place. */
export function drawingOn(
  canvas: HTMLCanvasElement,
  { width, height, scale }: { width: number; height: number; scale: number },
): (bars: Bars) => void {
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) return () => undefined;
  pen.scale(scale, scale);
  // A token may name a colour of the system or a mixture; as the colour of an element it is one that a canvas knows too. Asking for a style
  // makes the page reckon all of them: not with every drawing.
  const colourOf = (token: string): string => {
    canvas.style.color = `var(${token})`;
    return getComputedStyle(canvas).color;
  };
  const colours = {
    priorities: PARTS.map(colourOf),
    critical: colourOf('--critical'),
    warning: colourOf('--warning'),
  };
  return (bars) => {
    pen.clearRect(0, 0, width, height);
    drawBars(pen, { width, height }, bars, colours);
  };
}

function drawBars(
  pen: Pen,
  { width, height }: { width: number; height: number },
  { bars, full }: Bars,
  { priorities, critical, warning }: Colours,
): void {
  const step = width / bars.length;
  const room = height - MARK - 4;
  bars.forEach(({ cases, criticals, warnings }, at) => {
    const x = at * step;
    let y = height;
    cases.forEach((count, priority) => {
      const tall = (count / full) * room;
      if (tall === 0) return;
      y -= tall;
      pen.fillStyle = priorities[priority]!;
      pen.fillRect(x, y, Math.max(1, step - 1), tall);
    });
    const top = Math.max(MARK / 2 + 1, y - MARK / 2 - 2);
    if (criticals > 0) {
      pen.fillStyle = critical;
      octagon(pen, x + step / 2, top);
    } else if (warnings > 0) {
      pen.fillStyle = warning;
      triangle(pen, x + step / 2, top);
    }
  });
}
