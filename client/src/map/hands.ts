// What a pointer does on the map: it chooses areas, cases, units and clusters, and what it rests on is told.
import type { PickingInfo } from '@deck.gl/core';
import { areas } from '@onescreen/shared/geography';
import type { Map as LibreMap, MapGeoJSONFeature, MapMouseEvent } from 'maplibre-gl';
import { sourceOf } from './areaOnMap.ts';
import type { MapEvents } from './cityMap.ts';
import type { Overlay } from './overlay.ts';
import { createCycle, type Pick } from './picking.ts';
import { STREET_ZOOM } from './style/style.ts';

/** A click on a cluster comes closer by so much. */
const CLUSTER_STEP = 1.5;
const MOST_ON_ONE_ANOTHER = 8;

interface MapPick extends Pick {
  at: [number, number];
}
/** Listens for as long as the map is there. */
export function followHand(map: LibreMap, overlay: Overlay, events: Omit<MapEvents, 'onTown' | 'onLost'>): void {
  let hovered: number | null = null;
  const areaUnder = (event: MapMouseEvent): number | null => {
    const features: MapGeoJSONFeature[] = map.queryRenderedFeatures(event.point, {
      layers: ['district-fill', 'street-fill'],
    });
    const street = features.find((feature) => feature.layer.id === 'street-fill');
    const found = map.getZoom() >= STREET_ZOOM ? (street ?? features[0]) : features[0];
    return typeof found?.id === 'number' ? found.id : null;
  };
  const pickable = { radius: 6, layerIds: ['cases', 'clusters', 'units-moving', 'units-standing'] };
  const cycle = createCycle();
  const markOf = ({ layer, object }: PickingInfo): MapPick => ({
    kind: layer?.id === 'clusters' ? 'cluster' : layer?.id === 'cases' ? 'case' : 'unit',
    id: String(object.id),
    at: object.at,
  });
  const pickedAll = ({ point: { x, y } }: MapMouseEvent, depth = MOST_ON_ONE_ANOTHER): MapPick[] =>
    overlay
      .pick({ x, y, ...pickable, depth })
      .filter(({ object }) => object)
      .map(markOf);
  const picked = (event: MapMouseEvent): MapPick | null => pickedAll(event, 1)[0] ?? null;
  function setHovered(area: number | null): void {
    if (area === hovered) return;
    if (hovered !== null) map.setFeatureState({ source: sourceOf(hovered), id: hovered }, { hover: false });
    if (area !== null) map.setFeatureState({ source: sourceOf(area), id: area }, { hover: true });
    hovered = area;
  }

  map.on('click', (event) => {
    const mark = cycle.take(event.point.x, event.point.y, pickedAll(event));
    if (mark?.kind === 'cluster') return void map.easeTo({ center: mark.at, zoom: map.getZoom() + CLUSTER_STEP });
    if (mark !== null) return mark.kind === 'case' ? events.onCase(mark.id) : events.onUnit(mark.id);
    const area = areaUnder(event);
    if (area !== null) events.onArea(area);
  });
  map.on('mousemove', (event) => {
    const mark = picked(event);
    const area = areaUnder(event);
    setHovered(area);
    map.getCanvas().style.cursor = mark !== null || area !== null ? 'pointer' : '';
    const { x, y } = event.point;
    if (mark !== null && mark.kind !== 'cluster') events.onHover({ kind: mark.kind, id: mark.id, x, y });
    else events.onHover(area === null ? null : { kind: 'area', id: areas[area]!.code, x, y });
  });
  map.on('mouseout', () => {
    setHovered(null);
    events.onHover(null);
  });
}
