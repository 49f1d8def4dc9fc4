// How the synthetic town is drawn: blocks under everything, houses under the names.
import type {
  ExpressionSpecification,
  FillExtrusionLayerSpecification,
  FillLayerSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl';
import type { TownPalette } from '../palette.ts';
import { TOWN_TILES } from './protocol.ts';
import { TOWN_ZOOMS } from './zooms.ts';

/** From here on the map looks like a city, and says that it is schematic. */
export const TOWN_ZOOM = 12.5;
const HOUSES_ZOOM = 13;
/** A house as high as this has the colour of the highest, metres. */
const HIGH_METRES = 160;

export const TOWN_SOURCE: VectorSourceSpecification = {
  type: 'vector',
  tiles: [TOWN_TILES],
  minzoom: TOWN_ZOOMS.least,
  maxzoom: TOWN_ZOOMS.most,
};

export const townGround = ({ blocks }: TownPalette): FillLayerSpecification => ({
  id: 'town-block',
  type: 'fill',
  source: 'town',
  'source-layer': 'blocks',
  minzoom: TOWN_ZOOM,
  paint: {
    'fill-color': [
      'match',
      ['get', 'kind'],
      ...Object.entries(blocks).flat(),
      blocks.homes,
    ] as unknown as ExpressionSpecification,
    'fill-opacity': ['interpolate', ['linear'], ['zoom'], TOWN_ZOOM, 0, TOWN_ZOOM + 0.6, 0.8, 16, 0.88],
  },
});

export const townHouses = (palette: TownPalette): FillExtrusionLayerSpecification => ({
  id: 'town-house',
  type: 'fill-extrusion',
  source: 'town',
  'source-layer': 'buildings',
  minzoom: HOUSES_ZOOM,
  paint: {
    'fill-extrusion-color': houseColour(palette),
    'fill-extrusion-height': [
      'interpolate',
      ['linear'],
      ['zoom'],
      HOUSES_ZOOM,
      0,
      HOUSES_ZOOM + 0.7,
      ['get', 'height'],
    ],
    'fill-extrusion-opacity': palette.opacity,
    'fill-extrusion-vertical-gradient': true,
  },
});

/** Higher is brighter. */
export const houseColour = ({ low, high }: TownPalette): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['get', 'height'],
  6,
  low,
  HIGH_METRES,
  high,
];
