// The base map as a MapLibre style, drawn from shared geography alone: no tiles, no network, every glyph drawn locally.

import { districtOutlines, streetCells } from '@onescreen/shared/geography';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Language } from '../../i18n/language.ts';
import { crossingLayers } from './crossings.ts';
import { FONT } from './font.ts';
import { heatLayer, heatPoints } from './heat.ts';
import { metroLayers } from './metro.ts';
import type { Palette } from './palette.ts';
import { areaLabels, crossingLines, metroPaths, placePoints, riverLines, roadLines, stationPoints } from './sources.ts';
import { spotFields, spotPoints } from './spots.ts';
import { TOWN_SOURCE, townGround, townHouses } from './town.ts';
import { waterLayers } from './water.ts';
import { weatherLayers } from './weather.ts';

/** Streets, their cells and names, show from here on. */
export const STREET_ZOOM = 9.3;

const byZoom = (...stops: number[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;

/** Fill colour from the feature's state `grade`, set by `fill.ts`. */
const gradeColour = (palette: Palette): ExpressionSpecification =>
  [
    'match',
    ['coalesce', ['feature-state', 'grade'], 'unknown'],
    ...Object.entries(palette.grades).flat(),
    palette.grades.unknown,
  ] as unknown as ExpressionSpecification;

const selectedWidth = (width: number): ExpressionSpecification =>
  ['case', ['boolean', ['feature-state', 'selected'], false], width, 0] as ExpressionSpecification;

function areaLayers(palette: Palette): LayerSpecification[] {
  const hover: ExpressionSpecification = [
    'case',
    ['boolean', ['feature-state', 'hover'], false],
    1,
    palette.fillOpacity,
  ];
  return [
    {
      id: 'district-fill',
      type: 'fill',
      source: 'districts',
      paint: { 'fill-color': gradeColour(palette), 'fill-opacity': hover },
    },
    {
      id: 'street-fill',
      type: 'fill',
      source: 'streets',
      minzoom: STREET_ZOOM,
      paint: { 'fill-color': gradeColour(palette), 'fill-opacity': hover },
    },
    townGround(palette.town),
    {
      id: 'street-line',
      type: 'line',
      source: 'streets',
      minzoom: STREET_ZOOM,
      paint: { 'line-color': palette.street, 'line-width': byZoom(10, 0.4, 14, 1.4), 'line-opacity': 0.7 },
    },
    {
      id: 'district-glow',
      type: 'line',
      source: 'districts',
      paint: {
        'line-color': palette.outlineGlow,
        'line-width': byZoom(8, 5, 12, 14),
        'line-blur': byZoom(8, 5, 12, 12),
        'line-opacity': 0.55,
      },
    },
    {
      id: 'district-line',
      type: 'line',
      source: 'districts',
      paint: { 'line-color': palette.outline, 'line-width': byZoom(8, 0.9, 12, 2) },
    },
  ];
}

const roadLayer = (palette: Palette): LayerSpecification => ({
  id: 'road',
  type: 'line',
  source: 'roads',
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: {
    'line-color': palette.road,
    'line-width': byZoom(8, 0.5, 13, 2.6, 17, 16),
    'line-opacity': byZoom(8, 0.35, 12, 0.6),
  },
});

/** What carries a state lies over the houses: half hidden, a whole line would look like one that is cut. */
function linesOverHouses(palette: Palette): LayerSpecification[] {
  return [
    ...crossingLayers(palette),
    ...metroLayers(palette),
    {
      id: 'selected-district',
      type: 'line',
      source: 'districts',
      paint: { 'line-color': palette.selected, 'line-width': selectedWidth(3) },
    },
    {
      id: 'selected-street',
      type: 'line',
      source: 'streets',
      minzoom: STREET_ZOOM,
      paint: { 'line-color': palette.selected, 'line-width': selectedWidth(3) },
    },
  ];
}

function labelLayers(palette: Palette): LayerSpecification[] {
  const paint = (colour: string) => ({ 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 });
  const field: ExpressionSpecification = ['get', 'name'];
  return [
    {
      id: 'station-label',
      type: 'symbol',
      source: 'stations',
      minzoom: 12.2,
      layout: {
        'text-field': field,
        'text-font': FONT,
        'text-size': 10,
        'text-offset': [0, 0.9],
        'text-anchor': 'top',
      },
      paint: paint(palette.labelSoft),
    },
    {
      id: 'place-label',
      type: 'symbol',
      source: 'places',
      minzoom: 10.6,
      layout: { 'text-field': ['concat', '◆ ', field], 'text-font': FONT, 'text-size': 10.5 },
      paint: paint(palette.labelSoft),
    },
    {
      id: 'street-label',
      type: 'symbol',
      source: 'street-labels',
      minzoom: STREET_ZOOM + 0.3,
      layout: { 'text-field': field, 'text-font': FONT, 'text-size': byZoom(10, 10, 14, 14), 'text-max-width': 7 },
      paint: paint(palette.labelSoft),
    },
    {
      id: 'district-label',
      type: 'symbol',
      source: 'district-labels',
      maxzoom: 12.5,
      layout: {
        'text-field': field,
        'text-font': FONT,
        'text-size': byZoom(8, 11.5, 11, 16),
        'text-letter-spacing': 0.06,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.4,
        'text-padding': 1,
      },
      paint: paint(palette.label),
    },
  ];
}

/** The whole style for a look and a language. Sources keep their ids, so that feature states can be set again after a switch. */
export function mapStyle(palette: Palette, { name }: Language): StyleSpecification {
  return {
    version: 8,
    light: { anchor: 'map', position: [1.3, 210, 40], intensity: palette.town.shade },
    sources: {
      districts: { type: 'geojson', data: districtOutlines },
      streets: { type: 'geojson', data: streetCells },
      'district-labels': { type: 'geojson', data: areaLabels('district', name) },
      'street-labels': { type: 'geojson', data: areaLabels('street', name) },
      rivers: { type: 'geojson', data: riverLines() },
      roads: { type: 'geojson', data: roadLines() },
      metro: { type: 'geojson', data: metroPaths() },
      stations: { type: 'geojson', data: stationPoints(name) },
      places: { type: 'geojson', data: placePoints(name) },
      crossings: { type: 'geojson', data: crossingLines() },
      town: TOWN_SOURCE,
      spots: { type: 'geojson', data: spotPoints([]) },
      heat: { type: 'geojson', data: heatPoints([]) },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      ...areaLayers(palette),
      ...waterLayers(palette),
      roadLayer(palette),
      townHouses(palette.town),
      ...linesOverHouses(palette),
      ...weatherLayers(palette),
      heatLayer(palette),
      ...spotFields(palette),
      ...labelLayers(palette),
    ],
  };
}
