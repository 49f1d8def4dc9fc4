// The sheet of one action: what it means, what has to be filled in, and the answer in words. A refusal loses nothing that was filled in.

import type { CaseState } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { unreachable } from '@onescreen/shared/unreachable';
import type { FormEvent, JSX } from 'react';
import { useState } from 'react';
import type { Named } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
import { Dialog } from '../../time/Dialog.tsx';
import { act } from './done.ts';
import type { ActionKind, Draft, PlainKind } from './draft.ts';
import { actionOf, emptyDraft } from './draft.ts';
import type { FieldProps } from './fields.tsx';
import {
  LengthField,
  LevelField,
  MeansField,
  PlanField,
  ReasonField,
  RulingField,
  reasonsOf,
  tomorrow,
  UntilField,
} from './fields.tsx';
import { JoinField } from './JoinField.tsx';
import { UnitField } from './UnitField.tsx';

export type AskedKind = Exclude<ActionKind, PlainKind>;

interface ActionDialogProps {
  one: CaseState;
  kind: AskedKind;
  onClose: () => void;
}

/** What a person would choose most often: the only reason there is, the usual means, a day from now. */
function firstDraft(one: CaseState, kind: AskedKind): Draft {
  const reasons = reasonsOf(kind);
  const [only] = reasons;
  const { info, tick } = useRun.getState();
  return {
    ...emptyDraft,
    reason: reasons.length === 1 && only !== undefined ? only : '',
    untilTick: kind === 'suspend' ? tomorrow(tick, info?.epochMs ?? 0) : null,
    means: kind === 'verify' ? caseTypeByCode(one.type).check : null,
  };
}

export function ActionDialog({ one, kind, onClose }: ActionDialogProps): JSX.Element {
  const { t, name } = useText();
  const [draft, setDraft] = useState(() => firstDraft(one, kind));
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Named | null>(null);
  const action = actionOf(kind, one.id, draft);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (action === null || isSending) return;
    setSending(true);
    setRefusal(null);
    const answer = await act(one, action);
    setSending(false);
    if (answer.ok) onClose();
    else setRefusal(answer.message);
    // Another unit is proposed by now than when the list was opened.
    if (!answer.ok && answer.refusal === 'reason-needed') setDraft((now) => ({ ...now, unitNeedsReason: true }));
  }

  return (
    <Dialog title={t(`act.kinds.${kind}`)} className="action-dialog" testId={`dialog-${kind}`} onClose={onClose}>
      <form className="action-form" onSubmit={(event) => void submit(event)}>
        <p className="action-about">
          <b>{name(caseTypeByCode(one.type))}</b> {'number' in one ? one.number : one.id}
        </p>
        <p className="field-hint">{t(`act.kindHints.${kind}`)}</p>
        <Fields one={one} kind={kind} draft={draft} change={(part) => setDraft((now) => ({ ...now, ...part }))} />
        {refusal !== null && (
          <p className="field-error" role="alert" data-testid="action-refusal">
            <b>{t('act.refused')}</b> {name(refusal)}
          </p>
        )}
        <footer className="action-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('act.cancel')}
          </button>
          <button
            type="submit"
            className={`button is-primary ${kind === 'void' ? 'is-grave' : ''}`}
            disabled={action === null || isSending}
            data-testid="send-action"
          >
            {isSending ? t('act.sending') : t(`act.kinds.${kind}`)}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Fields({ one, kind, ...field }: FieldProps & { one: CaseState; kind: AskedKind }): JSX.Element {
  const { t } = useText();
  const reason = <ReasonField kind={kind} {...field} />;
  switch (kind) {
    case 'reject':
    case 'withdraw':
    case 'return':
    case 'rework':
    case 'reopen':
      return reason;
    case 'void':
      return (
        <>
          {reason}
          <p className="field-warning">{t('act.voidWarning')}</p>
        </>
      );
    case 'join':
      return (
        <>
          <JoinField one={one} {...field} />
          {reason}
        </>
      );
    case 'assign':
    case 'support':
      return (
        <>
          <UnitField one={one} kind={kind} {...field} />
          {(kind === 'support' || field.draft.unitNeedsReason) && reason}
        </>
      );
    case 'rule':
      return <RulingField {...field} />;
    case 'extend':
      return (
        <>
          <LengthField one={one} {...field} />
          {reason}
        </>
      );
    case 'suspend':
      return (
        <>
          <UntilField {...field} />
          <PlanField {...field} />
          {reason}
        </>
      );
    case 'escalate':
      return (
        <>
          <LevelField one={one} {...field} />
          {reason}
        </>
      );
    case 'verify':
      return <MeansField one={one} {...field} />;
    default:
      return unreachable(kind);
  }
}
