// Marks for cases and units, drawn once into one atlas. White on nothing: layers give the colour.

export type MarkShape = 'circle' | 'square' | 'triangle' | 'arrow' | 'ring';

const CELL = 64;
const SHAPES: readonly MarkShape[] = ['circle', 'square', 'triangle', 'arrow', 'ring'];

interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  beginPath(): void;
  closePath(): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(): void;
  stroke(): void;
}

/** deck.gl's icon mapping for the atlas. */
export const markMapping: Readonly<
  Record<MarkShape, { x: number; y: number; width: number; height: number; mask: true }>
> = Object.fromEntries(
  SHAPES.map((shape, i) => [shape, { x: i * CELL, y: 0, width: CELL, height: CELL, mask: true }]),
) as never;

function polygon(pen: Pen, points: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  pen.closePath();
  pen.fill();
}

function drawShape(pen: Pen, shape: MarkShape, left: number): void {
  const middle = left + CELL / 2;
  switch (shape) {
    case 'circle':
      pen.beginPath();
      pen.arc(middle, CELL / 2, 22, 0, Math.PI * 2);
      return pen.fill();
    case 'square':
      return polygon(pen, [
        [left + 12, 12],
        [left + 52, 12],
        [left + 52, 52],
        [left + 12, 52],
      ]);
    case 'triangle':
      return polygon(pen, [
        [middle, 5],
        [left + 60, 56],
        [left + 4, 56],
      ]);
    case 'arrow':
      return polygon(pen, [
        [middle, 4],
        [left + 52, 58],
        [middle, 46],
        [left + 12, 58],
      ]);
    case 'ring':
      pen.lineWidth = 6;
      pen.beginPath();
      pen.arc(middle, CELL / 2, 27, 0, Math.PI * 2);
      return pen.stroke();
  }
}

/** Draws all marks side by side with a canvas pen. The canvas must be `SHAPES.length × 64` wide and 64 high. */
export function drawMarks(pen: Pen): void {
  pen.fillStyle = '#fff';
  pen.strokeStyle = '#fff';
  for (const [i, shape] of SHAPES.entries()) drawShape(pen, shape, i * CELL);
}

export const ATLAS_SIZE = { width: SHAPES.length * CELL, height: CELL };
