// A case behind which a resident stands: no name, no door. Whoever may opens the full record, once, and the look is logged.

import type { CaseState } from '@onescreen/shared/cases';
import type { ResidentRecord } from '@onescreen/shared/protocol';
import type { JSX } from 'react';
import { useId, useState } from 'react';
import type { Named } from '../i18n/text.ts';
import { useText } from '../i18n/text.ts';
import { useDeedRefusal } from '../people/permission.ts';
import { Dialog } from '../time/Dialog.tsx';
import { act } from './acting/done.ts';

export function PersonalRecord({ one }: { one: CaseState }): JSX.Element {
  const { t, name } = useText();
  const why = useId();
  const refusal = useDeedRefusal('look', one.area);
  const [record, setRecord] = useState<ResidentRecord | null>(null);
  const [words, setWords] = useState<Named | null>(null);
  const [isSending, setSending] = useState(false);

  async function look(): Promise<void> {
    if (refusal !== null) return setWords(refusal);
    setSending(true);
    setWords(null);
    const answer = await act(one, { kind: 'look', case: one.id });
    setSending(false);
    if (!answer.ok) setWords(answer.message);
    else if (answer.record !== undefined) setRecord(answer.record);
    else setWords(answer.queued ? LATER : NO_RECORD);
  }

  return (
    <div className="personal" data-testid="personal">
      <span>{t('record.masked')}</span>
      <button
        type="button"
        className={`button ${refusal === null ? '' : 'is-refused'}`}
        aria-disabled={refusal !== null || isSending}
        aria-describedby={refusal === null ? undefined : why}
        title={refusal === null ? t('act.kindHints.look') : name(refusal)}
        onClick={() => void look()}
        data-testid="look-record"
      >
        {t(isSending ? 'act.sending' : 'act.kinds.look')}
      </button>
      {refusal !== null && (
        <span id={why} className="visually-hidden">
          {name(refusal)}
        </span>
      )}
      {words !== null && (
        <p className="action-words" role="alert" data-testid="look-refusal">
          {name(words)}
        </p>
      )}
      {record !== null && <RecordDialog record={record} onClose={() => setRecord(null)} />}
    </div>
  );
}

/** The run stands still: the look is logged when it goes on, and only then the record may leave the store. */
const LATER: Named = {
  zh: '运行已暂停，继续后再打开个人记录。',
  en: 'The run stands still: open the record again when it goes on.',
};
const NO_RECORD: Named = { zh: '这件案件没有个人记录。', en: 'This case has no personal record.' };

/** Lives only while it is open: nothing of it goes into the store or the address. */
function RecordDialog({ record, onClose }: { record: ResidentRecord; onClose: () => void }): JSX.Element {
  const { t, name } = useText();
  return (
    <Dialog title={t('record.title')} testId="record-dialog" onClose={onClose}>
      <div className="record-body">
        <p className="record-logged">{t('record.logged')}</p>
        <dl className="detail-facts">
          <dt>{t('record.name')}</dt>
          <dd>{record.name}</dd>
          <dt>{t('record.age')}</dt>
          <dd>{t('record.ageYears', { n: record.age })}</dd>
          <dt>{t('record.phone')}</dt>
          <dd>{record.phone}</dd>
          <dt>{t('record.address')}</dt>
          <dd>{name(record.address)}</dd>
        </dl>
        <p className="field-hint">{t('record.notKept')}</p>
      </div>
    </Dialog>
  );
}
