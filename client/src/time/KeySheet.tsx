// The list of keys.
import type { JSX } from 'react';
import { useText } from '../i18n/text.ts';
import { Dialog } from './Dialog.tsx';
import { SPEEDS } from './speeds.ts';

export function KeySheet(): JSX.Element {
  const { t } = useText();
  const rows = [
    [t('keys.pause'), 'Space'],
    [t('keys.speed'), `1 – ${SPEEDS.length}`],
    [t('keys.step'), '.'],
    [t('keys.up'), 'Esc'],
    [t('keys.boards'), 'B'],
    [t('keys.dimensions'), 'PgUp / PgDn'],
    [t('keys.language'), 'E'],
    [t('keys.look'), 'O'],
    [t('keys.sheet'), '?'],
  ] as const;
  return (
    <Dialog title={t('keys.title')} testId="key-sheet">
      <dl className="key-list">
        {rows.map(([what, key]) => (
          <div key={key}>
            <dt>{what}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
