// The synthetic town of one street: blocks and houses, the same for every viewer and every run, since all comes from the street's code. Schematic (示意).
import type { Position } from '@onescreen/shared/geography';
import { areaFeature, areas } from '@onescreen/shared/geography';
import { createRandom, spread } from '@onescreen/shared/random';
import { barriersIn, waterDirection } from './barriers.ts';
import type { BlockKind } from './blocks.ts';
import { blocksIn } from './blocks.ts';
import type { Building } from './buildings.ts';
import { buildingsOf } from './buildings.ts';
import { characterOf } from './character.ts';
import { landmarks } from './landmarks.ts';
import type { Plane, Point } from './plane.ts';
import { boxOf, holds, planeAt } from './plane.ts';

export interface TownBlock {
  kind: BlockKind;
  /** Closed ring of [lon, lat], as GeoJSON wants it. */
  ring: [number, number][];
}
export interface TownBuilding {
  ring: [number, number][];
  /** Metres. */
  height: number;
  /** 0 to 1, see `Building`. */
  lit: number;
  /** Square metres of ground that it covers. */
  ground: number;
}
export interface Town {
  street: number;
  blocks: TownBlock[];
  buildings: TownBuilding[];
}

/** Streets follow the water where it is near. */
const WATERSIDE_METRES = 1800;
const LANDMARK_CLEAR_METRES = 90;
const LANDMARK_SIDES = 20;

/** Degrees that the streets are turned by, −45 to 45. */
function turnOf(code: string, centre: Position): number {
  const water = waterDirection(planeAt(centre, 0), WATERSIDE_METRES);
  if (water === null) return (spread(`turn/${code}`) - 0.5) * 24;
  return ((((water + 45) % 90) + 90) % 90) - 45;
}

const closed = (ring: readonly Point[], plane: Plane): [number, number][] => [...ring, ring[0]!].map(plane.from);

/** Throws RangeError for an index that is no street. */
export function townOf(street: number): Town {
  const area = areas[street];
  const feature = areaFeature(street);
  if (area?.level !== 'street' || feature === undefined) throw new RangeError(`${street} is no street`);
  const plane = planeAt(area.centre, turnOf(area.code, area.centre));
  const character = characterOf(area);
  const random = createRandom(0, `town/${area.code}`);
  const towers = landmarks.map(({ at, ...rest }) => ({ ...rest, at: plane.to(at) }));
  const town: Town = { street, blocks: [], buildings: [] };

  const add = ({ ring, height, lit }: Building): void => {
    const [west, south, east, north] = boxOf(ring);
    town.buildings.push({ ring: closed(ring, plane), height, lit, ground: (east - west) * (north - south) });
  };
  for (const [outer] of feature.geometry.coordinates) {
    const ring = outer!.slice(0, -1).map(([lon, lat]) => plane.to([lon!, lat!]));
    const box = boxOf(ring);
    const barriers = barriersIn(plane, box);
    const ground = { random, isWorks: character.isWorks, spotAt: (point: Point) => character.at(plane.from(point)) };
    for (const block of blocksIn(ring, box, ground)) {
      town.blocks.push({ kind: block.kind, ring: closed(block.ring, plane) });
      const stands = ({ ring: walls }: Building): boolean =>
        walls.every((corner) => (block.isWhole || holds(block.ring, corner)) && !barriers.blocks(corner)) &&
        towers.every(({ at }) => Math.hypot(walls[0]![0] - at[0], walls[0]![1] - at[1]) > LANDMARK_CLEAR_METRES);
      for (const building of buildingsOf(block, random)) if (stands(building)) add(building);
    }
    for (const { at, height, radius } of towers) {
      if (holds(ring, at)) add({ ring: circle(at, radius), height, lit: 1 });
    }
  }
  return town;
}

const circle = ([x, y]: Point, radius: number): Point[] =>
  Array.from({ length: LANDMARK_SIDES }, (_, i) => {
    const angle = (2 * Math.PI * i) / LANDMARK_SIDES;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
