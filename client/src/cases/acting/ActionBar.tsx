// What this person may do with this case now: the usual next steps as buttons, the rest in a list, each with why not where it may not be done.

import type { CaseState } from '@onescreen/shared/cases';
import type { JSX } from 'react';
import { useEffect, useId, useState } from 'react';
import type { Named } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import { usePerson } from '../../people/permission.ts';
import { SignInDialog } from '../../people/SignInDialog.tsx';
import { Chevron } from '../Chevron.tsx';
import type { AskedKind } from './ActionDialog.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { act, forgetDone, useDone } from './done.ts';
import type { ActionKind } from './draft.ts';
import { isPlain } from './draft.ts';
import type { Offer } from './offers.ts';
import { useOffers } from './useOffers.ts';
import './acting.css';

/** Undo is offered this long, wall clock. */
const UNDO_SHOWN_MS = 30_000;

/** What the bar says below its buttons. */
type Words = { kind: 'why-not'; offer: Offer } | { kind: 'refused'; what: ActionKind; message: Named } | null;

export function ActionBar({ one }: { one: CaseState }): JSX.Element {
  const { t } = useText();
  const person = usePerson();
  const { next, rest } = useOffers(one);
  const [asked, setAsked] = useState<AskedKind | null>(null);
  const [sending, setSending] = useState<ActionKind | null>(null);
  const [words, setWords] = useState<Words>(null);
  const [isMore, setMore] = useState(false);
  const list = useId();

  async function press(offer: Offer): Promise<void> {
    const { kind } = offer;
    if (offer.refusal !== null) return setWords({ kind: 'why-not', offer });
    setWords(null);
    if (!isPlain(kind)) return setAsked(kind);
    setSending(kind);
    const answer = await act(one, { kind, case: one.id });
    setSending(null);
    if (!answer.ok) setWords({ kind: 'refused', what: kind, message: answer.message });
  }

  if (person === null) return <SignInToAct />;
  return (
    <section className="actions" aria-label={t('act.title')} data-testid="actions">
      <div className="action-row">
        {next.map((offer, at) => (
          <ActionButton
            key={offer.kind}
            offer={offer}
            isFirst={offer.kind !== 'reopen' && at === (next[0]?.kind === 'release' ? 1 : 0)}
            isSending={sending === offer.kind}
            onPress={() => void press(offer)}
          />
        ))}
        {rest.length > 0 && (
          <button
            type="button"
            className="button"
            aria-expanded={isMore}
            aria-controls={list}
            onClick={() => setMore(!isMore)}
            data-testid="action-more"
          >
            {t('act.more')} <Chevron isUp={isMore} />
          </button>
        )}
      </div>
      <BarWords words={words} />
      <LastDone one={one} onRefused={(message, what) => setWords({ kind: 'refused', what, message })} />
      {isMore && (
        <ul className="action-list" id={list}>
          {rest.map((offer) => (
            <li key={offer.kind}>
              <ActionButton
                offer={offer}
                isFirst={false}
                isSending={sending === offer.kind}
                onPress={() => void press(offer)}
              />
              <small>{offer.refusal ?? t(`act.kindHints.${offer.kind}`)}</small>
            </li>
          ))}
        </ul>
      )}
      {asked !== null && <ActionDialog one={one} kind={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface ButtonProps {
  offer: Offer;
  isFirst: boolean;
  isSending: boolean;
  onPress: () => void;
}

/** A refused action can still be pressed: then it says why. */
function ActionButton({ offer, isFirst, isSending, onPress }: ButtonProps): JSX.Element {
  const { t } = useText();
  const why = useId();
  const isRefused = offer.refusal !== null;
  return (
    <>
      <button
        type="button"
        className={`button ${isFirst && !isRefused ? 'is-primary' : ''} ${isRefused ? 'is-refused' : ''}`}
        aria-disabled={isRefused || isSending}
        aria-describedby={isRefused ? why : undefined}
        title={offer.refusal ?? t(`act.kindHints.${offer.kind}`)}
        onClick={isSending ? undefined : onPress}
        data-testid={`action-${offer.kind}`}
      >
        {isSending ? t('act.sending') : t(`act.kinds.${offer.kind}`)}
      </button>
      {isRefused && (
        <span id={why} className="visually-hidden">
          {offer.refusal}
        </span>
      )}
    </>
  );
}

function BarWords({ words }: { words: Words }): JSX.Element | null {
  const { t, name } = useText();
  if (words === null) return null;
  if (words.kind === 'why-not')
    return (
      <p className="action-words" role="status" data-testid="action-why-not">
        <b>{t('act.notAllowed', { what: t(`act.kinds.${words.offer.kind}`) })}</b> {words.offer.refusal}
      </p>
    );
  return (
    <p className="action-words field-error" role="alert" data-testid="action-refusal">
      <b>
        {t(`act.kinds.${words.what}`)} · {t('act.refused')}
      </b>{' '}
      {name(words.message)}
    </p>
  );
}

interface LastDoneProps {
  one: CaseState;
  onRefused: (message: Named, what: ActionKind) => void;
}

/** What was done last to this case, with the way back for half a minute. */
function LastDone({ one, onRefused }: LastDoneProps): JSX.Element | null {
  const { t } = useText();
  const done = useDone((state) => state.done);
  const [isUndoing, setUndoing] = useState(false);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(forgetDone, UNDO_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done]);
  if (done === null || done.case !== one.id) return null;
  const what = t(`act.kinds.${done.kind}`);

  async function undo(): Promise<void> {
    if (!done?.undo) return;
    setUndoing(true);
    const answer = await act(one, done.undo);
    setUndoing(false);
    if (!answer.ok) onRefused(answer.message, done.undo.kind);
  }

  return (
    <p className="action-words is-done" role="status" data-testid="action-answer" data-kind={done.kind}>
      <span>
        <span aria-hidden="true">✓</span> {t(done.isQueued ? 'act.queued' : 'act.done', { what })}
      </span>
      {done.undo !== null && (
        <button type="button" className="button" disabled={isUndoing} onClick={() => void undo()} data-testid="undo">
          {t(isUndoing ? 'act.undoing' : 'act.undo')}
        </button>
      )}
    </p>
  );
}

function SignInToAct(): JSX.Element {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="actions">
      <button type="button" className="button" onClick={() => setAsking(true)} data-testid="action-sign-in">
        {t('act.signInToAct')}
      </button>
      {isAsking && <SignInDialog onClose={() => setAsking(false)} />}
    </div>
  );
}
