// The list of keys, read off the table that the keyboard works by: those of the playhead, of the run, and of the screen.
import type { JSX } from 'react';
import { keyCommands } from '../app/keyTable.ts';
import { useLateText } from '../i18n/lateText.ts';
import { Dialog } from '../time/Dialog.tsx';

const PARTS = ['playhead', 'run', 'screen'] as const;

export function KeySheet(): JSX.Element {
  const { t } = useLateText('finding');
  return (
    <Dialog title={t('keys.title')} testId="key-sheet" className="key-sheet">
      <div className="key-parts" tabIndex={0}>
        {PARTS.map((part) => (
          <section key={part}>
            <h3>{t(`keys.${part}`)}</h3>
            <dl className="key-list">
              {keyCommands
                .filter((one) => one.part === part && one.label !== '')
                .map(({ id, label }) => (
                  <div key={id}>
                    <dt>{t(`command.${id}`)}</dt>
                    <dd>
                      <kbd>{label}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
