// What the map draws, switched by the viewer.
import type { JSX } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';

export interface SwitchState {
  cases: boolean;
  units: boolean;
  orders: boolean;
  metro: boolean;
  roads: boolean;
  /** Where cases were found, as heat. */
  heat: boolean;
}

const ORDER = ['cases', 'units', 'orders', 'metro', 'roads', 'heat'] as const;

export function MapSwitches(props: { state: SwitchState; onChange: (state: SwitchState) => void }): JSX.Element {
  const { t } = useText();
  const { t: tMap } = useLateText('map');
  return (
    <fieldset className="map-switches">
      <legend className="visually-hidden">{t('map.layers')}</legend>
      {ORDER.map((key) => (
        <button
          key={key}
          type="button"
          aria-pressed={props.state[key]}
          onClick={() => props.onChange({ ...props.state, [key]: !props.state[key] })}
        >
          {key === 'heat' ? tMap('heat') : t(`map.layer.${key}`)}
        </button>
      ))}
    </fieldset>
  );
}
