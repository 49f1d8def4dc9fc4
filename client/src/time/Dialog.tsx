// A modal sheet: the browser's own dialog, which keeps the focus inside, closes on Escape and gives the focus back.

import type { JSX, ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../i18n/text.ts';
import { setUi } from '../store/index.ts';
import './dialog.css';

interface DialogProps {
  title: string;
  className?: string;
  testId?: string;
  /** Without its own head: what is inside says what it is and how it is closed. */
  isBare?: boolean;
  /** What ends it. Without one: the screen's own dialog is closed. */
  onClose?: () => void;
  children: ReactNode;
}

const closeOfScreen = (): void => setUi({ dialog: 'none' });

export function Dialog({
  title,
  className = '',
  testId,
  isBare = false,
  onClose = closeOfScreen,
  children,
}: DialogProps): JSX.Element {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it is taken off the page: only then does the browser give the focus back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={title}
      // A dialog that was shown again meanwhile is not closed.
      onClose={() => !dialog.current?.open && onClose()}
      data-testid={testId}
    >
      {!isBare && (
        <div className="dialog-head">
          <h2>{title}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('app.close')}
          </button>
        </div>
      )}
      {children}
    </dialog>
  );
}
