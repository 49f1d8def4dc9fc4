// Putting an alarm on its shelf, for a reason and a while, and taking it off again. A refusal is shown where it was asked, in words.
import type { AlarmState } from '@onescreen/shared/cases';
import { SHELF_MINUTES, shelfReasons, shelfReasonText } from '@onescreen/shared/cases';
import type { FormEvent, JSX } from 'react';
import { useState } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import type { Named } from '../i18n/text.ts';
import { useDeedRefusal } from '../people/permission.ts';
import { send } from '../store/commands.ts';

export function ShelfPart({ alarm }: { alarm: AlarmState }): JSX.Element {
  const { t, name } = useLateText('alarms');
  const refusal = useDeedRefusal(alarm.shelved === undefined ? 'shelve' : 'unshelve', alarm.area);
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Named | null>(null);
  const title = refusal === null ? undefined : name(refusal);
  async function unshelve(): Promise<void> {
    const reply = await send({ kind: 'unshelve', alarm: alarm.alarm });
    setAnswer(reply.ok ? null : reply.message);
  }
  return (
    <>
      {alarm.shelved !== undefined ? (
        <button
          type="button"
          className="button"
          disabled={refusal !== null}
          title={title}
          onClick={() => void unshelve()}
          data-testid="alarm-unshelve"
        >
          {t('unshelve')}
        </button>
      ) : (
        !isAsking && (
          <button
            type="button"
            className="button"
            disabled={refusal !== null}
            title={title}
            onClick={() => setAsking(true)}
            data-testid="alarm-shelve"
          >
            {t('shelve')}
          </button>
        )
      )}
      {answer !== null && (
        <p className="alarm-refused" role="alert" data-testid="alarm-refused">
          <b>{t('refused')}</b> {name(answer)}
        </p>
      )}
      {isAsking && alarm.shelved === undefined && (
        <ShelfForm alarm={alarm} onDone={() => setAsking(false)} onRefused={setAnswer} />
      )}
    </>
  );
}

interface FormProps {
  alarm: AlarmState;
  onDone: () => void;
  onRefused: (words: Named | null) => void;
}

function ShelfForm({ alarm, onDone, onRefused }: FormProps): JSX.Element {
  const { t, name } = useLateText('alarms');
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState(60);
  const length = (n: number): string => (n < 60 ? t('minutes', { n }) : t('hours', { n: n / 60 }));
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const reply = await send({ kind: 'shelve', alarm: alarm.alarm, minutes, reason });
    onRefused(reply.ok ? null : reply.message);
    if (reply.ok) onDone();
  }
  return (
    <form className="shelf-form" onSubmit={(event) => void submit(event)} data-testid="shelf-form">
      <label>
        {t('shelveWhy')}{' '}
        <select required value={reason} onChange={({ target }) => setReason(target.value)} data-testid="shelf-reason">
          <option value="">{t('shelveWhyNone')}</option>
          {shelfReasons.map((one) => (
            <option key={one} value={one}>
              {name(shelfReasonText(one))}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('shelveLong')}{' '}
        <select value={minutes} onChange={({ target }) => setMinutes(Number(target.value))} data-testid="shelf-minutes">
          {SHELF_MINUTES.map((n) => (
            <option key={n} value={n}>
              {length(n)}
            </option>
          ))}
        </select>
      </label>
      <span className="shelf-end">
        <button type="button" className="button" onClick={onDone}>
          {t('cancel')}
        </button>
        <button type="submit" className="button is-primary" disabled={reason === ''} data-testid="shelf-send">
          {t('shelveNow', { time: length(minutes) })}
        </button>
      </span>
    </form>
  );
}
