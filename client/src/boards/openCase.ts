// From a row of a board to its case: beside the board where there is room, else the board gives way.
import { select, setUi } from '../store/index.ts';

/** Below this width the board covers the whole screen. As in the style sheets. */
const NARROW = '(max-width: 900px)';

export function openCase(id: string): void {
  select({ case: id });
  if (window.matchMedia(NARROW).matches) setUi({ board: null });
}
