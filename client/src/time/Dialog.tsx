// A modal sheet: the browser's own dialog, which keeps the focus inside and closes on Escape.

import type { JSX, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/text.ts';
import { setUi } from '../store/index.ts';
import './dialog.css';

interface DialogProps {
  title: string;
  className?: string;
  testId?: string;
  children: ReactNode;
}

const close = (): void => setUi({ dialog: 'none' });

export function Dialog({ title, className = '', testId, children }: DialogProps): JSX.Element {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={`dialog ${className}`} aria-label={title} onClose={close} data-testid={testId}>
      <header className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="button" onClick={close}>
          {t('app.close')}
        </button>
      </header>
      {children}
    </dialog>
  );
}
