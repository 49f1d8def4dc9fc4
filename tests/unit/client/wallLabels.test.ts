// The labels of the boxes in a camera's picture: none on another, none out of the frame.
import { SCENES } from '@onescreen/shared/cameras';
import { expect, test } from 'vitest';
import type { Rect } from '../../../client/src/cameras/draw/scene.ts';
import { rectOf } from '../../../client/src/cameras/draw/scene.ts';
import type { Side } from '../../../client/src/cameras/labels.ts';
import { labelSides } from '../../../client/src/cameras/labels.ts';
import { scenes } from '../../../client/src/cameras/scenes/index.ts';

const FRAME = { width: 280, height: 158 };
const box = (x: number, y: number, width = 0.2, height = 0.2) => ({ rect: { x, y, width, height }, lines: ['86%'] });

test('a label stands over its box, from the edge that is nearer to the side of the frame', () => {
  expect(labelSides([box(0.1, 0.5), box(0.7, 0.5)], FRAME)).toEqual([
    { isRight: false, at: 'over' },
    { isRight: true, at: 'over' },
  ]);
});

test('at the top of the frame it goes under the box', () => {
  expect(labelSides([box(0.1, 0.02)], FRAME)[0]!.at).toBe('under');
});

test('of two boxes at one place the second takes another side', () => {
  const [first, second] = labelSides([box(0.3, 0.5), box(0.32, 0.51)], FRAME);
  expect(second).not.toEqual(first);
});

test('a long label turns round before it leaves the frame', () => {
  const long = { rect: { x: 0.5, y: 0.5, width: 0.08, height: 0.2 }, lines: ['machine says: exposed rubbish'] };
  expect(labelSides([long], FRAME)[0]).toEqual({ isRight: true, at: 'over' });
});

test.each(SCENES)('in %s every two places of things can be labelled apart', (id) => {
  const scene = scenes[id];
  const rects = [...scene.places, ...scene.decoys].map((spot) => rectOf(scene, spot));
  for (const [at, a] of rects.entries())
    for (const b of rects.slice(at + 1)) {
      const sides = labelSides(
        [a, b].map((rect) => ({ rect, lines: ['86%'] })),
        FRAME,
      );
      const [one, other] = [a, b].map((rect, i) => edges(rect, sides[i]!));
      const isApart =
        one!.right <= other!.left ||
        other!.right <= one!.left ||
        one!.bottom <= other!.top ||
        other!.bottom <= one!.top;
      expect(isApart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
    }
});

/** Where a label of three letters lies, in pixels of the frame. */
function edges({ x, y, width, height }: Rect, { isRight, at }: Side) {
  const [wide, tall] = [27, 15];
  const [from, to] = [x * FRAME.width, (x + width) * FRAME.width];
  const left = at === 'beside' ? (isRight ? from - wide : to) : isRight ? to - wide : from;
  const top = { over: y * FRAME.height - tall, under: (y + height) * FRAME.height, beside: y * FRAME.height }[at];
  return { left, top, right: left + wide, bottom: top + tall };
}
