// Where the label of each box stands: over, under or beside it, from its left or its right edge, so that no two lie on one another and none leaves the frame.
import type { Rect } from './draw/scene.ts';

export interface Labelled {
  /** The box, as shares of the frame. */
  rect: Rect;
  /** The lines of its label. */
  lines: readonly string[];
}
export interface Side {
  /** It ends at the right edge of the box; beside it, it stands to the left of it. */
  isRight: boolean;
  at: 'over' | 'under' | 'beside';
}

/** Of a label, pixels: as in boxes.css. */
const LINE = 15;
const PADDING = 8;
const WIDEST = 180;
/** Name and hour at the top of every frame. */
const TITLE = 18;
const LATIN = 6.4;
const HAN = 11;

const widthOf = (line: string): number =>
  Math.min(WIDEST, PADDING + [...line].reduce((sum, letter) => sum + (letter > '\u2e80' ? HAN : LATIN), 0));

/** The label on that side, in the frame's own pixels. */
function labelOn({ rect, lines }: Labelled, { isRight, at }: Side, frame: Frame): Rect {
  const width = Math.max(...lines.map(widthOf));
  const height = lines.length * LINE;
  const box = inPixels(rect, frame);
  const [left, right, bottom] = [box.x, box.x + box.width, box.y + box.height];
  const isBeside = at === 'beside';
  return {
    x: isBeside ? (isRight ? left - width : right) : isRight ? right - width : left,
    y: isBeside ? box.y : at === 'under' ? bottom : box.y - height,
    width,
    height,
  };
}

interface Frame {
  width: number;
  height: number;
}
const overlap = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
const inPixels = ({ x, y, width, height }: Rect, frame: Frame): Rect => ({
  x: x * frame.width,
  y: y * frame.height,
  width: width * frame.width,
  height: height * frame.height,
});

/** A label over a box hides little of it; one over another label, or cut off, cannot be read. */
const OVER_A_BOX = 0.02;

/** Sides for boxes in the order in which they are drawn, in a frame of so many pixels. Each takes the best place that those before it leave. */
export function labelSides(boxes: readonly Labelled[], frame: Frame): Side[] {
  const placed: Rect[] = [{ x: 0, y: 0, width: frame.width, height: TITLE }];
  const rects = boxes.map(({ rect }) => inPixels(rect, frame));
  return boxes.map((box, own) => {
    const isRight = box.rect.x + box.rect.width / 2 > 0.55;
    const sides = (['over', 'under', 'beside'] as const)
      .flatMap((at): Side[] => [
        { isRight, at },
        { isRight: !isRight, at },
      ])
      .map((side) => {
        const label = labelOn(box, side, frame);
        const cut = label.width * label.height - overlap(label, { x: 0, y: 0, ...frame });
        const labels = placed.reduce((sum, other) => sum + overlap(label, other), 0);
        const others = rects.reduce((sum, other, i) => (i === own ? sum : sum + overlap(label, other)), 0);
        return { side, label, cost: cut + labels + OVER_A_BOX * others };
      });
    const best = sides.reduce((least, one) => (one.cost < least.cost ? one : least));
    placed.push(best.label);
    return best.side;
  });
}
