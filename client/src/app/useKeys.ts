// The keyboard, and the double click on a head: gives the commands of the table. Never while the viewer is typing, never against a dialog.
import { useEffect } from 'react';
import { commandOf } from './keyTable.ts';
import { onDoubleClick } from './maximise.ts';
import { hasOverlay } from './overlay.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);
/** Space and Enter belong to a focused control. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, a, summary');
/** Keys that the page would scroll by, and those that the browser would take. */
const isTakenFromPage = (key: string): boolean => key.length > 1 || key === ' ' || key === '[' || key === ']';

function onKey(event: KeyboardEvent): void {
  const isWithControl = event.ctrlKey || event.metaKey;
  if (event.altKey || event.isComposing) return;
  const given = commandOf(event);
  if (given === null) return;
  // Ctrl or ⌘ and a letter is never typed text, so it works from a field too.
  if (!isWithControl && isTyping(event.target)) return;
  if (hasOverlay()) return;
  if (event.key === ' ' && isControl(event.target)) return;
  if (isWithControl || (event.key !== 'Escape' && isTakenFromPage(event.key))) event.preventDefault();
  given.run(event.key);
}

export function useKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    window.addEventListener('dblclick', onDoubleClick);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('dblclick', onDoubleClick);
    };
  }, []);
}
