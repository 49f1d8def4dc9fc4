// Where cases were found, as heat: from a faint colour for few to a strong one for many.
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { HeatmapLayerSpecification } from 'maplibre-gl';
import { hexColour } from './colour.ts';
import type { Palette } from './palette.ts';

export const heatPoints = (places: readonly (readonly [number, number])[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: places.map(
    ([lon, lat]): Feature<Point> => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [lon, lat] },
    }),
  ),
});

export const heatLayer = ({ heat: [few, some, many] }: Palette): HeatmapLayerSpecification => ({
  id: 'heat',
  type: 'heatmap',
  source: 'heat',
  paint: {
    'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 8, 18, 12, 42, 16, 90],
    'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 8, 0.5, 14, 1.4],
    'heatmap-opacity': 0.65,
    'heatmap-color': [
      'interpolate',
      ['linear'],
      ['heatmap-density'],
      0,
      // The same colour unseen: from black there would be a dark rim.
      `rgba(${hexColour(few).slice(0, 3).join(',')},0)`,
      0.15,
      few,
      0.5,
      some,
      1,
      many,
    ],
  },
});
