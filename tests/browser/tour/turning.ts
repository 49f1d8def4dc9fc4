// From one view to another in the page that is open, as the browser's own steps back and forth do.
import type { Page } from 'playwright-core';

interface Turn {
  /** Query of the plain screen. */
  plain: string;
  /** Test id of the tab of a phone's part; null: no phone. */
  part: string | null;
  /** Query of what is shown. */
  search: string;
}

/** Closes what the view before left open, shows the plain screen for a moment, so that nothing of it stays, and then what `search` names. */
export const turnTo = (page: Page, where: Turn): Promise<void> =>
  page.evaluate(async ({ plain, part, search }) => {
    const turn = async (to: string): Promise<void> => {
      window.history.pushState(null, '', to);
      window.dispatchEvent(new PopStateEvent('popstate'));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    };
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close();
    for (const menu of document.querySelectorAll<HTMLElement>(':popover-open')) menu.hidePopover();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await turn(plain);
    // A phone's tab closes what lies over its part, so it comes first.
    if (part !== null) document.querySelector<HTMLElement>(`[data-testid="${part}"]`)?.click();
    await turn(search);
  }, where);
