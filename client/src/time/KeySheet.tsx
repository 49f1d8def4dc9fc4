// The list of keys: those of the playhead, those of the run, and those of the screen.
import type { JSX } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { Dialog } from './Dialog.tsx';
import { PLAY_SPEEDS, SPEEDS } from './speeds.ts';

export function KeySheet(): JSX.Element {
  const { t } = useLateText('timeline');
  const parts = [
    [
      'keys.playheadPart',
      ['keys.toggle', 'Space'],
      ['keys.second', '← / →'],
      ['keys.tenSeconds', 'Shift + ← / →'],
      ['keys.event', '[ / ]'],
      ['keys.ends', 'Home / End'],
      ['keys.live', 'L'],
      ['keys.playSpeed', `1 – ${PLAY_SPEEDS.length}`],
      ['keys.bookmark', 'M'],
    ],
    ['keys.runPart', ['keys.pause', 'P'], ['keys.speed', `1 – ${SPEEDS.length}`], ['keys.step', '.']],
    [
      'keys.screenPart',
      ['keys.up', 'Esc'],
      ['keys.boards', 'B'],
      ['keys.dimensions', 'PgUp / PgDn'],
      ['keys.language', 'E'],
      ['keys.look', 'O'],
      ['keys.sheet', '?'],
    ],
  ] as const;
  return (
    <Dialog title={t('keys.title')} testId="key-sheet">
      <div className="key-parts">
        {parts.map(([title, ...rows]) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl className="key-list">
              {rows.map(([what, key]) => (
                <div key={what}>
                  <dt>{t(what)}</dt>
                  <dd>
                    <kbd>{key}</kbd>
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
