// What axe, the accessibility checker, finds on a page as it stands.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Rules of WCAG 2.2 AA and what is good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What hangs over the rest of the page for a moment: under it, nothing is as large as it is. */
const OVER = '[role="menu"], [popover]:popover-open, dialog[open]';

/** What stands by itself on the screen. */
const PARTS = 'dialog, [popover], .panel, [data-panel], .time-bar, .header';

/** A sentence for each finding: the rule, and the places. `testId`: only the part of the screen that holds this; null: all of it. */
export async function axeFindings(page: Page, testId: string | null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ tags, parts, over, within }) => {
      const { axe: found } = window as unknown as { axe: typeof axe };
      const part = within === null ? null : document.querySelector(`[data-testid="${within}"]`)?.closest(parts);
      const { violations } = await found.run(part ?? document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
        rules: { 'target-size': { enabled: part !== null || document.querySelector(over) === null } },
      });
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes
            .slice(0, 3)
            .map((node) => `${node.html.slice(0, 120)} [${(node.any[0]?.message ?? '').slice(0, 160)}]`)
            .join(' || ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`,
      );
    },
    { tags: TAGS, parts: PARTS, over: OVER, within: testId },
  );
}
