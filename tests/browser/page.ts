// A page of the built screen, that remembers what went wrong on it, and the few things that every test does with one.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface OpenedPage {
  page: Page;
  /** Errors of scripts and of the console so far. */
  problems: string[];
}

/** Drawn by software, each pixel costs, and whatever moves by itself costs a processor: a small desk, that stands still but for the city. */
const DESK: BrowserContextOptions = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' };

export async function openPage(browser: Browser, url: string, window = DESK): Promise<OpenedPage> {
  const page = await browser.newPage(window);
  page.setDefaultTimeout(90_000);
  // What a script hands to a page has its functions named, by one of the compiler's own that the page lacks.
  await page.addInitScript('globalThis.__name ??= (named) => named');
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`.trim());
  });
  await page.goto(url);
  return { page, problems };
}

export const textOf = (page: Page, testId: string): Promise<string> => page.getByTestId(testId).first().innerText();

/** Signs in as a person would: the user corner, the token, the button. */
export async function signIn(page: Page, token: string, name: string): Promise<void> {
  await page.getByTestId('user-menu').click();
  await page.getByTestId('sign-in-token').fill(token);
  await page.getByTestId('sign-in-submit').click();
  await page.getByTestId('user-name').filter({ hasText: name }).waitFor();
}
