// What colours and shapes mean. Grades have words as well; case classes have shapes.
import { indicatorById } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useSelection, useUi } from '../store/index.ts';
import type { Sign } from './moment/signs.ts';
import { type Palette, palettes } from './style/palette.ts';

/** Attributions come with links; the legend names, it does not link. */
const plainText = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';

const SCORE_KEY = [
  ['steady', 'grade.steady'],
  ['watch', 'grade.watch'],
  ['drift', 'grade.drift'],
  ['abnormal', 'grade.abnormal'],
  ['critical', 'grade.critical'],
  ['unknown', 'grade.unknown'],
] as const;
/** While one vital sign is looked at, areas show its state. */
const STATE_KEY = [
  ['steady', 'state.normal'],
  ['drift', 'state.warning'],
  ['critical', 'state.critical'],
  ['unknown', 'state.nodata'],
] as const;

/** The same shapes as the layers draw. */
const MARKS = [
  ['event', 'M7 1a6 6 0 1 0 0 12a6 6 0 1 0 0-12z'],
  ['component', 'M2 2h10v10h-10z'],
  ['emergency', 'M7 1l6.5 12h-13z'],
  ['unit', 'M7 1l4.5 12l-4.5-2.6l-4.5 2.6z'],
] as const;

/** Who is to be named for the ground of the organisation's own; `failed`: it could not be read; null: there is none. */
export type GroundState = { attribution: string } | 'failed' | null;

/** The same marks as the map draws, in the colours of the look. */
const SIGN_MARKS: Readonly<Record<Sign, readonly [text: string, colour: (palette: Palette) => string]>> = {
  shut: ['✕', (palette) => palette.shut],
  slow: ['▼', (palette) => palette.slow],
  cut: ['╌', (palette) => palette.shut],
  rain: ['╱', (palette) => palette.weather.stroke],
  fog: ['▒', (palette) => palette.weather.fog],
  flood: ['≈', (palette) => palette.weather.stroke],
  high: ['▬', (palette) => palette.water.high],
  night: ['◐', (palette) => palette.town.lit],
};

interface MapLegendProps {
  /** The synthetic town shows. */
  isTown: boolean;
  /** What is going on. */
  signs: readonly Sign[];
  ground: GroundState;
}

export function MapLegend({ isTown, signs, ground }: MapLegendProps): JSX.Element {
  const { t, name } = useText();
  const { t: tMap } = useLateText('map');
  const palette = palettes[useUi((ui) => ui.look)];
  const { grades } = palette;
  // Lights belong to houses: where none show, the night needs no line.
  const shown = signs.filter((sign) => sign !== 'night' || isTown);
  const indicator = useSelection((selection) => selection.indicator);
  return (
    <aside className="map-legend" data-testid="map-legend">
      <h2>{indicator === null ? t('map.legendScore') : name(indicatorById(indicator))}</h2>
      <ul className="map-legend-grades">
        {(indicator === null ? SCORE_KEY : STATE_KEY).map(([grade, key]) => (
          <li key={grade}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect width="14" height="14" fill={grades[grade]} stroke="currentColor" strokeOpacity="0.4" />
            </svg>
            {t(key)}
          </li>
        ))}
      </ul>
      <ul className="map-legend-marks">
        {MARKS.map(([kind, path]) => (
          <li key={kind}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <path d={path} />
            </svg>
            {t(`map.mark.${kind}`)}
          </li>
        ))}
      </ul>
      {shown.length > 0 && (
        <ul className="map-legend-marks" data-testid="map-signs">
          {shown.map((sign) => (
            <li key={sign}>
              <span aria-hidden="true" style={{ color: SIGN_MARKS[sign][1](palette) }}>
                {SIGN_MARKS[sign][0]}
              </span>
              {tMap(`sign.${sign}`)}
            </li>
          ))}
        </ul>
      )}
      <p>{t('map.schematic')}</p>
      {isTown && <p data-testid="map-town">{tMap('town')}</p>}
      {ground === 'failed' && <p role="alert">{tMap('groundFailed')}</p>}
      {ground !== null && ground !== 'failed' && (
        <p data-testid="map-attribution">{tMap('ground', { by: plainText(ground.attribution) })}</p>
      )}
    </aside>
  );
}
