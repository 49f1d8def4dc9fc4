// One region over the whole screen, and back.
import type { PanelId } from '../store/index.ts';
import { PANELS, setUi, useSelection, useUi } from '../store/index.ts';

export const toggleMaximised = (panel: PanelId): void =>
  setUi({ maximised: useUi.getState().maximised === panel ? null : panel });

/** The region that has the focus, else the one under the pointer; the map when it is neither. */
function panelMeant(): PanelId {
  const hovered = [...document.querySelectorAll('[data-panel]:hover')].at(-1);
  const place = document.activeElement?.closest('[data-panel]') ?? hovered;
  return PANELS.find((one) => one === place?.getAttribute('data-panel')) ?? 'map';
}

/** A double click on a region's head, controls in it aside. */
export function onDoubleClick({ target }: MouseEvent): void {
  if (!(target instanceof Element) || target.closest('.panel-head, .breadcrumb') === null) return;
  if (target.closest('button, a, select, input') !== null) return;
  const place = target.closest('[data-panel]')?.getAttribute('data-panel');
  const panel = PANELS.find((one) => one === place);
  if (panel !== undefined) toggleMaximised(panel);
}

/** Back if one is maximised, else the region that is meant. */
export const toggleMeant = (): void => setUi({ maximised: useUi.getState().maximised === null ? panelMeant() : null });

/** The region that fills the screen now: one that is not open fills nothing, and a board is over all. */
export function useMaximised(): PanelId | null {
  const { maximised, board } = useUi();
  const isCase = useSelection((selection) => selection.case !== null);
  const isSign = useSelection((selection) => selection.primary !== null);
  const isOpen = (maximised !== 'case' || isCase) && (maximised !== 'sign' || isSign);
  return isOpen && board === null ? maximised : null;
}
