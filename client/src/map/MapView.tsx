// The middle of the screen: the map with its legend, layer switches and the card under the pointer.

import type { JSX } from 'react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { addText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { en } from '../i18n/words/mapEn.ts';
import { zh } from '../i18n/words/mapZh.ts';
import { numbers, playhead, scores, select, useRun, useSelection, useUi } from '../store/index.ts';
import { type CityMap, canDrawMap, createCityMap, type Hover } from './cityMap.ts';
import { createDrawing } from './drawing.ts';
import { keepDrawing, keepFilling, keepMoment } from './keeping.ts';
import { useKeptCamera } from './keptCamera.ts';
import { loadLabelFonts } from './labelFonts.ts';
import { MapCard } from './MapCard.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapSwitches, type SwitchState } from './MapSwitches.tsx';
import { useSwitched } from './switched.ts';

addText('map', { zh, en });

/** A second map: only for whoever compares two runs. */
const SwipeMap = lazy(() => import('./SwipeMap.tsx'));
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

function LiveMap(): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<CityMap | null>(null);
  const [drawing] = useState(() => createDrawing({ state: useRun.getState, tickAt: playhead.at }));
  const [hover, setHover] = useState<Hover | null>(null);
  const [switches, setSwitches] = useSwitched(ALL_ON);
  const [isTown, setTown] = useState(false);
  const { look, language } = useUi();
  const area = useSelection((selection) => selection.area);
  const isCompared = useUi((ui) => ui.compare !== null && ui.board === null);

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
        onTown: setTown,
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
  useEffect(() => (map === null ? undefined : keepFilling(map, { numbers, scores })), [map]);
  useEffect(() => (map === null ? undefined : keepMoment(map, { numbers, state: useRun.getState })), [map]);
  useEffect(() => map?.setAppearance(look, language), [map, look, language]);
  useEffect(() => map?.showArea(area, !matchMedia('(prefers-reduced-motion: reduce)').matches), [map, area]);
  useKeptCamera(map);
  useEffect(() => {
    drawing.setVisible({ cases: switches.cases, units: switches.units, orders: switches.orders });
    map?.setLineVisible('metro', switches.metro);
    map?.setLineVisible('roads', switches.roads);
  }, [map, drawing, switches]);

  return (
    <>
      <div className="map" data-testid="map" ref={container} />
      <MapSwitches state={switches} onChange={setSwitches} />
      <MapLegend isTown={isTown} />
      {hover && <MapCard hover={hover} />}
      <Suspense>{isCompared && map !== null && <SwipeMap map={map} switches={switches} />}</Suspense>
    </>
  );
}
