// How the screen is arranged: sizes stay within reach, each shape of screen has its own, and nonsense that was kept is as usual.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrange,
  LEAST_WIDTH,
  MOST_WIDTH,
  readLayout,
  resetLayout,
  shapeOf,
  toggleFold,
  USUAL_LAYOUT,
  useLayout,
} from '../../../client/src/app/layout.ts';

test('a column is never narrower or wider than can be read', () => {
  arrange({ left: 3, right: 99_999 });
  expect(useLayout.getState()).toMatchObject({ left: LEAST_WIDTH, right: MOST_WIDTH });
  resetLayout();
  expect(useLayout.getState()).toEqual(USUAL_LAYOUT);
});

test('folding twice unfolds, and leaves the other column alone', () => {
  toggleFold('left');
  toggleFold('right');
  expect(useLayout.getState().folded).toEqual(['left', 'right']);
  toggleFold('left');
  expect(useLayout.getState().folded).toEqual(['right']);
  resetLayout();
});

test('whatever was kept is read as a layout, and a layout as itself', () => {
  fc.assert(
    fc.property(fc.anything(), (kept) => {
      const once = readLayout(kept);
      expect(readLayout(JSON.parse(JSON.stringify(once)))).toEqual(once);
    }),
  );
});

test.each([
  [390, 844, 'phone'],
  [1366, 768, 'small'],
  [1920, 1080, 'desk'],
  [3840, 1080, 'wall'],
])('%d × %d is arranged as a %s', (width, height, shape) => {
  expect(shapeOf(width, height)).toBe(shape);
});
