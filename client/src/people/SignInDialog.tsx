// Signing in: by the token that was printed or handed out, or with the organisation's own provider where the server has one.

import type { FormEvent, JSX } from 'react';
import { useEffect, useId, useState } from 'react';
import type { Named } from '../i18n/text.ts';
import { useText } from '../i18n/text.ts';
import { Dialog } from '../time/Dialog.tsx';
import { askSignInWays, OIDC_START, signIn, useSignInWays } from './signIn.ts';

const focus = (field: HTMLInputElement | null): void => field?.focus();

export function SignInDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const { t, name } = useText();
  const ways = useSignInWays((state) => state.ways);
  useEffect(() => void askSignInWays(), []);
  return (
    <Dialog title={t('people.signInTitle')} className="sign-in" testId="sign-in-dialog" onClose={onClose}>
      <div className="sign-in-body">
        <p className="sign-in-hint">{t('people.signInHint')}</p>
        {ways === null && <p role="status">{t('app.loading')}</p>}
        {ways !== null && !ways.token && !ways.oidc && <p>{t('people.noWays')}</p>}
        {ways?.oidc && (
          <a className="button is-primary" href={OIDC_START} data-testid="sign-in-oidc">
            {name(ways.oidc)}
          </a>
        )}
        {ways?.oidc && ways.token && <p className="sign-in-or">{t('people.or')}</p>}
        {ways?.token && <TokenForm onIn={onClose} />}
      </div>
    </Dialog>
  );
}

function TokenForm({ onIn }: { onIn: () => void }): JSX.Element {
  const { t, name } = useText();
  const hint = useId();
  const [token, setToken] = useState('');
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Named | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSending(true);
    const why = await signIn(token);
    setSending(false);
    setRefusal(why);
    if (why === null) onIn();
  }

  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <label>
        <span>{t('people.token')}</span>
        <input
          type="password"
          autoComplete="current-password"
          value={token}
          onChange={(event) => setToken(event.target.value)}
          aria-invalid={refusal !== null}
          aria-describedby={hint}
          // The only thing to do here: the dialog was opened to type it.
          ref={focus}
          data-testid="sign-in-token"
        />
      </label>
      <p
        id={hint}
        className={refusal === null ? 'field-hint' : 'field-error'}
        role={refusal === null ? undefined : 'alert'}
        data-testid="sign-in-message"
      >
        {refusal === null ? t('people.tokenHint') : name(refusal)}
      </p>
      <button
        type="submit"
        className="button is-primary"
        disabled={token.trim() === '' || isSending}
        data-testid="sign-in-submit"
      >
        {t(isSending ? 'people.submitting' : 'people.submit')}
      </button>
    </form>
  );
}
