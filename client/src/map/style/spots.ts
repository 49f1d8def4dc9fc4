// Crowds as a glow with their number, gas as a dashed cordon around the plant. The cordon is schematic: no wind is known.
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Spot, SpotKind } from '../moment/spots.ts';
import { FONT } from './font.ts';
import type { Palette } from './palette.ts';

/** Radius of the cordon around a release, kilometres: as the plan of such a day has it. */
const CORDON_KM = 3;
/** Pixels of a kilometre at zoom 14, as for the rivers. */
const KILOMETRE = 240;

/** `words`: what is written beside a spot. */
export const spotPoints = (spots: readonly Spot[], words: (spot: Spot) => string): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: spots.map(
    (spot): Feature<Point> => ({
      type: 'Feature',
      properties: { kind: spot.kind, strength: spot.strength, words: words(spot) },
      geometry: { type: 'Point', coordinates: [...spot.place.at] },
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

export const spotLabels = ({ spots: { crowd, gas }, halo }: Palette): LayerSpecification[] => [
  {
    id: 'spot-label',
    type: 'symbol',
    source: 'spots',
    layout: {
      'text-field': ['get', 'words'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 12, 13, 15],
      'text-offset': [0, -1.2],
      'text-anchor': 'bottom',
      'text-allow-overlap': true,
      'symbol-sort-key': ['-', 1, ['get', 'strength']],
    },
    paint: {
      'text-color': ['case', is('gas'), gas, crowd],
      'text-halo-color': halo,
      'text-halo-width': 2,
    },
  },
];
