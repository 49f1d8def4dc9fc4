// One map tile of the synthetic town as a Mapbox vector tile: layers `blocks` and `buildings`, made from the towns of the streets that the tile touches.
import { geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { streetCells } from '@onescreen/shared/geography';
import type { Feature, Polygon } from 'geojson';
import type { Town } from './town.ts';
import { townOf } from './town.ts';
import { TOWN_ZOOMS } from './zooms.ts';

export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** Towns that are kept made; the one that was longest not asked for goes first. */
const MOST_TOWNS = 48;
/** At zoom 13 only what can be told apart from there: towers, and houses that cover as much ground as this, square metres. */
const SEEN_FROM_AFAR = { height: 45, ground: 1500 };

type Bounds = readonly [west: number, south: number, east: number, north: number];

const longitude = (x: number, z: number): number => (x / 2 ** z) * 360 - 180;
const latitude = (y: number, z: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

const boundsOfTile = ({ z, x, y }: TileAddress): Bounds => [
  longitude(x, z),
  latitude(y + 1, z),
  longitude(x + 1, z),
  latitude(y, z),
];

function boundsOfRings(rings: readonly (readonly (readonly number[])[])[]): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of rings) {
    for (const [lon, lat] of ring) {
      west = Math.min(west, lon!);
      south = Math.min(south, lat!);
      east = Math.max(east, lon!);
      north = Math.max(north, lat!);
    }
  }
  return [west, south, east, north];
}

const touch = (a: Bounds, b: Bounds): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

let cellBounds: readonly { street: number; bounds: Bounds }[] | undefined;
const streetsIn = (bounds: Bounds): number[] => {
  cellBounds ??= streetCells.features.map(({ properties, geometry }) => ({
    street: properties.index,
    bounds: boundsOfRings(geometry.coordinates.map(([outer]) => outer!)),
  }));
  return cellBounds.filter((cell) => touch(cell.bounds, bounds)).map(({ street }) => street);
};

const feature = (ring: [number, number][], properties: Record<string, string | number>): Feature<Polygon> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});

export interface TownTiles {
  /** Bytes of the tile; empty where no town is. */
  tile(address: TileAddress): Uint8Array;
  /** How many towns are kept made. */
  readonly kept: number;
}

/** `mostTowns`: how many are kept made. */
export function createTownTiles(mostTowns = MOST_TOWNS): TownTiles {
  const towns = new Map<number, Town>();
  function town(street: number): Town {
    const made = towns.get(street) ?? townOf(street);
    towns.delete(street);
    towns.set(street, made);
    if (towns.size > mostTowns) towns.delete(towns.keys().next().value!);
    return made;
  }
  return {
    get kept() {
      return towns.size;
    },
    tile(address) {
      const bounds = boundsOfTile(address);
      const near = (ring: [number, number][]): boolean => touch(boundsOfRings([ring]), bounds);
      const found = streetsIn(bounds).map(town);
      const blocks = found
        .flatMap((one) => one.blocks)
        .filter(({ ring }) => near(ring))
        .map(({ ring, kind }) => feature(ring, { kind }));
      const buildings = found
        .flatMap((one) => (address.z <= TOWN_ZOOMS.least ? [] : one.buildings))
        .filter(
          ({ height, ground }) =>
            address.z >= TOWN_ZOOMS.most || height >= SEEN_FROM_AFAR.height || ground >= SEEN_FROM_AFAR.ground,
        )
        .filter(({ ring }) => near(ring))
        .map(({ ring, height, lit }) =>
          feature(ring, { height: Math.round(height), lit: Math.round(lit * 100) / 100 }),
        );
      if (blocks.length + buildings.length === 0) return new Uint8Array();
      const cut = (features: Feature<Polygon>[]) =>
        geoJSONToTile({ type: 'FeatureCollection', features }, address.z, address.x, address.y, {
          // A house is a few units wide: as drawn it stays, simplified it would be a sliver.
          tolerance: 0,
          buffer: 64,
          clip: true,
        });
      return fromGeojsonVt({ blocks: cut(blocks), buildings: cut(buildings) }, { version: 2, extent: 4096 });
    },
  };
}
