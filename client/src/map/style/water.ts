// Rivers: a bed between banks, filled by the tide, with light on the water. Widths are true to the ground close up.
import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';

const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** Line width of a share of the river's width, never less than a pixel: at zoom 14 a kilometre is 245 pixels. */
export function riverWidth(share: number, morePixels = 0): ExpressionSpecification {
  const pixels = (perKilometre: number): ExpressionSpecification => [
    '+',
    1 + morePixels,
    ['*', perKilometre * share, ['get', 'width']],
  ];
  return ['interpolate', ['exponential', 2], ['zoom'], 8, pixels(4), 14, pixels(240), 18, pixels(3840)];
}

/** Share of the bed that water covers at this fullness; without a gauge half full. */
export const wetShare = (fullness: number | null): number => 0.78 + 0.2 * (fullness ?? 0.5);

export const waterLayers = ({ water }: Palette): LineLayerSpecification[] => [
  {
    id: 'water-glow',
    type: 'line',
    source: 'rivers',
    layout: round,
    paint: {
      'line-color': water.glow,
      'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 8, 6, 13, 40, 17, 200],
      'line-blur': ['interpolate', ['exponential', 1.6], ['zoom'], 8, 5, 13, 24, 17, 120],
      'line-opacity': 0.7,
    },
  },
  {
    id: 'water-bank',
    type: 'line',
    source: 'rivers',
    layout: round,
    paint: { 'line-color': water.bank, 'line-width': riverWidth(1, 2) },
  },
  {
    id: 'water',
    type: 'line',
    source: 'rivers',
    layout: round,
    paint: {
      'line-color': water.deep,
      'line-width': riverWidth(wetShare(null)),
      'line-width-transition': { duration: 0 },
    },
  },
  {
    id: 'water-shine',
    type: 'line',
    source: 'rivers',
    layout: round,
    minzoom: 9.5,
    paint: {
      'line-color': water.shine,
      'line-width': riverWidth(0.55),
      'line-blur': ['interpolate', ['exponential', 2], ['zoom'], 9.5, 1, 14, 28, 17, 220],
      'line-opacity': 0.55,
    },
  },
  {
    id: 'water-rim',
    type: 'line',
    source: 'rivers',
    layout: round,
    minzoom: 11,
    paint: {
      'line-color': water.rim,
      'line-gap-width': riverWidth(1, 0),
      'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 15, 1.6],
      'line-opacity': 0.8,
    },
  },
];
