// A refused command, in words, until it is dismissed.
import type { JSX } from 'react';
import { useText } from '../i18n/text.ts';
import { useNotice } from '../store/index.ts';
import './notices.css';

export function NoticeBar(): JSX.Element | null {
  const { t, name } = useText();
  const notice = useNotice((state) => state.notice);
  if (notice === null) return null;
  return (
    <div className="notice" role="alert" data-testid="notice">
      <p>{name(notice)}</p>
      <button type="button" className="button" onClick={() => useNotice.setState({ notice: null })}>
        {t('app.close')}
      </button>
    </div>
  );
}
