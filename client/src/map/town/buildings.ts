// Houses of one block: rows of slabs for homes, narrow rows for lanes, towers for offices, halls for works, a few farmsteads for a village.
import type { Random } from '@onescreen/shared/random';
import type { Block } from './blocks.ts';
import type { Box, Point } from './plane.ts';
import { cornersOf } from './plane.ts';

export interface Building {
  ring: readonly Point[];
  /** Metres. */
  height: number;
  /** 0 to 1: how early in the evening its windows are lit, and how long. */
  lit: number;
}

const STOREY_METRES = 3;
const storeys = (count: number): number => count * STOREY_METRES;

/** Corners cut off: seen from above a tower is no shoe box. */
function chamfered([west, south, east, north]: Box, cut: number): Point[] {
  return [
    [west + cut, south],
    [east - cut, south],
    [east, south + cut],
    [east, north - cut],
    [east - cut, north],
    [west + cut, north],
    [west, north - cut],
    [west, south + cut],
  ];
}

interface Row {
  pitch: number;
  depth: number;
  length: number;
  gap: number;
  heightOf(): number;
  margin: number;
}

/** Slabs side by side in rows along the x axis, from south to north. */
function rows([west, south, east, north]: Box, row: Row, random: Random): Building[] {
  const built: Building[] = [];
  const [x0, x1] = [west + row.margin, east - row.margin];
  for (let y = south + row.margin; y + row.depth <= north - row.margin; y += row.pitch) {
    const count = Math.max(1, Math.round((x1 - x0 + row.gap) / (row.length + row.gap)));
    const length = (x1 - x0 - (count - 1) * row.gap) / count;
    if (length < row.depth * 0.6) return built;
    for (let i = 0; i < count; i++) {
      const x = x0 + i * (length + row.gap);
      built.push({ ring: cornersOf([x, y, x + length, y + row.depth]), height: row.heightOf(), lit: random.next() });
    }
  }
  return built;
}

function homes({ box, spot }: Block, random: Random): Building[] {
  const draw = random.next();
  const highest = Math.max(6, Math.min(33, spot.high / STOREY_METRES));
  if (draw < 0.3 && highest > 14) {
    const floors = Math.round(highest * (0.65 + 0.35 * random.next()));
    return rows(
      box,
      { pitch: 52, depth: 19, length: 26, gap: 24, margin: 12, heightOf: () => storeys(floors - random.whole(3)) },
      random,
    );
  }
  const floors = draw < 0.55 && highest > 10 ? 11 : spot.urban < 0.5 ? 4 + random.whole(2) : 6;
  return rows(
    box,
    {
      pitch: floors > 6 ? 42 : spot.urban < 0.5 ? 44 : 30,
      depth: 12,
      length: 52,
      gap: spot.urban < 0.5 ? 24 : 9,
      margin: 9,
      heightOf: () => storeys(floors),
    },
    random,
  );
}

const lanes = ({ box }: Block, random: Random): Building[] =>
  rows(
    box,
    { pitch: 21, depth: 14, length: 46, gap: 5, margin: 5, heightOf: () => storeys(2 + random.whole(2)) },
    random,
  );

function offices({ box, spot }: Block, random: Random): Building[] {
  const [west, south, east, north] = box;
  const columns = Math.max(1, Math.round((east - west) / 85));
  const lines = Math.max(1, Math.round((north - south) / 85));
  const [width, depth] = [(east - west) / columns, (north - south) / lines];
  return Array.from({ length: columns * lines }, (_, i) => {
    const [x, y] = [west + (i % columns) * width, south + Math.floor(i / columns) * depth];
    const height = Math.max(15, spot.high * (0.35 + 0.65 * random.next() ** 1.6));
    const inset = 8 + Math.min(width, depth) * (height > 100 ? 0.2 : 0.06 + 0.1 * random.next());
    const lot: Box = [x + inset, y + inset, x + width - inset, y + depth - inset];
    return { ring: height > 60 ? chamfered(lot, 5) : cornersOf(lot), height, lit: random.next() };
  });
}

const works = ({ box }: Block, random: Random): Building[] =>
  rows(box, { pitch: 78, depth: 52, length: 96, gap: 20, margin: 16, heightOf: () => 8 + random.whole(8) }, random);

function village({ box: [west, south, east, north] }: Block, random: Random): Building[] {
  const y = south + (north - south) * (0.3 + 0.3 * random.next());
  const strip: Box = [west + 20, y, east - 20, y + 62];
  return rows(
    strip,
    { pitch: 34, depth: 10, length: 18, gap: 16, margin: 6, heightOf: () => storeys(2 + random.whole(2)) },
    random,
  );
}

/** Everything that stands in a block, before the outline, the rivers and the roads are asked. */
export function buildingsOf(block: Block, random: Random): Building[] {
  switch (block.kind) {
    case 'homes':
      return homes(block, random);
    case 'lanes':
      return lanes(block, random);
    case 'offices':
      return offices(block, random);
    case 'works':
      return works(block, random);
    case 'village':
      return village(block, random);
    case 'park':
    case 'fields':
      return [];
  }
}
