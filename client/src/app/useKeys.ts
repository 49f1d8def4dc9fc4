// The keyboard: Space, arrows, 1–9, Esc, ? and friends. Never while the viewer is typing, never against a dialog.
import { dimensions } from '@onescreen/shared/catalogue';
import { useEffect } from 'react';
import { isAllowed } from '../people/permission.ts';
import type { TimeCommand } from '../store/index.ts';
import { BOARDS, command, isFollowing, moveTime, selectUp, setUi, useRun, useUi } from '../store/index.ts';
import { PLAY_SPEEDS, SPEEDS } from '../time/speeds.ts';

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

/** At the live edge the speed is the run's own; elsewhere it is the playhead's. */
function setSpeed(place: number): void {
  const speed = (isFollowing() ? SPEEDS : PLAY_SPEEDS)[place];
  if (speed === undefined) return;
  if (isFollowing()) setPace({ speed });
  else moveTime({ kind: 'speed', speed });
}

/** What a key does to the playhead; null when it is none of its keys. */
function moveOf({ key, shiftKey }: KeyboardEvent): TimeCommand | null {
  const seconds = shiftKey ? 10 : 1;
  switch (key) {
    case ' ':
      return { kind: 'toggle' };
    case 'ArrowLeft':
      return { kind: 'nudge', ticks: -seconds };
    case 'ArrowRight':
      return { kind: 'nudge', ticks: seconds };
    case '[':
      return { kind: 'previous' };
    case ']':
      return { kind: 'next' };
    case 'Home':
      return { kind: 'start' };
    case 'End':
      return { kind: 'end' };
    case 'l':
      return { kind: 'follow' };
    case 'm':
      return { kind: 'bookmark' };
    default:
      return null;
  }
}

function turnDimension(by: 1 | -1): void {
  const now = dimensions.findIndex((one) => one.id === useUi.getState().dimension);
  setUi({ dimension: dimensions[(now + by + dimensions.length) % dimensions.length]!.id });
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const { board, language, look } = useUi.getState();
  if (document.querySelector('dialog[open], :popover-open') !== null) return;
  if (/^[1-9]$/.test(event.key)) return setSpeed(Number(event.key) - 1);
  const move = moveOf(event);
  if (move !== null) {
    if (event.key === ' ' && isControl(event.target)) return;
    event.preventDefault();
    return moveTime(move);
  }
  switch (event.key) {
    case 'p':
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
