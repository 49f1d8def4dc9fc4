// A number that no case on the screen has: it may be of a case that has left the screen, which the log still has.
import type { JSX } from 'react';
import { useState } from 'react';
import { useText } from '../i18n/text.ts';
import { select, useRun } from '../store/index.ts';
import { fetchCase } from './pastCase.ts';

/** `c3` and `3` mean the case C00003. */
export function idOf(text: string): string {
  const digits = /^c?0*(\d{1,12})$/i.exec(text)?.[1];
  return digits === undefined ? text : `C${digits.padStart(5, '0')}`;
}

/** Looks by id. `text`: what was typed, without blanks around it. */
export function FindInLog({ text }: { text: string }): JSX.Element {
  const { t } = useText();
  const run = useRun((state) => state.info?.run ?? null);
  const [asked, setAsked] = useState<{ text: string; state: 'looking' | 'missing' | 'failed' } | null>(null);
  const state = asked?.text === text ? asked.state : null;

  async function look(): Promise<void> {
    if (run === null) return;
    setAsked({ text, state: 'looking' });
    const found = await fetchCase(run, idOf(text));
    if (found.state === 'ready') select({ case: found.one.id });
    setAsked(found.state === 'missing' || found.state === 'failed' ? { text, state: found.state } : null);
  }

  return (
    <div className="work-empty">
      {state === 'missing' && <p role="status">{t('find.notFound', { text })}</p>}
      {state === 'failed' && <p role="alert">{t('past.failed')}</p>}
      {state === null && <p>{t('cases.none')}</p>}
      <p>
        <button
          type="button"
          className="button"
          disabled={state === 'looking'}
          onClick={() => void look()}
          data-testid="find-in-log"
        >
          {state === 'looking' ? t('find.looking') : t('find.inLog', { text })}
        </button>
      </p>
    </div>
  );
}
