// The keyboard: Space, 1–9, Esc, ? and friends. Never while the viewer is typing, never against a dialog.
import { dimensions } from '@onescreen/shared/catalogue';
import { useEffect } from 'react';
import { isAllowed } from '../people/permission.ts';
import { BOARDS, command, selectUp, setUi, useRun, useUi } from '../store/index.ts';
import { SPEEDS } from '../time/speeds.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);
/** Space and Enter belong to a focused control. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, a, summary');

function setPace(change: { speed?: number; paused?: boolean }): void {
  const { status } = useRun.getState();
  if (!status?.pace || !isAllowed('pace')) return;
  void command({ kind: 'pace', speed: status.pace.speed, paused: status.pace.paused, ...change });
}

function turnDimension(by: 1 | -1): void {
  const now = dimensions.findIndex((one) => one.id === useUi.getState().dimension);
  setUi({ dimension: dimensions[(now + by + dimensions.length) % dimensions.length]!.id });
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const { board, language, look } = useUi.getState();
  if (document.querySelector('dialog[open], :popover-open') !== null) return;
  const speed = /^[1-9]$/.test(event.key) ? SPEEDS[Number(event.key) - 1] : undefined;
  if (speed !== undefined) return setPace({ speed });
  switch (event.key) {
    case ' ':
      if (isControl(event.target)) return;
      event.preventDefault();
      return setPace({ paused: !useRun.getState().status?.pace?.paused });
    case 'Escape':
      return board === null ? selectUp() : setUi({ board: null });
    case '.':
      if (isAllowed('step')) void command({ kind: 'step' });
      return;
    case 'PageDown':
      return turnDimension(1);
    case 'PageUp':
      return turnDimension(-1);
    case 'b':
      return setUi({ board: board === null ? BOARDS[0] : null });
    case 'e':
      return setUi({ language: language === 'zh' ? 'en' : 'zh' });
    case 'o':
      return setUi({ look: look === 'show' ? 'calm' : 'show' });
    case '?':
      return setUi({ dialog: 'keys' });
  }
}

export function useKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
