// What a page says in plain letters, to somebody who reads it and to somebody who hears it.
import type { Page } from 'playwright-core';

const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];

/** Every text of the page that is seen or told and has a plain word, each once; parts that say their own language (`lang`) aside. */
export const plainWords = (page: Page): Promise<string[]> =>
  page.evaluate((spoken) => {
    const texts = new Set<string>();
    const take = (text: string | null, of: Element | null): void => {
      if (text === null || !/[A-Za-z]{2}/.test(text) || of === null) return;
      // A list that is closed draws none of its choices, and a drawing's title is only told.
      const seen = of.closest('select, svg') ?? of;
      if (seen.closest('body [lang], script, style') === null && seen.checkVisibility()) texts.add(text.trim());
    };
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) take(nodes.currentNode.nodeValue, nodes.currentNode.parentElement);
    for (const name of spoken)
      for (const one of document.querySelectorAll(`[${name}]`)) take(one.getAttribute(name), one);
    return [...texts];
  }, SPOKEN);
