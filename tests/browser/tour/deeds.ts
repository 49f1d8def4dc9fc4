// What an operator does in the city of the tour before it stands, so that it has what comes by no rule: a shelved alarm, a suspended case, a case
// that waits for a ruling, a bookmark, a branch. A command waits for the next step: most of this is done while the city goes on.
import type { Page } from 'playwright-core';
import { answered, chooseOtherUnit, pressAction, sendAction } from '../acting.ts';

export async function shelveAlarm(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByTestId('alarm-toggle').last().click();
  await page.getByTestId('alarm-shelve').click();
  await page.getByTestId('shelf-reason').selectOption({ index: 1 });
  await page.getByTestId('shelf-send').click();
  await page.getByTestId('alarms-shelved').waitFor();
}

export async function suspend(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await pressAction(page, 'suspend');
  await page
    .getByTestId('suspend-plan')
    .fill('等待管线改迁完成后恢复路面 Wait until the pipes are moved, then mend the road');
  await sendAction(page);
  await answered(page, 'suspend');
}

/** The first time another unit is sent, the second time the district has to rule. */
export async function giveBackTwice(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // From then on no rule sends a unit by itself.
  await pressAction(page, 'take');
  await answered(page, 'take');
  await giveBack(page);
  await chooseOtherUnit(page);
  await sendAction(page);
  await answered(page, 'assign');
  await giveBack(page);
}

async function giveBack(page: Page): Promise<void> {
  await pressAction(page, 'return');
  await sendAction(page);
  await answered(page, 'return');
}

export async function bookmark(page: Page): Promise<void> {
  await page.keyboard.press('m');
  await page.getByTestId('note-text').fill('道路积水，已布置抽排 Pumps at the flooded underpass');
  await page.getByTestId('note-add').click();
  await page.getByTestId('note-go').waitFor();
}

export async function branch(page: Page, url: string, run: string, tick: number): Promise<void> {
  await page.goto(`${url}/?run=${run}&t=${tick}&board=runs`);
  await page.locator(`[data-testid="now-marker"][data-tick="${tick}"]`).waitFor({ state: 'attached' });
  await page.getByTestId('run-branch').first().click();
  await page.getByTestId('branch-policy').selectOption('batch');
  // Some way past where its parent stands.
  await page.getByTestId('branch-until').selectOption('2');
  await page.getByTestId('branch-start').click();
  await page.locator(`[data-testid="run-line"][data-run="${run}-b1"]`).waitFor();
}
