// A wall of windows: the parts lie side by side with the frames between them, and every playhead comes to where the steering one is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlayheadState } from '../../../client/src/views/following.ts';
import { movesToFollow } from '../../../client/src/views/following.ts';
import { addressOfWall, offsetOf, tileOf, wallOf, wholeSize } from '../../../client/src/views/wall.ts';

const shapes = fc.record({
  columns: fc.integer({ min: 1, max: 8 }),
  rows: fc.integer({ min: 1, max: 8 }),
  bezel: fc.integer({ min: 0, max: 200 }),
});
const sizes = fc.record({ width: fc.integer({ min: 901, max: 7680 }), height: fc.integer({ min: 600, max: 4320 }) });

describe('the parts of a wall', () => {
  test('a 2 × 1 wall of full-HD displays with 24 pixels of frame', () => {
    const tile = tileOf('?wall=2x1&tile=1,0&bezel=24')!;
    const size = { width: 1920, height: 1080 };
    expect(wholeSize(tile, size)).toEqual({ width: 3864, height: 1080 });
    expect(offsetOf(tile, size)).toEqual({ x: 1944, y: 0 });
  });

  test('neighbours are a frame apart, and the last one ends where the wall ends', () => {
    fc.assert(
      fc.property(shapes, sizes, (wall, size) => {
        const at = (column: number, row: number) => offsetOf({ ...wall, column, row }, size);
        for (let column = 1; column < wall.columns; column++)
          expect(at(column, 0).x - (at(column - 1, 0).x + size.width)).toBe(wall.bezel);
        const last = at(wall.columns - 1, wall.rows - 1);
        const whole = wholeSize(wall, size);
        expect({ width: last.x + size.width, height: last.y + size.height }).toEqual(whole);
      }),
    );
  });

  test('a window finds its place in its address, and the rest of the address stays', () => {
    fc.assert(
      fc.property(shapes, fc.nat(7), fc.nat(7), (wall, x, y) => {
        const at = { column: x % wall.columns, row: y % wall.rows };
        const address = addressOfWall('?area=310118&look=calm', wall, at);
        expect(tileOf(address)).toEqual({ ...wall, ...at });
        expect(new URLSearchParams(address).get('area')).toBe('310118');
        const steering = addressOfWall(address, wall, null);
        expect(tileOf(steering)).toBeNull();
        expect(wallOf(steering)).toEqual(wall);
      }),
    );
  });

  test.each(['', '?wall=2', '?wall=0x1', '?wall=9x1', '?wall=axb', '?wall=-1x2'])('%s is no wall', (search) => {
    expect(wallOf(search)).toBeNull();
    expect(tileOf(`${search}&tile=0,0`)).toBeNull();
  });

  test('a place outside of the wall is none', () => {
    expect(tileOf('?wall=2x1&tile=2,0')).toBeNull();
    expect(tileOf('?wall=2x1&tile=0')).toBeNull();
  });
});

describe('a playhead that follows another', () => {
  const live: PlayheadState = { place: 'following', run: null, tick: 500, speed: 1 };
  const paused = (tick: number): PlayheadState => ({ place: 'paused', run: 'r1', tick, speed: 1 });
  const playing = (tick: number, speed: number): PlayheadState => ({ place: 'playing', run: 'r1', tick, speed });

  test('goes live with it', () => {
    expect(movesToFollow(paused(3), live)).toEqual([{ kind: 'follow' }]);
    expect(movesToFollow(live, live)).toEqual([]);
  });

  test('stands at its second', () => {
    expect(movesToFollow(live, paused(70))).toEqual([{ kind: 'open', run: 'r1', tick: 70 }]);
    expect(movesToFollow(paused(10), paused(70))).toEqual([{ kind: 'seek', tick: 70 }]);
    expect(movesToFollow(paused(70), paused(70))).toEqual([]);
    expect(movesToFollow(playing(80, 1), paused(70))).toEqual([{ kind: 'pause' }, { kind: 'seek', tick: 70 }]);
  });

  test('plays with it, and is not torn about by a blink of difference', () => {
    expect(movesToFollow(paused(70), playing(71, 60))).toEqual([{ kind: 'speed', speed: 60 }, { kind: 'play' }]);
    expect(movesToFollow(playing(100, 60), playing(120, 60))).toEqual([]);
    expect(movesToFollow(playing(100, 60), playing(200, 60))).toEqual([{ kind: 'seek', tick: 200 }]);
  });
});
