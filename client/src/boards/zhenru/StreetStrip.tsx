// The streets that have something in one of the queues; a press takes the whole screen there.
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useText } from '../../i18n/text.ts';
import type { StreetCount } from './zhenruLists.ts';

interface StreetStripProps {
  streets: readonly StreetCount[];
  /** Index of the area that the queues speak of. */
  shown: number;
  onStreet: (area: number) => void;
}

export function StreetStrip({ streets, shown, onStreet }: StreetStripProps): JSX.Element {
  const { t, name } = useText();
  return (
    <ul className="zhenru-streets" aria-label={t('zhenruBoard.street')}>
      {streets.map(({ area, open }) => (
        <li key={area}>
          <button
            type="button"
            className="chip"
            aria-pressed={area === shown}
            onClick={() => onStreet(area)}
            data-testid="zhenru-street"
          >
            {name(areas[area]!)} <b>{open}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}
