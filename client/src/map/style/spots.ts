// Crowds as a glow, gas as a cordon around the plant. The cordon is schematic: no wind is known. Their numbers stand in callouts.
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Spot, SpotKind } from '../moment/spots.ts';
import type { Palette } from './palette.ts';

/** Radius of the cordon around a release, kilometres: as the plan of such a day has it. */
const CORDON_KM = 3;
/** Pixels of a kilometre at zoom 14, as for the rivers. */
const KILOMETRE = 240;

export const spotPoints = (spots: readonly Spot[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: spots.map(
    ({ kind, strength, place }): Feature<Point> => ({
      type: 'Feature',
      properties: { kind, strength },
      geometry: { type: 'Point', coordinates: [...place.at] },
    }),
  ),
});

const is = (kind: SpotKind): ExpressionSpecification => ['==', ['get', 'kind'], kind];
const metric = (kilometres: number, least: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  8,
  least + (KILOMETRE / 64) * kilometres,
  14,
  KILOMETRE * kilometres,
  17,
  KILOMETRE * 8 * kilometres,
];

export const spotFields = ({ spots: { crowd, gas } }: Palette): LayerSpecification[] => [
  {
    id: 'crowd',
    type: 'circle',
    source: 'spots',
    filter: is('crowd'),
    paint: {
      'circle-radius': metric(0.8, 26),
      'circle-color': crowd,
      'circle-blur': 1,
      'circle-opacity': ['*', 0.85, ['get', 'strength']],
      'circle-pitch-alignment': 'map',
    },
  },
  {
    id: 'gas',
    type: 'circle',
    source: 'spots',
    filter: is('gas'),
    paint: {
      'circle-radius': metric(CORDON_KM, 12),
      'circle-color': gas,
      'circle-opacity': ['*', 0.28, ['get', 'strength']],
      'circle-stroke-color': gas,
      'circle-stroke-width': 2,
      'circle-pitch-alignment': 'map',
    },
  },
];
