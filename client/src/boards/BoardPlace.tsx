// Where an open board stands: over the vital signs and the map, with the cases beside it. Its code comes when it is first opened.
import type { JSX } from 'react';
import { Suspense } from 'react';
import { FailsAlone, Retry } from '../app/FailsAlone.tsx';
import { late } from '../app/late.ts';
import { Panel } from '../app/Panel.tsx';
import { useText } from '../i18n/text.ts';
import { setUi, useUi } from '../store/index.ts';
import './menu.css';

const Board = late(() => import('./Board.tsx'));

/** Nothing while no board is open. */
export function BoardPlace(): JSX.Element | null {
  const board = useUi((ui) => ui.board);
  if (board === null) return null;
  return (
    <div className="board-place">
      <FailsAlone fallback={<NotOpened />}>
        <Suspense fallback={<Opening />}>
          <Board id={board} />
        </Suspense>
      </FailsAlone>
    </div>
  );
}

function Opening(): JSX.Element {
  const { t } = useText();
  return (
    <Panel title={t('boards.loading')} className="board">
      <p className="board-opening" role="status">
        {t('boards.loading')}
      </p>
    </Panel>
  );
}

/** The code could not be fetched, or the board failed: the screen under it still works. */
function NotOpened(): JSX.Element {
  const { t } = useText();
  return (
    <Panel title={t('boards.tabs')} className="board">
      <div className="board-opening" role="alert" data-testid="board-failed">
        <p>{t('app.panelFailed')}</p>
        <Retry />
        <button type="button" className="button" onClick={() => setUi({ board: null })}>
          {t('boards.close')}
        </button>
      </div>
    </Panel>
  );
}
