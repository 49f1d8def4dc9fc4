// Metro lines with what they carry: wider and brighter the fuller, dashed and crossed where no train runs. Loads are feature states of the stretches.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { FONT } from './font.ts';
import type { Palette } from './palette.ts';

const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
/** Half empty where nothing is known. */
const load: ExpressionSpecification = ['min', 1.2, ['coalesce', ['feature-state', 'load'], 0.4]];
const isCut: ExpressionSpecification = ['boolean', ['feature-state', 'cut'], false];
const whereCut = (opacity: number): ExpressionSpecification => ['case', isCut, opacity, 0];

const wide = (pixels: number): ExpressionSpecification => ['*', pixels, ['+', 0.55, ['*', 0.95, load]]];
const widths = (share: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  wide(1.2 * share),
  13,
  wide(3.6 * share),
  17,
  wide(8 * share),
];

export const metroLayers = ({ metroOpacity, metroGlow, ground, shut, halo }: Palette): LayerSpecification[] => [
  {
    id: 'metro-glow',
    type: 'line',
    source: 'metro',
    layout: round,
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': widths(4),
      'line-blur': widths(3),
      'line-opacity': ['case', isCut, 0, ['*', metroGlow, ['max', 0, ['-', load, 0.35]]]],
    },
  },
  {
    id: 'metro',
    type: 'line',
    source: 'metro',
    layout: round,
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': widths(1),
      'line-opacity': ['case', isCut, 0.16, ['min', 1, ['*', metroOpacity, ['+', 0.5, ['*', 0.75, load]]]]],
    },
  },
  {
    id: 'metro-cut',
    type: 'line',
    source: 'metro',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': shut,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 2, 13, 4, 17, 8],
      'line-dasharray': [1.2, 1.4],
      'line-opacity': whereCut(1),
    },
  },
  {
    id: 'metro-cut-mark',
    type: 'symbol',
    source: 'metro',
    minzoom: 9.5,
    layout: {
      'symbol-placement': 'line-center',
      'text-field': '✕',
      'text-font': FONT,
      'text-size': 15,
      'text-rotation-alignment': 'viewport',
    },
    paint: { 'text-color': shut, 'text-halo-color': halo, 'text-halo-width': 2, 'text-opacity': whereCut(1) },
  },
  {
    id: 'metro-station',
    type: 'circle',
    source: 'stations',
    minzoom: 11.3,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 1.6, 14, 4, 17, 7],
      'circle-color': ground,
      'circle-stroke-width': 1.4,
      'circle-stroke-color': ['get', 'colour'],
      'circle-opacity': metroOpacity,
    },
  },
];
