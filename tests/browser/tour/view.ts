// What the tour's lists of views are made of: a view, and the city that it is a view of.
import type { Page } from 'playwright-core';
import type { Circumstance } from './circumstances.ts';

/** What the views need of the city that they are of. */
export interface Toured {
  url: string;
  /** The run that is live. */
  run: string;
  /** A run that branched from it. */
  branch: string;
  /** A case that a unit is on its way to, or works at. */
  openCase: string;
  /** A case that waits for its check. */
  checkingCase: string;
  /** A case that is closed, with its proof. */
  closedCase: string;
  /** A case that is not yet filed, with another of its kind nearby. */
  newCase: string;
  /** A case that two units gave back: it waits for a ruling. */
  ruledCase: string;
  suspendedCase: string;
  /** A case with a personal record, and the code of its street. */
  personalCase: string;
  personalStreet: string;
}

/** With what can be done to it while it is shown. */
export interface ShownCity extends Toured {
  /** Breaks the line to the page. */
  cut(): Promise<void>;
}

export interface View {
  name: string;
  /** Query of its address, without look and language. */
  query: (city: Toured) => string;
  /** The part of the screen that a phone shows for it, where that is not the cases. */
  part?: 'signs' | 'map' | 'time';
  /** Nobody is signed in. */
  isOfViewer?: boolean;
  /** What is not as usual around the page. */
  when?: Circumstance;
  /** The browser's console tells of an answer that is a refusal. */
  isRefused?: boolean;
  /** Nothing of the city is shown: there is none yet, or it cannot be had. */
  isBlank?: boolean;
  /** The window shows a part of the page on purpose. */
  isPart?: boolean;
  /** What is done there before it is looked at. */
  act?: (page: Page, city: ShownCity) => Promise<unknown>;
  /** Test id of what must be there. */
  shows: string;
  /** Takes back what `act` did and the address does not hold. */
  leave?: (page: Page) => Promise<unknown>;
}

export const at = (query: string) => (): string => query;

/** Presses one thing after the other. */
export const press =
  (...testIds: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const testId of testIds) await page.getByTestId(testId).first().click();
  };

export const keys =
  (...pressed: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
  };

/** Brings what lies further down in a list into sight. */
export const scrollTo =
  (testId: string) =>
  (page: Page): Promise<void> =>
    page
      .getByTestId(testId)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: 'center' }));

/** A recording in the hand, over the page. */
export const holdRecording = (selector: string) => (page: Page) =>
  page.locator(selector).evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([''], 'storm.onescreen'));
    element.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
  });

/** Takes it away again. */
export const letGo = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.dispatchEvent(new DragEvent('dragleave', { relatedTarget: null })));
