// Asks before a run is deleted: what goes with it, and that it does not come back.
import type { JSX } from 'react';
import { useState } from 'react';
import type { Words } from '../../backend/tell.ts';
import { tell } from '../../backend/tell.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { Dialog } from '../../time/Dialog.tsx';
import { runPath } from './runPaths.ts';
import type { RunList, RunRow } from './runRows.ts';
import { formatBytes, titleOf } from './runRows.ts';

interface DeleteDialogProps {
  run: RunRow;
  list: RunList;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteDialog({ run, list, onClose, onDeleted }: DeleteDialogProps): JSX.Element {
  const { t, name, language } = useLateText('runs');
  const [step, setStep] = useState<'asking' | 'deleting' | Words>('asking');
  const branches = list.runs.filter(({ parent }) => parent?.run === run.run).length;

  async function remove(): Promise<void> {
    setStep('deleting');
    const told = await tell('DELETE', runPath(run.run));
    if (!told.ok) return setStep(told.why);
    onDeleted();
    onClose();
  }
  return (
    <Dialog title={t('row.deleteTitle')} testId="delete-dialog" onClose={onClose}>
      <div className="run-asking">
        <p>
          {t('row.deleteAsk', { name: titleOf(run, name), notes: run.notes, size: formatBytes(run.bytes, language) })}
          {branches > 0 && ` ${t('row.deleteBranches', { n: branches })}`}
        </p>
        {typeof step === 'object' && (
          <p role="alert" className="tone-red is-late">
            {name(step)}
          </p>
        )}
        <div className="run-asking-buttons">
          <button type="button" className="button" onClick={onClose}>
            {t('row.cancel')}
          </button>
          <button
            type="button"
            className="button is-primary"
            disabled={step === 'deleting'}
            onClick={() => void remove()}
            data-testid="confirm-delete"
          >
            {t(step === 'deleting' ? 'row.deleting' : 'row.deleteYes')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
