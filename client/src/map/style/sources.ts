// Points and lines of the base map that are not areas, as GeoJSON in the form the style wants.
import type { Position } from '@onescreen/shared/geography';
import { areas, crossings, metroLines, places, rivers, roads } from '@onescreen/shared/geography';
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry, LineString, Point } from 'geojson';
import type { Language } from '../../i18n/language.ts';
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
  collection(rivers.map(({ path, widthMetres }) => line(smoothed(path), { width: widthMetres / 1000 })));

export const roadLines = (): FeatureCollection<LineString> =>
  collection(roads.map(({ path, kind }) => line(smoothed(path), { kind })));

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
export function stationPoints(name: Language['name']): FeatureCollection<Point> {
  const seen = new Map<string, Feature<Point>>();
  for (const { stations, colour } of metroLines) {
    for (const station of stations) {
      const { at, zh, lines } = station;
      if (!seen.has(zh)) seen.set(zh, point(at, { name: name(station), colour, interchange: lines.length > 1 }));
    }
  }
  return collection([...seen.values()]);
}

/** Ids are the places in `crossings`. */
export const crossingLines = (): FeatureCollection<LineString> =>
  collection(
    crossings.map(({ path, exposure }, id) => ({
      ...line(path, { kind: exposure === null ? 'tunnel' : 'bridge' }),
      id,
    })),
  );

export const placePoints = (name: Language['name']): FeatureCollection<Point> =>
  collection(places.map((place) => point(place.at, { name: name(place), kind: place.kind })));

/** Where the names of areas stand. */
export const areaLabels = (level: 'district' | 'street', name: Language['name']): FeatureCollection<Point> =>
  collection(areas.filter((area) => area.level === level).map((area) => point(area.centre, { name: name(area) })));
