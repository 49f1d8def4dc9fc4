// A small menu under a button: the browser's own popover, which Escape and a click elsewhere close; the arrows walk through it.
import type { JSX, KeyboardEvent, ReactNode } from 'react';
import { useId, useRef } from 'react';

interface PopoverProps {
  label: string;
  testId: string;
  className?: string;
  /** What stands in the button. */
  face: ReactNode;
  children: ReactNode;
}

/** Kept inside the window, below the button and flush with its right edge. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const under = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const top = Math.min(under.bottom + 4, window.innerHeight - height - 8);
  const left = Math.min(Math.max(8, under.right - width), window.innerWidth - width - 8);
  Object.assign(menu.style, { top: `${Math.max(8, top)}px`, left: `${left}px`, visibility: 'visible' });
}

function onArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll('button:not(:disabled)')] as HTMLButtonElement[];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1;
  items.at(next % items.length)?.focus();
}

export function Popover({ label, testId, className = '', face, children }: PopoverProps): JSX.Element {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-label={label}
        title={label}
        data-testid={testId}
      >
        {face}
      </button>
      <div
        ref={menu}
        id={id}
        className="small-menu"
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onToggle={() => {
          if (menu.current === null || button.current === null) return;
          // Not seen until it has its place.
          if (menu.current.matches(':popover-open')) place(menu.current, button.current);
          else menu.current.style.visibility = 'hidden';
        }}
        onKeyDown={onArrow}
        onClick={({ target }) => target instanceof Element && target.closest('button') && menu.current?.hidePopover()}
      >
        {children}
      </div>
    </>
  );
}

interface ItemProps {
  onChoose: () => void;
  keys?: string;
  isDisabled?: boolean;
  testId: string;
  children: ReactNode;
}

export function MenuItem({ onChoose, keys = '', isDisabled = false, testId, children }: ItemProps): JSX.Element {
  return (
    <button type="button" role="menuitem" disabled={isDisabled} onClick={onChoose} data-testid={testId}>
      <span>{children}</span>
      {keys !== '' && <kbd>{keys}</kbd>}
    </button>
  );
}

/** Three dots. */
export function DotsIcon(): JSX.Element {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
      <circle cx="3" cy="8" r="1.6" />
      <circle cx="8" cy="8" r="1.6" />
      <circle cx="13" cy="8" r="1.6" />
    </svg>
  );
}
