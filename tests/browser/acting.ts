// What a person does with the case that is open on the screen: an action, and its sheet.
import type { Page } from 'playwright-core';

/** Presses an action; in the list behind “more” where it stands there. */
export async function pressAction(page: Page, kind: string): Promise<void> {
  const button = page.getByTestId(`action-${kind}`);
  await page.getByTestId('actions').waitFor();
  if ((await button.count()) === 0) await page.getByTestId('action-more').click();
  // What may not be done is marked as disabled for those who hear the page, and still answers to a click with the reason.
  await button.click({ force: true });
}

/** Opens the list of units and chooses one that could go, other than the proposed one. */
export async function chooseOtherUnit(page: Page): Promise<void> {
  await pressAction(page, 'assign');
  await page.locator('[data-testid^="candidate-"][data-able="true"][data-proposed="false"]').first().click();
}

/** Sends the sheet that is open, for the first reason where it asks for one. */
export async function sendAction(page: Page): Promise<void> {
  const reason = page.getByTestId('reason-select');
  if ((await reason.count()) > 0) await reason.selectOption({ index: 1 });
  await page.getByTestId('send-action').click();
}

/** Waits until the screen says that it was done. */
export const answered = (page: Page, kind: string): Promise<void> =>
  page.locator(`[data-testid="action-answer"][data-kind="${kind}"]`).waitFor();
