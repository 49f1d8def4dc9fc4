// The map itself, without React: base style, area fills, camera and the deck.gl overlay over it.

import type { Layer } from '@deck.gl/core';
import { CITY_AREA } from '@onescreen/shared/geography';
import { type GeoJSONSource, Map as LibreMap, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Language } from '../i18n/language.ts';
import { calloutLayer } from '../layers/callouts.ts';
import type { GradeWord } from '../marks/grades.ts';
import type { Camera } from '../store/camera.ts';
import type { Look } from '../store/index.ts';
import { boundsOf, CITY_BOUNDS, sourceOf } from './areaOnMap.ts';
import { GROUND_FILL_SHARE, type Ground, layGround } from './basemap.ts';
import { followHand } from './hands.ts';
import type { Moment } from './moment/moment.ts';
import { layOverlay } from './overlay.ts';
import { createPainting } from './painting.ts';
import { pictureOf } from './pictureOf.ts';
import { hexColour } from './style/colour.ts';
import { heatPoints } from './style/heat.ts';
import { palettes } from './style/palette.ts';
import { mapStyle } from './style/style.ts';
import { TOWN_ZOOM } from './style/town.ts';
import { keepTilt } from './tilt.ts';
import { serveTown } from './town/protocol.ts';

setWorkerUrl(workerUrl);
serveTown();

export interface MapEvents {
  onArea(area: number): void;
  onCase(id: string): void;
  onUnit(id: string): void;
  onHover(hover: Hover | null): void;
  /** Whether it is so close that the synthetic town shows; said once at every change. */
  onTown(isShown: boolean): void;
  /** The browser has taken a drawing context away, of one or both canvases: it is to be removed, and another made. */
  onLost(): void;
}
/** What is under the pointer, and where it is in the map's own pixels. */
export interface Hover {
  kind: 'area' | 'case' | 'unit';
  id: string;
  x: number;
  y: number;
}

export interface CityMap {
  setAppearance(look: Look, language: Language): void;
  /** What the map is called by who does not see it. */
  setName(words: string): void;
  /** Grades by area index; areas not named keep theirs. */
  setGrades(grades: ReadonlyMap<number, GradeWord>): void;
  /** Marks the area. */
  markArea(area: number): void;
  /** Marks the area and flies to it. */
  showArea(area: number, animated: boolean): void;
  /** Where cases were found, [lon, lat]; none: no heat. */
  setHeat(places: readonly (readonly [number, number])[]): void;
  /** Lays a ground of the organisation's own below everything. */
  setGround(ground: Ground): void;
  /** Light, water, crossings, metro and weather of a moment. */
  showMoment(moment: Moment): void;
  setLineVisible(group: 'metro' | 'roads', visible: boolean): void;
  setLayers(layers: readonly Layer[]): void;
  readonly zoom: number;
  /** Where it looks from. */
  camera(): Camera;
  /** Looks from there at once. */
  setCamera(camera: Camera): void;
  /** Calls back whenever it looks from elsewhere. Returns what ends it. */
  onCamera(listener: () => void): () => void;
  /** Calls back when a hand has moved it. Returns what ends it. */
  onHand(listener: () => void): () => void;
  /** Hands over what is drawn, as one picture in the map's own pixels. */
  picture(): Promise<HTMLCanvasElement>;
  remove(): void;
}

/** Zoom levels by which a flight to an area may end closer than the whole of it. */
const NEARLY_CLOSE = 0.7;
/** So far above where they begin, streets and houses are plainly there. */
const FADED_IN = 0.35;
const CLOSEST_FLIGHT = 14.5;
const GROUPS = {
  metro: ['metro-glow', 'metro', 'metro-cut', 'metro-cut-mark', 'metro-station', 'station-label'],
  roads: ['road', 'tunnel', 'bridge-casing', 'bridge'],
} as const;

/** Makes the map in a container. Throws when the browser cannot draw it. */
export function createCityMap(container: HTMLElement, look: Look, language: Language, events: MapEvents): CityMap {
  const map = new LibreMap({
    container,
    style: mapStyle(palettes[look], language),
    bounds: CITY_BOUNDS,
    fitBoundsOptions: { padding: 24 },
    minZoom: 7.5,
    maxZoom: 17,
    attributionControl: false,
    dragRotate: true,
    fadeDuration: 0,
    maxPitch: 60,
  });
  map.addControl(new NavigationControl({ visualizePitch: true }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
  // MapLibre would come back with a style of its own and no states: a new map is the one way for both canvases.
  map.on('webglcontextlost', events.onLost);
  const overlay = layOverlay(map, events.onLost);

  const tilt = keepTilt(map, look);
  const grades = new Map<number, GradeWord>();
  const hidden = new Set<keyof typeof GROUPS>();
  let selected = CITY_AREA;

  function paintStates(): void {
    for (const [area, grade] of grades) map.setFeatureState({ source: sourceOf(area), id: area }, { grade });
    if (selected !== CITY_AREA) map.setFeatureState({ source: sourceOf(selected), id: selected }, { selected: true });
    for (const group of Object.keys(GROUPS) as (keyof typeof GROUPS)[]) applyVisibility(group);
  }
  function applyVisibility(group: keyof typeof GROUPS): void {
    for (const id of GROUPS[group]) map.setLayoutProperty(id, 'visibility', hidden.has(group) ? 'none' : 'visible');
  }
  const whenReady = (run: () => void): void => {
    if (map.isStyleLoaded() || map.getLayer('district-fill') !== undefined) run();
    else map.once('style.load', run);
  };
  let paletteLook = look;
  let drawn: readonly Layer[] = [];
  let callouts: readonly Layer[] = [];
  const lay = (): void => overlay.setLayers([...drawn, ...callouts]);
  const painting = createPainting(map, palettes[look], language, (next) => {
    callouts = next.length === 0 ? [] : [calloutLayer(next, hexColour(palettes[paletteLook].ground, 225))];
    lay();
  });
  let inLanguage = language;
  let ground: Ground | null = null;
  let heat: readonly (readonly [number, number])[] = [];
  const layHeat = (): void => {
    map.getSource<GeoJSONSource>('heat')?.setData(heatPoints(heat));
  };
  const restyle = (): void => {
    const palette = palettes[paletteLook];
    const seenThrough = { ...palette, fillOpacity: palette.fillOpacity * GROUND_FILL_SHARE };
    map.setStyle(mapStyle(ground === null ? palette : seenThrough, inLanguage), { diff: false });
  };
  map.on('style.load', () => {
    if (ground !== null) layGround(map, ground, palettes[paletteLook]);
    painting.restart(palettes[paletteLook], inLanguage);
    layHeat();
    paintStates();
  });

  function markArea(area: number): void {
    if (selected === area) return;
    const before = selected;
    selected = area;
    whenReady(() => {
      if (before !== CITY_AREA) map.setFeatureState({ source: sourceOf(before), id: before }, { selected: false });
      if (area !== CITY_AREA) map.setFeatureState({ source: sourceOf(area), id: area }, { selected: true });
    });
  }
  followHand(map, overlay, events);
  let isTown = false;
  const tellTown = (): void => {
    if (isTown === map.getZoom() >= TOWN_ZOOM) return;
    isTown = !isTown;
    events.onTown(isTown);
  };
  map.on('zoom', tellTown);
  return {
    setName: (words) => map.getCanvas().setAttribute('aria-label', words),
    setAppearance(nextLook, nextLanguage) {
      if (paletteLook === nextLook && inLanguage === nextLanguage) return;
      tilt.setLook(nextLook);
      paletteLook = nextLook;
      inLanguage = nextLanguage;
      restyle();
    },
    setGrades(next) {
      for (const [area, grade] of next) {
        if (grades.get(area) === grade) continue;
        grades.set(area, grade);
        whenReady(() => map.setFeatureState({ source: sourceOf(area), id: area }, { grade }));
      }
    },
    markArea,
    showArea(area, animated) {
      markArea(area);
      const { center, zoom: fitting = 0 } =
        map.cameraForBounds(boundsOf(area), { padding: 40, maxZoom: CLOSEST_FLIGHT }) ?? {};
      if (center === undefined) return;
      // A little closer than the whole of it, where that is what it takes to see its streets and houses.
      const zoom =
        fitting < TOWN_ZOOM + FADED_IN && fitting > TOWN_ZOOM - NEARLY_CLOSE ? TOWN_ZOOM + FADED_IN : fitting;
      map.easeTo({ center, zoom, pitch: tilt.at(zoom), animate: animated, duration: 1400 });
    },
    setHeat(next) {
      heat = next;
      layHeat();
    },
    setGround(next) {
      ground = next;
      restyle();
    },
    showMoment: painting.show,
    setLineVisible(group, visible) {
      if (visible) hidden.delete(group);
      else hidden.add(group);
      whenReady(() => applyVisibility(group));
    },
    setLayers(layers) {
      drawn = layers;
      lay();
    },
    get zoom() {
      return map.getZoom();
    },
    camera() {
      const { lng, lat } = map.getCenter();
      return { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() };
    },
    setCamera: (camera) => void map.jumpTo(camera),
    onCamera(listener) {
      map.on('move', listener);
      return () => void map.off('move', listener);
    },
    onHand(listener) {
      // A move that the program made has no event of a hand behind it.
      const look = ({ originalEvent }: { originalEvent?: unknown }): void => {
        if (originalEvent !== undefined) listener();
      };
      map.on('moveend', look);
      return () => void map.off('moveend', look);
    },
    picture: () => pictureOf(map, container),
    remove() {
      map.off('webglcontextlost', events.onLost);
      overlay.remove();
      map.remove();
    },
  };
}

/** Whether this browser can draw the map at all. Asked once a map: each answer takes a drawing context, and gives it back. */
export function canDrawMap(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
