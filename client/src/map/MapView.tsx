// The middle of the screen: the map with its legend, layer switches and the card under the pointer.

import type { JSX } from 'react';
import { useEffect, useRef, useState } from 'react';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { ComesLate } from '../app/FailsAlone.tsx';
import { late } from '../app/late.ts';
import { useOpened } from '../backend/opened.ts';
import { addText } from '../i18n/lateText.ts';
import { spokenLanguage, useLanguage } from '../i18n/spoken.ts';
import { useText } from '../i18n/text.ts';
import { en } from '../i18n/words/mapEn.ts';
import { zh } from '../i18n/words/mapZh.ts';
import { numbers, playhead, scores, select, useRun, useSelection, useUi } from '../store/index.ts';
import { groundOf } from './basemap.ts';
import { type CityMap, canDrawMap, createCityMap, type Hover } from './cityMap.ts';
import { createDrawing } from './drawing.ts';
import { keepHeat } from './heat.ts';
import { keepDrawing, keepFilling, keepMoment } from './keeping.ts';
import { useKeptCamera } from './keptCamera.ts';
import { loadLabelFonts } from './labelFonts.ts';
import { useLives } from './lives.ts';
import { MapCard } from './MapCard.tsx';
import { type GroundState, MapLegend } from './MapLegend.tsx';
import { MapSwitches, type SwitchState } from './MapSwitches.tsx';
import type { Sign } from './moment/signs.ts';
import { useSwitched } from './switched.ts';

addText('map', { zh, en });

/** A second map: only for whoever compares two runs. */
const SwipeMap = late(() => import('./SwipeMap.tsx'));
const AT_FIRST: SwitchState = { cases: true, units: true, orders: true, metro: true, roads: true, heat: false };

export default function MapView(): JSX.Element {
  const { t } = useText();
  const [canDraw] = useState(canDrawMap);
  const [life, endLife] = useLives();
  return canDraw ? (
    <LiveMap key={life} onLost={endLife} />
  ) : (
    <div className="map-waiting" role="status" data-testid="map-unavailable">
      <strong>{t('map.noWebgl')}</strong>
      <span>{t('map.noWebglHint')}</span>
    </div>
  );
}

function LiveMap({ onLost }: { onLost: () => void }): JSX.Element {
  const { t } = useText();
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<CityMap | null>(null);
  const [drawing] = useState(() => createDrawing({ state: useRun.getState, tickAt: playhead.at }));
  const [hover, setHover] = useState<Hover | null>(null);
  const [switches, setSwitches] = useSwitched(AT_FIRST);
  const [isTown, setTown] = useState(false);
  const [signs, setSigns] = useState<readonly Sign[]>([]);
  const [ground, setGround] = useState<GroundState>(null);
  const look = useUi((ui) => ui.look);
  const language = useLanguage();
  const isCompared = useUi((ui) => ui.compare !== null && ui.board === null);

  useEffect(() => {
    if (container.current === null) return;
    const place = container.current;
    let made: CityMap | null = null;
    let wanted = true;
    const make = (): void => {
      if (!wanted) return;
      made = createCityMap(place, useUi.getState().look, spokenLanguage(), {
        onArea: (index) => select({ area: index }),
        onCase: (id) => select({ case: id }),
        onUnit: (id) => select({ unit: id }),
        onHover: setHover,
        onTown: setTown,
        onLost,
      });
      made.showArea(useSelection.getState().area, false);
      setMap(made);
    };
    // Thrown where React hears it: the map's part of the screen says so.
    const fail = (error: unknown): void =>
      setMap(() => {
        throw error;
      });
    void loadLabelFonts().then(make).catch(fail);
    return () => {
      wanted = false;
      made?.remove();
    };
  }, [onLost]);
  useEffect(() => {
    if (map === null || !useOpened.getState().hasServer) return;
    let wanted = true;
    void groundOf(document.baseURI).then(
      (found) => {
        if (!wanted || found === null) return;
        map.setGround(found);
        setGround({ attribution: found.attribution });
      },
      () => wanted && setGround('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [map]);
  useEffect(() => (map === null ? undefined : keepDrawing(map, drawing)), [map, drawing]);
  useEffect(() => (map === null ? undefined : keepFilling(map, { numbers, scores })), [map]);
  useEffect(() => (map === null ? undefined : keepMoment(map, { numbers, state: useRun.getState }, setSigns)), [map]);
  useEffect(() => (map === null || !switches.heat ? undefined : keepHeat(map, useRun.getState)), [map, switches.heat]);
  useEffect(() => map?.setAppearance(look, language), [map, look, language]);
  useEffect(() => map?.setName(t('map.title')), [map, t]);
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
      <MapLegend isTown={isTown} signs={signs} isHeat={switches.heat} ground={ground} />
      {hover && <MapCard hover={hover} />}
      {isCompared && map !== null && (
        <ComesLate>
          <SwipeMap map={map} switches={switches} onLost={onLost} />
        </ComesLate>
      )}
    </>
  );
}
