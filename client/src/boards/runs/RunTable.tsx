// The list of runs, each branch under its parent.
import type { JSX } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { Scrolled } from '../Scrolled.tsx';
import { RunLine } from './RunLine.tsx';
import type { ListedRun, RunList, RunRow } from './runRows.ts';

const COLUMNS = [
  { id: 'name' },
  { id: 'length', isNumber: true },
  { id: 'cases', isNumber: true },
  { id: 'notes', isNumber: true },
  { id: 'size', isNumber: true },
  { id: 'made' },
  { id: 'state' },
  { id: 'deeds' },
] as const satisfies readonly { id: string; isNumber?: boolean }[];

interface RunTableProps {
  found: readonly ListedRun[];
  list: RunList;
  onChanged: () => void;
  onBranch: (run: RunRow) => void;
}

export function RunTable({ found, list, onChanged, onBranch }: RunTableProps): JSX.Element {
  const { t } = useLateText('runs');
  return (
    <Scrolled>
      <table className="board-table runs-table" data-testid="runs-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column.id} scope="col" className={`is-${column.id} ${'isNumber' in column ? 'is-number' : ''}`}>
                {t(`list.columns.${column.id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map(({ run, depth }) => (
            <RunLine key={run.run} run={run} depth={depth} list={list} onChanged={onChanged} onBranch={onBranch} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
