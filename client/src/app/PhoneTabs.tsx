// On a phone one part is seen at a time: the cases first, then the vital signs, the map, and time. Thumbs change it at the bottom.
import type { JSX } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { PHONE_PARTS, select, setUi, useUi } from '../store/index.ts';

const ICONS = {
  cases: 'M3 4h10M3 8h10M3 12h7',
  signs: 'M1 9h3l2-5 3 8 2-5 1 2h3',
  map: 'M1 4l4-2 6 2 4-2v10l-4 2-6-2-4 2zM5 2v10M11 4v10',
  time: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5v3l2 2',
} as const;

export function PhoneTabs(): JSX.Element {
  const { t } = useLateText('finding');
  const part = useUi((ui) => ui.phonePart);
  return (
    <nav className="phone-tabs" aria-label={t('phone.parts')}>
      {PHONE_PARTS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === part ? 'page' : undefined}
          onClick={() => {
            setUi({ phonePart: one, board: null });
            // What lies open over a part closes with it.
            select({ primary: null, indicator: null, case: null });
          }}
          data-testid={`phone-${one}`}
        >
          <svg width="20" height="20" viewBox="0 0 16 16" aria-hidden="true">
            <path d={ICONS[one]} />
          </svg>
          {t(`phone.${one}`)}
        </button>
      ))}
    </nav>
  );
}
