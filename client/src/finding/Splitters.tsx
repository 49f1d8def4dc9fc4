// The bars between the regions: dragged, or moved by the arrow keys, they size what lies beside them; Enter folds a column, a double click gives the usual size.
// Own code, since a library of panels would have to be loaded before the first paint to own the layout.
import type { JSX, KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';
import type { Side } from '../app/layout.ts';
import { arrange, LEAST_SHARE, LEAST_WIDTH, MOST_SHARE, MOST_WIDTH, toggleFold, useLayout } from '../app/layout.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useSelection } from '../store/index.ts';

/** A key's step: pixels of a width, and of the case's share of the height. */
const WIDTH_STEP = 16;
const SHARE_STEP = 0.1;

export function Splitters(): JSX.Element {
  return (
    <>
      <ColumnSplitter side="left" />
      <ColumnSplitter side="right" />
    </>
  );
}

const columnOf = (side: Side): Element | null =>
  document.querySelector(side === 'left' ? '.screen-signs' : '.screen-work');

/** While a bar is dragged it holds the pointer. */
function useDrag(onMove: (event: PointerEvent) => void) {
  const [isDragged, setDragged] = useState(false);
  return {
    isDragged,
    handlers: {
      onPointerDown: ({ currentTarget, pointerId }: PointerEvent) => {
        currentTarget.setPointerCapture(pointerId);
        setDragged(true);
      },
      onPointerMove: (event: PointerEvent) => {
        if (isDragged) onMove(event);
      },
      onLostPointerCapture: () => setDragged(false),
    },
  };
}

function ColumnSplitter({ side }: { side: Side }): JSX.Element {
  const { t } = useLateText('finding');
  const width = useLayout((layout) => layout[side]);
  const isFolded = useLayout((layout) => layout.folded.includes(side));
  const now = (): number => width ?? columnOf(side)?.getBoundingClientRect().width ?? LEAST_WIDTH;
  const { isDragged, handlers } = useDrag(({ clientX }) => {
    const column = columnOf(side)?.getBoundingClientRect();
    if (column === undefined || isFolded) return;
    arrange({ [side]: side === 'left' ? clientX - column.left : column.right - clientX });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const grows = side === 'left' ? 'ArrowRight' : 'ArrowLeft';
    const steps = event.key === grows ? 1 : event.key.startsWith('Arrow') ? -1 : 0;
    if (steps !== 0) arrange({ [side]: now() + steps * WIDTH_STEP });
    else if (event.key === 'Enter') toggleFold(side);
    else return;
    event.preventDefault();
    // The arrows are the playhead's elsewhere.
    event.stopPropagation();
  };
  return (
    <div className={`splitter is-${side} ${isDragged ? 'is-dragged' : ''}`}>
      <hr
        className="splitter-bar"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t(`split.${side}`)}
        aria-valuemin={LEAST_WIDTH}
        aria-valuemax={MOST_WIDTH}
        aria-valuenow={isFolded ? 0 : Math.round(now())}
        title={t('split.hint')}
        onKeyDown={onKeyDown}
        onDoubleClick={() => arrange({ [side]: null })}
        data-testid={`split-${side}`}
        {...handlers}
      />
      <button
        type="button"
        className="splitter-fold"
        aria-expanded={!isFolded}
        aria-label={`${t(isFolded ? 'split.unfold' : 'split.fold')} · ${t(`split.${side}`)}`}
        title={t(isFolded ? 'split.unfold' : 'split.fold')}
        onClick={() => toggleFold(side)}
        data-testid={`fold-${side}`}
      >
        <svg width="8" height="16" viewBox="0 0 8 16" aria-hidden="true">
          <path d={(side === 'left') === isFolded ? 'M2 3l4 5-4 5' : 'M6 3l-4 5 4 5'} />
        </svg>
      </button>
    </div>
  );
}

/** Sizes the opened case against the list over it; stands between the two. */
export function CaseSplitter(): JSX.Element | null {
  const { t } = useLateText('finding');
  const isCase = useSelection((selection) => selection.case !== null);
  const share = useLayout((layout) => layout.detail) ?? 1.35;
  const { isDragged, handlers } = useDrag(({ clientY }) => {
    const list = document.querySelector('.work')?.getBoundingClientRect();
    const detail = document.querySelector('.detail')?.getBoundingClientRect();
    if (list === undefined || detail === undefined || clientY <= list.top) return;
    arrange({ detail: (detail.bottom - clientY) / (clientY - list.top) });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (steps === 0) return;
    arrange({ detail: share + steps * SHARE_STEP });
    event.preventDefault();
    event.stopPropagation();
  };
  if (!isCase) return null;
  return (
    <div className={`splitter is-detail ${isDragged ? 'is-dragged' : ''}`}>
      <hr
        className="splitter-bar"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={t('split.detail')}
        aria-valuemin={LEAST_SHARE}
        aria-valuemax={MOST_SHARE}
        aria-valuenow={Number(share.toFixed(2))}
        title={t('split.hint')}
        onKeyDown={onKeyDown}
        onDoubleClick={() => arrange({ detail: null })}
        data-testid="split-detail"
        {...handlers}
      />
    </div>
  );
}
