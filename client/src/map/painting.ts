// Puts a moment on the base map. Only what differs from the moment before is handed to it: a calm city costs nothing.
import { indicatorById } from '@onescreen/shared/catalogue';
import { crossings } from '@onescreen/shared/geography';
import type { GeoJSONSource, Map as LibreMap } from 'maplibre-gl';
import { formatValue } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import type { Callout } from '../layers/callouts.ts';
import type { Moment } from './moment/moment.ts';
import type { Spot } from './moment/spots.ts';
import type { Daylight } from './moment/sun.ts';
import type { WaterLevel } from './moment/water.ts';
import { hexColour, mixed } from './style/colour.ts';
import type { Palette } from './style/palette.ts';
import { spotPoints } from './style/spots.ts';
import { houseColour } from './style/town.ts';
import { riverWidth, wetShare } from './style/water.ts';
import { weatherPatterns } from './style/weather.ts';

export interface Painting {
  show(moment: Moment): void;
  /** The style was loaded anew, perhaps in other colours or another language: everything is put on it again. */
  restart(palette: Palette, language: Language): void;
}

/** Where it is, and how much. */
const calloutOf = ({ kind, place, indicator, value }: Spot, palette: Palette, language: Language): Callout => ({
  at: place.at,
  words: `${language.name(place)}\n${formatValue(value, indicatorById(indicator), language)}`,
  colour: hexColour(palette.spots[kind]),
});

/** `onCallouts` hears what is to be written over the map whenever it is something else. */
export function createPainting(
  map: LibreMap,
  firstPalette: Palette,
  firstLanguage: Language,
  onCallouts: (callouts: readonly Callout[]) => void,
): Painting {
  let palette = firstPalette;
  let language = firstLanguage;
  let isReady = false;
  let wanted: Moment | null = null;
  const shown = new Map<string, string>();

  /** Runs the work unless the same was put there before. */
  function once(what: string, value: unknown, work: () => void): void {
    const key = JSON.stringify(value);
    if (shown.get(what) === key) return;
    shown.set(what, key);
    work();
  }
  const paint = (layer: string, property: string, value: unknown): void => {
    map.setPaintProperty(layer, property as never, value as never);
  };

  function light({ darkness, lit }: Daylight): void {
    const { ground, night, town, water } = palette;
    paint('ground', 'background-color', mixed(ground, night, darkness));
    paint('water', 'line-color', mixed(water.deep, water.dark, darkness));
    paint('water-shine', 'line-opacity', 0.55 - 0.3 * darkness);
    paint('town-house', 'fill-extrusion-color', houseColour(town, darkness, lit));
  }
  function fill({ fullness, isHigh }: WaterLevel): void {
    const { water } = palette;
    paint('water', 'line-width', riverWidth(wetShare(fullness)));
    paint('water-rim', 'line-color', isHigh ? water.high : water.rim);
  }
  function put(moment: Moment): void {
    once('light', moment.daylight, () => light(moment.daylight));
    once('water', moment.water, () => fill(moment.water));
    crossings.forEach(({ id: name }, id) => {
      const state = moment.crossings.get(name) ?? 'open';
      once(`crossing ${id}`, state, () => map.setFeatureState({ source: 'crossings', id }, { state }));
    });
    moment.metro.forEach((state, id) => {
      const { load, isCut } = state;
      once(`metro ${id}`, state, () => map.setFeatureState({ source: 'metro', id }, { load, cut: isCut }));
    });
    moment.weather.forEach((state, i) => {
      once(`weather ${i}`, state, () => map.setFeatureState({ source: 'districts', id: i + 1 }, { ...state }));
    });
    once('spots', moment.spots, () => {
      map.getSource<GeoJSONSource>('spots')?.setData(spotPoints(moment.spots));
      onCallouts(moment.spots.map((spot) => calloutOf(spot, palette, language)));
    });
  }

  return {
    show(moment) {
      wanted = moment;
      if (isReady) put(moment);
    },
    restart(next, inLanguage) {
      palette = next;
      language = inLanguage;
      isReady = true;
      shown.clear();
      for (const { id, image } of weatherPatterns(palette))
        if (!map.hasImage(id)) map.addImage(id, image, { pixelRatio: 2 });
      if (wanted !== null) put(wanted);
    },
  };
}
