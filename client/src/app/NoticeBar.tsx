// A refused command or a part that is missing, in words, until it is dismissed.
import type { JSX } from 'react';
import { useText } from '../i18n/text.ts';
import { useNotice } from '../store/index.ts';
import './notices.css';

export function NoticeBar(): JSX.Element | null {
  const { t, name } = useText();
  const notice = useNotice((state) => state.notice);
  if (notice === null) return null;
  const close = (): void => useNotice.setState({ notice: null });
  const { again } = notice;
  return (
    <div className="notice" role="alert" data-testid="notice">
      <p>{name(notice)}</p>
      {again !== undefined && (
        <button
          type="button"
          className="button is-primary"
          onClick={() => {
            close();
            again();
          }}
          data-testid="notice-again"
        >
          {t('app.retry')}
        </button>
      )}
      <button type="button" className="button" onClick={close}>
        {t('app.close')}
      </button>
    </div>
  );
}
