// The header's way to the boards: one button, one menu. Only this and `BoardPlace` are in the screen's first load.
import type { JSX, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/text.ts';
import type { BoardId } from '../store/index.ts';
import { BOARDS, setUi, useUi } from '../store/index.ts';
import { useKeyDown } from './useKeyDown.ts';
import './menu.css';

export function BoardMenu(): JSX.Element {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const board = useUi((ui) => ui.board);
  const place = useRef<HTMLDivElement>(null);
  useOutside(place, isOpen, () => setOpen(false));
  useKeyDown(place, (event) => {
    if (isOpen && place.current !== null) onMenuKey(event, place.current, setOpen);
  });
  const choose = (id: BoardId): void => {
    setOpen(false);
    setUi({ board: id });
  };
  return (
    <div className="board-menu" ref={place}>
      <button
        type="button"
        className="button board-menu-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-pressed={board !== null}
        title={t('boards.openHint')}
        onClick={() => setOpen(!isOpen)}
        data-testid="boards-button"
      >
        <BoardsIcon />
        {t('boards.open')}
      </button>
      {isOpen && (
        <div className="board-menu-list" role="menu" aria-label={t('boards.tabs')}>
          {BOARDS.map((id) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              className={id === board ? 'is-on' : ''}
              onClick={() => choose(id)}
              data-testid={`boards-menu-${id}`}
            >
              <b>{t(`boards.${id}`)}</b>
              <small>{t(`boards.${id}Hint`)}</small>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Runs `leave` when the viewer presses outside of `place` or the focus goes elsewhere, while `isOpen`. */
function useOutside(place: RefObject<HTMLElement | null>, isOpen: boolean, leave: () => void): void {
  const leaveNow = useRef(leave);
  useEffect(() => {
    leaveNow.current = leave;
  });
  useEffect(() => {
    if (!isOpen) return;
    const look = ({ target }: Event): void => {
      if (target instanceof Node && !place.current?.contains(target)) leaveNow.current();
    };
    document.addEventListener('pointerdown', look);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerdown', look);
      document.removeEventListener('focusin', look);
    };
  }, [place, isOpen]);
}

/** Escape closes and goes back to the button; the arrows walk through the entries. */
function onMenuKey(event: KeyboardEvent, menu: HTMLElement, setOpen: (open: boolean) => void): void {
  const [button, ...entries] = menu.querySelectorAll('button');
  if (event.key === 'Escape') {
    event.stopPropagation();
    setOpen(false);
    button?.focus();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const focused = document.activeElement;
  const at = focused instanceof HTMLButtonElement ? entries.indexOf(focused) : -1;
  const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1;
  entries.at(next % entries.length)?.focus();
}

function BoardsIcon(): JSX.Element {
  return (
    <svg className="board-menu-icon" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M1.5 2.500h13v11h-13zM1.500 6h13M6 6v7.500M9 11V9M11.500 11V8" />
    </svg>
  );
}
