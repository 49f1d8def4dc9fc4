// Counts what the screen's framework does with each commit: which panels it rendered, and whether anything in them became another thing.
// The framework tells developer tools of every commit; this stands in the place of such a tool.
import type { Page } from 'playwright-core';

export interface Renders {
  commits: number;
  /** Renders of a panel in which nothing changed on the page, by the panel's name. */
  idle: Record<string, number>;
  /** Renders of a panel that changed. */
  useful: Record<string, number>;
}

interface Fiber {
  tag: number;
  flags: number;
  stateNode: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
  return: Fiber | null;
  alternate: Fiber | null;
}

/** Makes the page count from its first commit on. Call before it is opened. */
export async function countRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    /** Function and class components, with and without memory. */
    const COMPONENTS = new Set([0, 1, 11, 14, 15]);
    const ELEMENT = 5;
    const PERFORMED_WORK = 1;
    const PANELS = '.panel, .header, .time-controls, .track, .map-region';
    const renders: Renders = { commits: 0, idle: {}, useful: {} };
    const observer = new MutationObserver(() => undefined);

    const firstElement = (fiber: Fiber | null): Element | null => {
      for (let one = fiber; one !== null; one = one.sibling) {
        const found = one.tag === ELEMENT ? (one.stateNode as Element) : firstElement(one.child);
        if (found !== null) return found;
      }
      return null;
    };
    const elementAbove = (fiber: Fiber): Element => {
      for (let one = fiber.return; one !== null; one = one.return)
        if (one.tag === ELEMENT) return one.stateNode as Element;
      return document.body;
    };
    /** Only where the tree is another one than before was anything rendered. */
    const visit = (fiber: Fiber, found: (fiber: Fiber) => void): void => {
      const before = fiber.alternate;
      if (before === null) return;
      if (COMPONENTS.has(fiber.tag) && (fiber.flags & PERFORMED_WORK) !== 0) found(fiber);
      if (fiber.child === before.child) return;
      for (let one = fiber.child; one !== null; one = one.sibling) visit(one, found);
    };
    const nameOf = (panel: Element): string =>
      (panel as HTMLElement).dataset.testid ?? panel.className.split(' ').slice(0, 2).join('.');

    Object.assign(window, {
      renders,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        renderers: new Map(),
        checkDCE: () => undefined,
        inject: () => 1,
        onScheduleFiberRoot: () => undefined,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
        onCommitFiberRoot(_id: number, root: { current: Fiber }) {
          const changed = new Set(
            observer.takeRecords().map(({ target }) => (target instanceof Element ? target : target.parentElement)),
          );
          const panelsOf = (elements: Iterable<Element | null>): Set<Element> => {
            const found = new Set<Element>();
            for (const element of elements) {
              const panel = element?.closest(PANELS);
              if (panel) found.add(panel);
            }
            return found;
          };
          const rendered: Element[] = [];
          visit(root.current, (fiber) => rendered.push(firstElement(fiber.child) ?? elementAbove(fiber)));
          const changedPanels = panelsOf(changed);
          renders.commits += 1;
          for (const panel of panelsOf(rendered)) {
            const tally = changedPanels.has(panel) ? renders.useful : renders.idle;
            tally[nameOf(panel)] = (tally[nameOf(panel)] ?? 0) + 1;
          }
        },
      },
    });
    document.addEventListener('DOMContentLoaded', () =>
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true }),
    );
  });
}

/** What was counted since the last call. */
export const rendersSince = (page: Page): Promise<Renders> =>
  page.evaluate(() => {
    const { renders } = window as unknown as { renders: Renders };
    const counted = { ...renders };
    Object.assign(renders, { commits: 0, idle: {}, useful: {} });
    return counted;
  });
