// The middle of the screen: the map with its legend, layer switches and the card under the pointer.

import type { JSX } from 'react';
import { useEffect, useRef, useState } from 'react';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { useText } from '../i18n/text.ts';
import { select, useSelection, useUi } from '../store/index.ts';
import { type CityMap, canDrawMap, createCityMap, type Hover } from './cityMap.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { filledAreas, gradeOfArea } from './fill.ts';
import { loadLabelFonts } from './labelFonts.ts';
import { MapCard } from './MapCard.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapSwitches, type SwitchState } from './MapSwitches.tsx';

const FILL_EVERY_MS = 1000;
const ALL_ON: SwitchState = { cases: true, units: true, orders: true, metro: true, roads: true };

export default function MapView(): JSX.Element {
  const { t } = useText();
  return canDrawMap() ? (
    <LiveMap />
  ) : (
    <div className="map-waiting" role="status" data-testid="map-unavailable">
      <strong>{t('map.noWebgl')}</strong>
      <span>{t('map.noWebglHint')}</span>
    </div>
  );
}

/** A picture that takes longer than this is followed by a rest as long as itself: a slow machine keeps half its time for the panels. */
const SMOOTH_MS = 34;

/** Draws at most once a display frame, and only while the page is seen: hidden pages get no animation frames. */
function keepDrawing(map: CityMap, drawing: Drawing): () => void {
  let frame = 0;
  let drawnMs: number | null = null;
  let restUntilMs = 0;
  const draw = (nowMs: number): void => {
    frame = requestAnimationFrame(draw);
    if (drawnMs !== null) {
      const tookMs = nowMs - drawnMs;
      restUntilMs = tookMs > SMOOTH_MS ? nowMs + tookMs : 0;
      drawnMs = null;
    }
    if (nowMs < restUntilMs) return;
    const layers = drawing.layersAt(nowMs, map.zoom);
    if (layers === null) return;
    map.setLayers(layers);
    drawnMs = nowMs;
  };
  frame = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(frame);
}

function keepFilling(map: CityMap): () => void {
  const fill = (): void => {
    const { area, indicator } = useSelection.getState();
    map.setGrades(new Map(filledAreas(area).map((index) => [index, gradeOfArea(index, indicator)])));
  };
  fill();
  const timer = setInterval(fill, FILL_EVERY_MS);
  // A new area or sign is filled at once, not a second later.
  const forget = useSelection.subscribe(fill);
  return () => {
    clearInterval(timer);
    forget();
  };
}

function LiveMap(): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<CityMap | null>(null);
  const [drawing] = useState(createDrawing);
  const [hover, setHover] = useState<Hover | null>(null);
  const [switches, setSwitches] = useState(ALL_ON);
  const { look, language } = useUi();
  const area = useSelection((selection) => selection.area);

  useEffect(() => {
    if (container.current === null) return;
    const place = container.current;
    let made: CityMap | null = null;
    let wanted = true;
    void loadLabelFonts().then(() => {
      if (!wanted) return;
      const { look: firstLook, language: firstLanguage } = useUi.getState();
      made = createCityMap(place, firstLook, firstLanguage, {
        onArea: (index) => select({ area: index }),
        onCase: (id) => select({ case: id }),
        onUnit: (id) => select({ unit: id }),
        onHover: setHover,
      });
      made.showArea(useSelection.getState().area, false);
      setMap(made);
    });
    return () => {
      wanted = false;
      made?.remove();
    };
  }, []);
  useEffect(() => (map === null ? undefined : keepDrawing(map, drawing)), [map, drawing]);
  useEffect(() => (map === null ? undefined : keepFilling(map)), [map]);
  useEffect(() => map?.setAppearance(look, language), [map, look, language]);
  useEffect(() => map?.showArea(area, !matchMedia('(prefers-reduced-motion: reduce)').matches), [map, area]);
  useEffect(() => {
    drawing.setVisible({ cases: switches.cases, units: switches.units, orders: switches.orders });
    map?.setLineVisible('metro', switches.metro);
    map?.setLineVisible('roads', switches.roads);
  }, [map, drawing, switches]);

  return (
    <>
      <div className="map" data-testid="map" ref={container} />
      <MapSwitches state={switches} onChange={setSwitches} />
      <MapLegend />
      {hover && <MapCard hover={hover} />}
    </>
  );
}
