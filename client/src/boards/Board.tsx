// The frame of every board: a tab for each, the way out, and the board that is open. Loaded when a board is first opened.

import { unreachable } from '@onescreen/shared/unreachable';
import type { JSX, KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react';
import { Suspense, useEffect, useRef } from 'react';
import { FailsAlone } from '../app/FailsAlone.tsx';
import { late } from '../app/late.ts';
import { hasOverlay } from '../app/overlay.ts';
import { Panel } from '../app/Panel.tsx';
import { addToScreen } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { en } from '../i18n/words/boardPagesEn.ts';
import { zh } from '../i18n/words/boardPagesZh.ts';
import type { BoardId } from '../store/index.ts';
import { BOARDS, setUi, useRun } from '../store/index.ts';
import { AuditBoard } from './audit/AuditBoard.tsx';
import { KpiBoard } from './kpis/KpiBoard.tsx';
import { LevelBoard } from './levels/LevelBoard.tsx';
import { RuleBoard } from './rules/RuleBoard.tsx';
import { useKeyDown } from './useKeyDown.ts';
import './board.css';

/** Apart, because it brings ten drawn scenes along. */
const WallBoard = late(() => import('../cameras/WallBoard.tsx'));

/** Apart, because it brings the outlines of the grids along. */
const ZhenruBoard = late(() => import('./zhenru/ZhenruBoard.tsx'));

/** Apart, with the words of the alarms. */
const AlarmBoard = late(() => import('./alarms/AlarmBoard.tsx'));

/** Apart, with their dialogs and words: not everybody looks at runs. */
const RunsBoard = late(() => import('./runs/RunsBoard.tsx'));
const CompareBoard = late(() => import('./compare/CompareBoard.tsx'));

addToScreen({ zh, en });

const close = (): void => setUi({ board: null });

/** Takes the focus when it opens, keeps it on the open tab, and gives it back when it closes. */
function useFocus(id: BoardId): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>(`#board-tab-${id}`)?.focus();
  }, [id]);
  return place;
}

export default function Board({ id }: { id: BoardId }): JSX.Element {
  const { t } = useText();
  const run = useRun(({ info }) => info?.run ?? null);
  const place = useFocus(id);
  useKeyDown(place, onBoardKey);
  return (
    <div className="board-frame" ref={place}>
      <Panel
        title={t(`boards.${id}`)}
        className="board"
        testId={`board-${id}`}
        heading={<Tabs shown={id} />}
        aside={
          <>
            <span className="board-simulated chip tone-yellow is-solid" title={t('app.simulatedHint')}>
              {t('app.simulated')}
            </span>
            <button
              type="button"
              className="button"
              onClick={close}
              title={t('boards.close')}
              data-testid="board-close"
            >
              {t('app.close')}
            </button>
          </>
        }
      >
        <div className="board-body" role="tabpanel" id="board-body" aria-labelledby={`board-tab-${id}`}>
          <FailsAlone key={`${id}/${run}`}>
            <Suspense fallback={<p className="board-note">{t('boards.loading')}</p>}>
              <Shown id={id} run={run} />
            </Suspense>
          </FailsAlone>
        </div>
      </Panel>
    </div>
  );
}

function onBoardKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || hasOverlay()) return;
  event.stopPropagation();
  close();
}

function Tabs({ shown }: { shown: BoardId }): JSX.Element {
  const { t } = useText();
  const turn = (event: ReactKeyboardEvent<HTMLElement>): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = BOARDS[(BOARDS.indexOf(shown) + by + BOARDS.length) % BOARDS.length]!;
    setUi({ board: next });
  };
  return (
    <div className="board-tabs" role="tablist" aria-label={t('boards.tabs')} onKeyDown={turn}>
      {BOARDS.map((id) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`board-tab-${id}`}
          aria-selected={id === shown}
          aria-controls="board-body"
          tabIndex={id === shown ? 0 : -1}
          title={t(`boards.${id}Hint`)}
          onClick={() => setUi({ board: id })}
          data-testid={`board-tab-${id}`}
        >
          {t(`boards.${id}`)}
        </button>
      ))}
    </div>
  );
}

function Shown({ id, run }: { id: BoardId; run: string | null }): JSX.Element {
  const { t } = useText();
  if (id === 'runs') return <RunsBoard />;
  if (run === null) return <p className="board-note">{t('boards.noRun')}</p>;
  switch (id) {
    case 'kpis':
      return <KpiBoard run={run} />;
    case 'alarms':
      return <AlarmBoard run={run} />;
    case 'rules':
      return <RuleBoard run={run} />;
    case 'levels':
      return <LevelBoard />;
    case 'audit':
      return <AuditBoard run={run} />;
    case 'wall':
      return <WallBoard />;
    case 'zhenru':
      return <ZhenruBoard />;
    case 'compare':
      return <CompareBoard run={run} />;
    default:
      return unreachable(id);
  }
}
