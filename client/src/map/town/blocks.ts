// Cuts a street's ground into blocks: always across the longer side, a little off the middle, until a block is as small as its spot asks. The cuts are the streets.
import type { Random } from '@onescreen/shared/random';
import type { Spot } from './character.ts';
import type { Box, Point } from './plane.ts';
import { areaOf, clipToBox } from './plane.ts';

export type BlockKind = 'offices' | 'homes' | 'lanes' | 'works' | 'park' | 'village' | 'fields';

export interface Block {
  kind: BlockKind;
  /** Without the streets around it. */
  box: Box;
  /** The part of the box that is inside the street's outline; whole when that is all of it. */
  ring: readonly Point[];
  isWhole: boolean;
  spot: Spot;
}

/** Half the width of the street that a cut leaves, by the length of what is cut, metres. */
const halfWidth = (length: number): number => (length > 1300 ? 17 : length > 520 ? 10 : 6);
/** A field is as long as this, a block in the middle of the city as that, metres. */
const FIELD_METRES = 560;
const MIDDLE_METRES = 135;
const SMALLEST_SQUARE_METRES = 900;

const blockMetres = (urban: number): number =>
  FIELD_METRES + (MIDDLE_METRES - FIELD_METRES) * Math.min(1, urban * 1.25);

/** Sides of a block: how much of the street around it is on each. */
type Margins = readonly [west: number, south: number, east: number, north: number];

export interface Ground {
  spotAt(point: Point): Spot;
  isWorks: boolean;
  random: Random;
}

function kindAt({ random, isWorks }: Ground, { urban, high }: Spot): BlockKind {
  const draw = random.next();
  if (urban < 0.22) return draw < 0.16 ? 'village' : 'fields';
  if (draw < 0.055) return 'park';
  if (isWorks) return draw < 0.9 ? 'works' : 'offices';
  if (urban < 0.4) return draw < 0.3 ? 'works' : draw < 0.5 ? 'fields' : 'homes';
  const offices = Math.min(0.85, 0.06 + Math.max(0, high - 70) / 200);
  if (draw < 0.055 + offices) return 'offices';
  return draw > 1 - 0.25 * Math.max(0, urban - 0.75) * 4 ? 'lanes' : 'homes';
}

/** Blocks inside a ring, in an order that depends on the ring and the random stream alone. */
export function blocksIn(ring: readonly Point[], box: Box, ground: Ground): Block[] {
  const blocks: Block[] = [];
  const cut = (rest: readonly Point[], [west, south, east, north]: Box, margins: Margins): void => {
    if (rest.length < 3) return;
    const [width, height] = [east - west, north - south];
    const long = Math.max(width, height);
    const spot = ground.spotAt([(west + east) / 2, (south + north) / 2]);
    if (long <= blockMetres(spot.urban) * 1.35) return leaf(rest, [west, south, east, north], margins, spot);
    const share = 0.4 + 0.2 * ground.random.next();
    const half = halfWidth(long);
    const [w, s, e, n] = margins;
    if (width >= height) {
      const at = west + width * share;
      cut(clipToBox(rest, [west, south, at, north]), [west, south, at, north], [w, s, half, n]);
      cut(clipToBox(rest, [at, south, east, north]), [at, south, east, north], [half, s, e, n]);
    } else {
      const at = south + height * share;
      cut(clipToBox(rest, [west, south, east, at]), [west, south, east, at], [w, s, e, half]);
      cut(clipToBox(rest, [west, at, east, north]), [west, at, east, north], [w, half, e, n]);
    }
  };
  function leaf(rest: readonly Point[], outer: Box, [w, s, e, n]: Margins, spot: Spot): void {
    const inner: Box = [outer[0] + w, outer[1] + s, outer[2] - e, outer[3] - n];
    const kind = kindAt(ground, spot);
    const clipped = clipToBox(rest, inner);
    const area = Math.abs(areaOf(clipped));
    if (area < SMALLEST_SQUARE_METRES) return;
    const whole = (inner[2] - inner[0]) * (inner[3] - inner[1]);
    blocks.push({ kind, box: inner, ring: clipped, isWhole: area > whole * 0.9999, spot });
  }
  cut(ring, box, [6, 6, 6, 6]);
  return blocks;
}
