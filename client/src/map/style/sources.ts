// Points and lines of the base map that are not areas, as GeoJSON in the form the style wants.
import type { Position } from '@onescreen/shared/geography';
import { areas, crossings, metroLines, places, rivers, roads } from '@onescreen/shared/geography';
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry, LineString, Point } from 'geojson';
import { stretches } from '../moment/metro.ts';
import { smoothed } from '../smooth.ts';

const collection = <G extends Geometry>(features: Feature<G>[]): FeatureCollection<G> => ({
  type: 'FeatureCollection',
  features,
});

const line = (path: readonly Position[], properties: GeoJsonProperties): Feature<LineString> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates: path.map(([lon, lat]) => [lon, lat]) },
});

const point = (at: Position, properties: GeoJsonProperties): Feature<Point> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [at[0], at[1]] },
});

/** Line width follows the river's drawn width, in kilometres. */
export const riverLines = (): FeatureCollection<LineString> =>
  collection(
    rivers.map(({ path, zh, en, widthMetres }) => line(smoothed(path), { zh, en, width: widthMetres / 1000 })),
  );

export const roadLines = (): FeatureCollection<LineString> =>
  collection(roads.map(({ path, zh, en, kind }) => line(smoothed(path), { zh, en, kind })));

const colourOfLine = new Map(metroLines.map(({ id, colour }) => [id, colour]));

/** Every stretch between two stations, so that each can carry its own load; its id is the stretch's. */
export const metroPaths = (): FeatureCollection<LineString> =>
  collection(
    stretches.map(({ id, line: lineId, from, to }) => ({
      ...line([from, to], { colour: colourOfLine.get(lineId) }),
      id,
    })),
  );

/** Stations of all lines; one that several lines share is drawn once, in the colour of the first. */
export function stationPoints(): FeatureCollection<Point> {
  const seen = new Map<string, Feature<Point>>();
  for (const { stations, colour } of metroLines) {
    for (const { at, zh, en, lines } of stations) {
      if (!seen.has(zh)) seen.set(zh, point(at, { zh, en, colour, interchange: lines.length > 1 }));
    }
  }
  return collection([...seen.values()]);
}

/** Ids are the places in `crossings`. */
export const crossingLines = (): FeatureCollection<LineString> =>
  collection(
    crossings.map(({ path, zh, en, exposure }, id) => ({
      ...line(path, { zh, en, kind: exposure === null ? 'tunnel' : 'bridge' }),
      id,
    })),
  );

export const placePoints = (): FeatureCollection<Point> =>
  collection(places.map(({ at, zh, en, kind }) => point(at, { zh, en, kind })));

/** Where the names of areas stand. */
export const areaLabels = (level: 'district' | 'street'): FeatureCollection<Point> =>
  collection(areas.filter((area) => area.level === level).map(({ centre, zh, en }) => point(centre, { zh, en })));
