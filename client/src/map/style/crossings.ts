// Bridges as light lines, tunnels as dashes; slowed ones amber, shut ones red and crossed out. States are feature states.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { CrossingState } from '../moment/bridges.ts';
import { FONT } from './font.ts';
import type { Palette } from './palette.ts';

const FROM_ZOOM = 8;
const isBridge: ExpressionSpecification = ['==', ['get', 'kind'], 'bridge'];
const is = (state: CrossingState): ExpressionSpecification => ['==', ['feature-state', 'state'], state];
const where = (state: CrossingState): ExpressionSpecification => ['case', is(state), 1, 0];
const widths = (share: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  9,
  1.4 * share,
  13,
  4 * share,
  17,
  16 * share,
];

export function crossingLayers({ bridge, tunnel, slow, shut, halo }: Palette): LayerSpecification[] {
  const mark = (state: CrossingState, text: string, colour: string): LayerSpecification => ({
    id: `crossing-${state}`,
    type: 'symbol',
    source: 'crossings',
    filter: isBridge,
    layout: {
      'symbol-placement': 'line-center',
      'text-field': text,
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 17, 13, 24],
      'text-rotation-alignment': 'viewport',
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 2.5, 'text-opacity': where(state) },
  });
  return [
    {
      id: 'tunnel',
      type: 'line',
      source: 'crossings',
      filter: ['!', isBridge],
      minzoom: 10.5,
      paint: {
        'line-color': tunnel,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10.5, 1, 14, 3, 17, 10],
        'line-dasharray': [2, 1.6],
        'line-opacity': 0.75,
      },
    },
    {
      id: 'bridge-casing',
      type: 'line',
      source: 'crossings',
      filter: isBridge,
      minzoom: FROM_ZOOM,
      layout: { 'line-cap': 'butt' },
      paint: { 'line-color': halo, 'line-width': widths(1.7), 'line-opacity': 0.7 },
    },
    {
      id: 'bridge',
      type: 'line',
      source: 'crossings',
      filter: isBridge,
      minzoom: FROM_ZOOM,
      paint: {
        'line-color': ['case', is('shut'), shut, is('slow'), slow, bridge],
        'line-width': widths(1),
      },
    },
    mark('slow', '▼', slow),
    mark('shut', '✕', shut),
  ];
}
