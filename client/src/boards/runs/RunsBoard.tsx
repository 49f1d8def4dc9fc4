// 场次: what is recorded: what each run was, how long and how large; rename, keep, delete, replay, branch from, compare, import and export.
import type { JSX } from 'react';
import { useCallback, useState } from 'react';
import { openChosenFile } from '../../backend/openFile.ts';
import { formatCount } from '../../i18n/format.ts';
import { addText, useLateText } from '../../i18n/lateText.ts';
import { en } from '../../i18n/words/runsEn.ts';
import { zh } from '../../i18n/words/runsZh.ts';
import { renewFamily } from '../../store/family.ts';
import { useBeat } from '../beat.ts';
import { AskState } from '../Problem.tsx';
import { useAsked } from '../useAsked.ts';
import { BranchDialog } from './BranchDialog.tsx';
import { FileButton } from './FileButton.tsx';
import { ImportButton, ImportPlace, useImporting } from './Importing.tsx';
import { RunTable } from './RunTable.tsx';
import type { RunRow } from './runRows.ts';
import { foundRuns, readRuns, withBranches } from './runRows.ts';
import './runs.css';

addText('runs', { zh, en });

export default function RunsBoard(): JSX.Element {
  const { t, language } = useLateText('runs');
  const beat = useBeat();
  const asked = useAsked('api/runs', 'runs', readRuns, beat);
  const [text, setText] = useState('');
  const [branched, setBranched] = useState<RunRow | null>(null);
  const { again } = asked;
  const changed = useCallback(() => {
    again();
    renewFamily();
  }, [again]);
  const importing = useImporting(changed);
  const list = asked.answer;
  const found = list === null ? [] : withBranches(foundRuns(list.runs, text));
  return (
    <ImportPlace importing={importing}>
      <div className="board-controls">
        <input
          type="search"
          className="runs-search"
          value={text}
          placeholder={t('list.search')}
          aria-label={t('list.search')}
          onChange={({ target }) => setText(target.value)}
          data-testid="runs-search"
        />
        {list !== null && list.runs.length > 0 && (
          <span role="status">
            {t('list.found', {
              shown: formatCount(found.length, language),
              all: formatCount(list.runs.length, language),
            })}
          </span>
        )}
        <span className="board-end runs-files">
          <FileButton
            word={t('list.open')}
            hint={t('list.openHint')}
            onFile={(file) => void openChosenFile(file).then(changed)}
            testId="runs-open"
          />
          <ImportButton importing={importing} />
        </span>
      </div>
      <AskState asked={asked} />
      {list !== null && list.runs.length === 0 && <p className="board-note">{t('list.none')}</p>}
      {list !== null && list.runs.length > 0 && found.length === 0 && (
        <p className="board-note">{t('list.noneFound', { text })}</p>
      )}
      {list !== null && found.length > 0 && (
        <RunTable found={found} list={list} onChanged={changed} onBranch={setBranched} />
      )}
      {branched !== null && <BranchDialog parent={branched} onClose={() => setBranched(null)} onStarted={changed} />}
    </ImportPlace>
  );
}
