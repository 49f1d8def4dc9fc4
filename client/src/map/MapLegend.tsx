// What colours and shapes mean. Grades have words as well; case classes have shapes.
import { indicatorById } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { useText } from '../i18n/text.ts';
import { useSelection, useUi } from '../store/index.ts';
import { GRADES } from './fill.ts';
import { palettes } from './palette.ts';

export function MapLegend(): JSX.Element {
  const { t, name } = useText();
  const { grades } = palettes[useUi((ui) => ui.look)];
  const indicator = useSelection((selection) => selection.indicator);
  const shown = indicator === null ? GRADES : (['good', 'watch', 'critical', 'nodata'] as const);
  return (
    <aside className="map-legend">
      <h3>{indicator === null ? t('map.legendScore') : name(indicatorById(indicator))}</h3>
      <ul className="map-legend-grades">
        {shown.map((grade) => (
          <li key={grade}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect width="14" height="14" fill={grades[grade]} stroke="currentColor" strokeOpacity="0.4" />
            </svg>
            {t(
              indicator === null
                ? `map.grade.${grade}`
                : `map.state.${grade as 'good' | 'watch' | 'critical' | 'nodata'}`,
            )}
          </li>
        ))}
      </ul>
      <ul className="map-legend-marks">
        <li>● {t('map.mark.event')}</li>
        <li>■ {t('map.mark.component')}</li>
        <li>▲ {t('map.mark.emergency')}</li>
        <li>➤ {t('map.mark.unit')}</li>
      </ul>
      <p>{t('map.schematic')}</p>
    </aside>
  );
}
