// How the viewer arranged the screen: widths of the side columns, the case's share of the right one, what is folded. Kept per shape of screen.

import { keep, readKept } from '../store/kept.ts';
import { createSeen } from '../store/sight.ts';

export type Side = 'left' | 'right';
export interface Layout {
  /** Width of the column in pixels; null: as the style sheet says. */
  left: number | null;
  right: number | null;
  /** Height of the opened case against the list above it; null: as the style sheet says. */
  detail: number | null;
  folded: readonly Side[];
}

export const USUAL_LAYOUT: Layout = { left: null, right: null, detail: null, folded: [] };
export const LEAST_WIDTH = 280;
export const MOST_WIDTH = 960;
export const LEAST_SHARE = 0.3;
export const MOST_SHARE = 4;

/** Shapes that are arranged apart: what fits a desk does not fit a wall. */
export const shapeOf = (width: number, height: number): 'phone' | 'small' | 'desk' | 'wall' =>
  width <= 900 ? 'phone' : width >= 3 * height ? 'wall' : width < 1600 ? 'small' : 'desk';

export const useLayout = createSeen<Layout>(() => USUAL_LAYOUT);

const within = (value: unknown, least: number, most: number): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : null;

/** The layout that was kept; what is not a layout is as usual. */
export function readLayout(kept: unknown): Layout {
  if (typeof kept !== 'object' || kept === null) return USUAL_LAYOUT;
  const { left, right, detail, folded } = kept as Record<keyof Layout, unknown>;
  return {
    left: within(left, LEAST_WIDTH, MOST_WIDTH),
    right: within(right, LEAST_WIDTH, MOST_WIDTH),
    detail: within(detail, LEAST_SHARE, MOST_SHARE),
    folded: (['left', 'right'] as const).filter((side) => Array.isArray(folded) && folded.includes(side)),
  };
}

let shape = 'desk';

/** Arranges; what is out of reach stops at its end. */
export function arrange(part: Partial<Layout>): void {
  useLayout.setState(readLayout({ ...useLayout.getState(), ...part }));
  keep(`layout.${shape}`, useLayout.getState());
}

export const toggleFold = (side: Side): void => {
  const { folded } = useLayout.getState();
  arrange({ folded: folded.includes(side) ? folded.filter((one) => one !== side) : [...folded, side] });
};

export function resetLayout(): void {
  useLayout.setState(USUAL_LAYOUT);
  keep(`layout.${shape}`, null);
}

/** Takes the layout of the window's shape, now and whenever it becomes another. */
export function followShape(target: Window): void {
  const look = (): void => {
    shape = shapeOf(target.innerWidth, target.innerHeight);
    useLayout.setState(readKept(`layout.${shape}`, readLayout) ?? USUAL_LAYOUT);
  };
  look();
  target.addEventListener('resize', () => {
    if (shapeOf(target.innerWidth, target.innerHeight) !== shape) look();
  });
}
