// What can be done with a run: replay it, branch from it, compare with it, keep it, take it away as a file, delete it.
import type { JSX } from 'react';
import { useState } from 'react';
import { tell } from '../../backend/tell.ts';
import { useHasServer } from '../../backend/useHasServer.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useDeedRefusal } from '../../people/permission.ts';
import { setUi, useNotice, useRun } from '../../store/index.ts';
import { moveTime } from '../../store/time.ts';
import { FileLink } from '../FileLink.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { runPath } from './runPaths.ts';
import type { RunList, RunRow } from './runRows.ts';

interface RunDeedsProps {
  run: RunRow;
  list: RunList;
  onChanged: () => void;
  onBranch: (run: RunRow) => void;
}

export function RunDeeds({ run, list, onChanged, onBranch }: RunDeedsProps): JSX.Element {
  const { t, name } = useLateText('runs');
  const shown = useRun(({ info }) => info?.run ?? null);
  const hasServer = useHasServer();
  const curate = useDeedRefusal('curate', null);
  const discard = useDeedRefusal('discard', null);
  const [isDeleting, setDeleting] = useState(false);
  const isInUse = run.run === list.current || run.state === 'open';
  const onServer = hasServer && !run.isHere ? null : t('row.onServer');
  const whyNotKeep = onServer ?? (curate === null ? null : name(curate));
  const whyNotDelete = onServer ?? (discard === null ? (isInUse ? t('row.deleteOnStage') : null) : name(discard));

  const say = (notice: { zh: string; en: string } | null): void => useNotice.setState({ notice });
  async function keep(kept: boolean): Promise<void> {
    const told = await tell('PATCH', runPath(run.run), { kept });
    say(told.ok ? null : told.why);
    if (told.ok) onChanged();
  }
  return (
    <span className="run-deeds">
      <button
        type="button"
        className="button"
        title={t('row.watchHint')}
        onClick={() => {
          moveTime({ kind: 'open', run: run.run });
          setUi({ board: null });
        }}
        data-testid="run-watch"
      >
        {t('row.watch')}
      </button>
      <button
        type="button"
        className="button"
        disabled={!hasServer || run.isHere}
        title={onServer ?? t('row.branchHint')}
        onClick={() => onBranch(run)}
        data-testid="run-branch"
      >
        {t('row.branch')}
      </button>
      <button
        type="button"
        className="button"
        disabled={run.run === shown}
        title={t(run.run === shown ? 'row.compareSelf' : 'row.compareHint')}
        onClick={() => setUi({ compare: run.run, board: 'compare' })}
        data-testid="run-compare"
      >
        {t('row.compare')}
      </button>
      <FileLink
        run={run.run}
        path={runPath(run.run, 'file')}
        title={t(run.isHere ? 'row.exportHere' : 'row.exportHint')}
        testId="run-export"
      >
        {t('row.export')}
      </FileLink>
      <button
        type="button"
        className="button"
        aria-pressed={run.kept}
        disabled={whyNotKeep !== null}
        title={whyNotKeep ?? t('row.keepHint')}
        onClick={() => void keep(!run.kept)}
        data-testid="run-keep"
      >
        {t(run.kept ? 'row.kept' : 'row.keep')}
      </button>
      <button
        type="button"
        className="button"
        disabled={whyNotDelete !== null}
        title={whyNotDelete ?? t('row.delete')}
        onClick={() => setDeleting(true)}
        data-testid="run-delete"
      >
        {t('row.delete')}
      </button>
      {isDeleting && <DeleteDialog run={run} list={list} onClose={() => setDeleting(false)} onDeleted={onChanged} />}
    </span>
  );
}
