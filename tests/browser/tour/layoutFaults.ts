// What is wrong with how a page stands, measured in the page: a horizontal scroll bar, text that is cut off, text that something covers in part, and
// what floats and runs out of the window.
import type { Page } from 'playwright-core';

/** A sentence for each fault; none when everything can be read. */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** Pixels that a text may be cut by before somebody sees it. */
    const SLACK = 1.5;
    const faults: string[] = [];
    const nameOf = (element: Element): string => {
      const { testid } = (element as HTMLElement).dataset ?? {};
      const of = element.closest('[data-testid]');
      const where = testid ?? (of instanceof HTMLElement ? `in ${of.dataset.testid}` : '');
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} (${where})`;
    };
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter(
        (one) => one.getBoundingClientRect().right > clientWidth + 1 && one.children.length === 0,
      );
      faults.push(`scrolls sideways by ${scrollWidth - clientWidth} px: ${wide.slice(0, 3).map(nameOf).join('; ')}`);
    }

    // What lets the pointer through would be invisible to elementFromPoint.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { pointer-events: auto !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

    /** Wrapped out of sight whole, where there is no room for it. */
    const hasGivenWay = (element: Element): boolean => {
      const row = element.closest('[data-gives-way]');
      return row !== null && element.getBoundingClientRect().top >= row.getBoundingClientRect().bottom;
    };
    const isShown = (element: Element): boolean =>
      !hasGivenWay(element) &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden') === null &&
      // The same by other names: a box of one pixel.
      element.getBoundingClientRect().width > 1;
    /** Cut on purpose, with the whole of it a hover away. */
    function isTitled(element: Element): boolean {
      const [own, parent] = [element, element.parentElement ?? element].map(
        (one) => getComputedStyle(one).textOverflow,
      );
      return [own, parent].includes('ellipsis') && element.closest('[title], [aria-label]') !== null;
    }

    /** Lies over something on purpose, for a moment. */
    const FLOATS =
      'dialog, [popover], [role="tooltip"], [role="menu"], .picker-list, .connection, .replay-stripe, .notice, .tour-bar, .map-card';
    const WINDOW = new DOMRect(0, 0, innerWidth, innerHeight);

    interface Clip {
      rect: DOMRect;
      x: boolean;
      y: boolean;
    }
    /** The boxes that cut what is in them; beyond a place that scrolls, nothing is lost. What floats is seen at once or not: nobody scrolls for it. */
    function clipsOf(element: Element): Clip[] {
      const floating = element.closest(FLOATS);
      const clips: Clip[] = [];
      for (let at: Element | null = element; at !== null && at !== document.documentElement; at = at.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(at);
        const isAround = floating !== null && !floating.contains(at);
        const scrolls = (how: string): boolean => !isAround && (how === 'auto' || how === 'scroll');
        const cuts = (how: string): boolean => how !== 'visible' && !scrolls(how);
        if (scrolls(overflowX) || scrolls(overflowY)) {
          if (cuts(overflowX) && at instanceof HTMLElement && at.scrollWidth > at.clientWidth + 1)
            clips.push({ rect: at.getBoundingClientRect(), x: true, y: false });
          return clips;
        }
        if (cuts(overflowX) || cuts(overflowY))
          clips.push({ rect: at.getBoundingClientRect(), x: cuts(overflowX), y: cuts(overflowY) });
        if (position === 'fixed') break;
      }
      if (floating !== null) clips.push({ rect: WINDOW, x: true, y: true });
      return clips;
    }

    /** What can be seen of a place: that of the page, less what the places that scroll leave out. */
    function windowOf(element: Element): { left: number; right: number; top: number; bottom: number } {
      const seen = { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (![overflowX, overflowY].some((how) => how === 'auto' || how === 'scroll')) continue;
        const box = at.getBoundingClientRect();
        seen.left = Math.max(seen.left, box.left - 1);
        seen.right = Math.min(seen.right, box.right + 1);
        seen.top = Math.max(seen.top, box.top);
        seen.bottom = Math.min(seen.bottom, box.bottom);
      }
      return seen;
    }

    for (const floating of document.querySelectorAll(FLOATS)) {
      const { left, right, top, bottom } = floating.getBoundingClientRect();
      if (!isShown(floating)) continue;
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
        faults.push(`runs out of the window: ${nameOf(floating)}`);
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (words === '' || element === null || !isShown(element)) continue;
      if (element.closest('canvas, script, style, option, svg') !== null) continue;
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      const clips = clipsOf(element);
      const said = `“${words.slice(0, 40)}” ${nameOf(element)}`;
      const isCut = rects.some((rect) =>
        clips.some(
          ({ rect: box, x, y }) =>
            (x && (rect.right > box.right + SLACK || rect.left < box.left - SLACK) && rect.left < box.right) ||
            // A line box is taller than its letters.
            (y && (rect.bottom > box.bottom + rect.height * 0.3 || rect.top < box.top - rect.height * 0.3)),
        ),
      );
      if (isCut) {
        if (!isTitled(element)) faults.push(`cut off: ${said}`);
        continue;
      }
      const { left, right, top: upper, bottom: lower } = windowOf(element);
      for (const rect of rects) {
        const y = rect.top + rect.height / 2;
        // What is scrolled out of sight, even in part, is no fault.
        if (y < upper || y > lower || rect.left < left || rect.right > right) continue;
        const probes = [0.04, 0.3, 0.5, 0.7, 0.96]
          // Closer to its edge, what stands next to it may be hit as well.
          .map((part) => rect.left + Math.min(Math.max(rect.width * part, 2), rect.width - 2))
          .map((x) => document.elementFromPoint(x, y))
          // Under what floats, nothing can be said.
          .filter((top) => top === null || element.closest(FLOATS) !== null || top.closest(FLOATS) === null);
        const over = probes.filter(
          (top) => top !== null && top !== element && !element.contains(top) && !top.contains(element),
        );
        if (over.length > 0 && over.length < probes.length)
          faults.push(`covered in part: ${said} by ${nameOf(over[0]!)}`);
      }
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    return [...new Set(faults)];
  });
