// 假如……: a branch of a run is put together: from when, what is different, and whether it runs aside or takes the stage.
import type { RunInfo } from '@onescreen/shared/log';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Words } from '../../backend/tell.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useDeedRefusal } from '../../people/permission.ts';
import { send, setUi, useNotice, useRun } from '../../store/index.ts';
import { Dialog } from '../../time/Dialog.tsx';
import { useAsked } from '../useAsked.ts';
import { BranchPeople } from './BranchPeople.tsx';
import { BranchWhen } from './BranchWhen.tsx';
import { BranchWhere } from './BranchWhere.tsx';
import type { BranchDraft } from './branchDraft.ts';
import { commandOf, emptyDraft, isUnchanged } from './branchDraft.ts';
import { InjectPart } from './InjectPart.tsx';
import { PolicyField } from './PolicyField.tsx';
import { runPath } from './runPaths.ts';
import type { RunRow } from './runRows.ts';
import { titleOf } from './runRows.ts';

/** A dialog asks once. */
const ONCE = { count: 0 };

function readInfo(body: unknown): RunInfo {
  const { info } = (body ?? {}) as { info?: RunInfo };
  if (typeof info !== 'object' || !Array.isArray(info.units)) throw new TypeError('the answer holds no run');
  return info;
}

interface BranchDialogProps {
  parent: RunRow;
  onClose: () => void;
  onStarted: () => void;
}

export function BranchDialog({ parent, onClose, onStarted }: BranchDialogProps): JSX.Element {
  const { t, name } = useLateText('runs');
  const refusal = useDeedRefusal('branch', null);
  const shown = useRun(({ info }) => info?.run ?? null);
  const [playheadTick] = useState(() =>
    shown === parent.run ? Math.min(useRun.getState().tick, parent.lastTick) : null,
  );
  const speed = useRun(({ status }) => status?.pace?.speed ?? 20);
  const [draft, setDraft] = useState<BranchDraft>(() => emptyDraft(playheadTick ?? 0, speed));
  const [step, setStep] = useState<'editing' | 'starting' | Words>('editing');
  const info = useAsked(runPath(parent.run), parent.run, readInfo, ONCE);
  const change = (part: Partial<BranchDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const isWhen = draft.forkTick >= 0 && draft.forkTick <= parent.lastTick;

  async function start(): Promise<void> {
    setStep('starting');
    const answer = await send(commandOf(parent.run, draft));
    if (!answer.ok) return setStep(answer.message);
    useNotice.setState({ notice: null });
    onStarted();
    onClose();
    if (!draft.aside) setUi({ board: null });
  }
  return (
    <Dialog title={t('branch.title')} className="branch-dialog" testId="branch-dialog" onClose={onClose}>
      <div className="branch-body">
        <p>{t('branch.intro', { name: titleOf(parent, name) })}</p>
        <BranchWhen
          parent={parent}
          playheadTick={playheadTick}
          forkTick={draft.forkTick}
          isWrong={!isWhen}
          onTick={(forkTick) => change({ forkTick, without: new Set(), moved: new Map() })}
        />
        <PolicyField parent={parent} policy={draft.policy} onPolicy={(policy) => change({ policy })} />
        <BranchPeople parent={parent} draft={draft} change={change} />
        <InjectPart
          injects={draft.injects}
          units={info.answer?.units ?? []}
          onInjects={(injects) => change({ injects })}
        />
        <BranchWhere parent={parent} draft={draft} change={change} />
      </div>
      <footer className="branch-start">
        <p role={typeof step === 'object' ? 'alert' : undefined}>
          {refusal !== null
            ? name(refusal)
            : typeof step === 'object'
              ? name(step)
              : isUnchanged(draft)
                ? t('branch.nothing')
                : ''}
        </p>
        <button type="button" className="button" onClick={onClose}>
          {t('row.cancel')}
        </button>
        <button
          type="button"
          className="button is-primary"
          disabled={refusal !== null || step === 'starting' || !isWhen}
          title={refusal === null ? undefined : name(refusal)}
          onClick={() => void start()}
          data-testid="branch-start"
        >
          {t(step === 'starting' ? 'branch.starting' : 'branch.start')}
        </button>
      </footer>
    </Dialog>
  );
}
