// The 1 829 responsibility grids (责任网格): synthetic cells inside the streets. An export path of its own, since only some need it.
import type { MultiPolygon } from 'geojson';
import { areaByCode, areas } from './areas.ts';
import { gridCellRows } from './generated/gridCells.ts';
import { areaAt, boundsOf, isInside } from './locate.ts';
import { distanceMetres } from './measure.ts';
import { type PackedPolygons, unpackPolygons } from './packed.ts';
import type { Position } from './types.ts';

export interface Grid {
  /** `310101002-03`: the street's code and the grid's number in it, from 01. */
  id: string;
  /** Index of the street. */
  street: number;
  /** Middle of the box around it. */
  centre: Position;
  geometry: MultiPolygon;
}

const rowByStreet = new Map(gridCellRows.map(([code, cells]) => [areaByCode(code).index, cells]));
const unpacked = new Map<number, readonly Grid[]>();

/** How many grids the city has. */
export const GRID_COUNT: number = gridCellRows.reduce((sum, [, cells]) => sum + cells.length, 0);

function unpackGrid(street: number, number: number, packed: PackedPolygons): Grid {
  const coordinates = unpackPolygons(packed);
  const [west, south, east, north] = boundsOf(coordinates.map((polygon) => polygon[0]!));
  return {
    id: `${areas[street]!.code}-${String(number).padStart(2, '0')}`,
    street,
    centre: [(west + east) / 2, (south + north) / 2],
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

/** Grids of a street, in order of their numbers; unpacked at the first question. None for the city and districts. */
export function gridsOf(street: number): readonly Grid[] {
  let grids = unpacked.get(street);
  if (grids === undefined) {
    grids = (rowByStreet.get(street) ?? []).map((packed, i) => unpackGrid(street, i + 1, packed));
    unpacked.set(street, grids);
  }
  return grids;
}

/** The grid that holds the position; in a hairline gap the nearest one of the street; undefined outside the city. */
export function gridAt(position: Position): Grid | undefined {
  const grids = gridsOf(areaAt(position));
  const distance = (grid: Grid) => distanceMetres(position, grid.centre);
  return (
    grids.find((grid) => isInside(position, grid)) ??
    grids.reduce<Grid | undefined>((best, grid) => (best && distance(best) <= distance(grid) ? best : grid), undefined)
  );
}
