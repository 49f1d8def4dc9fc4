// The city of the tour: a storm that was let go on for an hour and a half and then stopped, with something of everything in it.
import type { CaseState } from '@onescreen/shared/cases';
import { areas } from '@onescreen/shared/geography';
import type { Browser, Page } from 'playwright-core';
import { isPersonal } from '../../../client/src/cases/caseFacts.ts';
import { type StartedCity, startCity } from '../../system/startedCity.ts';
import { answered, pressAction, sendAction } from '../acting.ts';
import { openPage } from '../page.ts';
import type { Toured } from './view.ts';

export interface StandingCity {
  started: StartedCity;
  toured: Toured;
}

/** An hour and a half into the storm: roads flooded, units on their way, some cases closed. */
const STAND_AT = 5400;
/** By then it rains in every district, and something is done about it. */
const ACT_AT = 3000;
/** Where the branch leaves it: the first roads are under water. */
const FORK_AT = 1800;

/** Starts the city, lets it come to where it stands, shelves an alarm, acts on two cases, writes a bookmark, and branches. */
export async function standCity(browser: Browser): Promise<StandingCity> {
  const started = await startCity(['--scenario', 'cloudburst', '--seed', '7', '--speed', '600', '--policy', 'nearest']);
  const { url, operatorUrl } = started;
  const { page } = await openPage(browser, operatorUrl);
  const reach = async (tick: number): Promise<void> => {
    const now = page.getByTestId('now-marker');
    while (Number(await now.getAttribute('data-tick')) < tick) await page.waitForTimeout(200);
  };
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${url}/api/runs${path}`)).json()) as T;
  const openCases = async (run: string): Promise<CaseState[]> =>
    (await ask<{ cases: CaseState[] }>(`/${run}/cases`)).cases;
  await reach(ACT_AT);
  await page.goto(`${url}/?list=alarms&area=310101`);
  await shelveAlarm(page);
  const { current: run } = await ask<{ current: string }>('');
  // A case is acted on as it stands: the city may not run away from under the hand.
  await page.getByTestId('speed-20').click();
  const driven = (await openCases(run)).filter(({ status }) => status === 'dispatched');
  const suspendedCase = driven[0]!.id;
  await page.goto(`${url}/?case=${suspendedCase}`);
  await suspend(page);
  const ruledCase = driven[1]!.id;
  await page.goto(`${url}/?case=${ruledCase}`);
  await giveBackTwice(page);
  await page.getByTestId('speed-600').click();
  await reach(STAND_AT);
  await page.keyboard.press('p');
  await page.locator('[data-testid="mode"][data-mode="paused"]').waitFor();
  await bookmark(page);
  const cases = await openCases(run);
  await branch(page, url, run);
  await page.close();
  const personal = aCase(cases, ({ type }) => isPersonal(type));
  return {
    started,
    toured: {
      url,
      run,
      branch: `${run}-b1`,
      openCase: caseIn(cases, 'handling', 'dispatched'),
      checkingCase: caseIn(cases, 'checking'),
      closedCase: caseIn(cases, 'closed', 'evaluated'),
      newCase: caseIn(cases, 'accepted', 'discovered'),
      ruledCase,
      suspendedCase,
      personalCase: personal.id,
      personalStreet: areas[personal.area]!.code,
    },
  };
}

function aCase(cases: readonly CaseState[], fits: (one: CaseState) => boolean): CaseState {
  const found = cases.find(fits);
  if (found === undefined) throw new Error(`the city has no case for which ${fits}`);
  return found;
}

/** Nobody has it in hand. */
const caseIn = (cases: readonly CaseState[], ...statuses: readonly CaseState['status'][]): string =>
  aCase(cases, ({ status, held }) => held === null && statuses.includes(status)).id;

async function suspend(page: Page): Promise<void> {
  await pressAction(page, 'suspend');
  await page
    .getByTestId('suspend-plan')
    .fill('等待管线改迁完成后恢复路面 Wait until the pipes have been moved, then mend the road');
  await sendAction(page);
  await answered(page, 'suspend');
}

/** The second time, the district has to rule. */
async function giveBackTwice(page: Page): Promise<void> {
  // From then on no rule sends somebody by itself.
  await pressAction(page, 'take');
  await answered(page, 'take');
  await giveBack(page);
  await pressAction(page, 'assign');
  await page.locator('[data-testid^="candidate-"][data-able="true"]').first().click();
  await sendAction(page);
  await answered(page, 'assign');
  await giveBack(page);
}

async function giveBack(page: Page): Promise<void> {
  await pressAction(page, 'return');
  await sendAction(page);
  await answered(page, 'return');
}

/** One of a district, while the city goes on: a command waits for the next step. */
async function shelveAlarm(page: Page): Promise<void> {
  await page.getByTestId('alarm-toggle').last().click();
  await page.getByTestId('alarm-shelve').click();
  await page.getByTestId('shelf-reason').selectOption({ index: 1 });
  await page.getByTestId('shelf-send').click();
  await page.getByTestId('alarms-shelved').waitFor();
}

async function bookmark(page: Page): Promise<void> {
  await page.keyboard.press('m');
  await page.getByTestId('note-text').fill('道路积水，已布置抽排 Pumps at the flooded underpass');
  await page.getByTestId('note-add').click();
  await page.getByTestId('note-go').waitFor();
}

async function branch(page: Page, url: string, run: string): Promise<void> {
  await page.goto(`${url}/?run=${run}&t=${FORK_AT}&board=runs`);
  await page.locator(`[data-testid="now-marker"][data-tick="${FORK_AT}"]`).waitFor({ state: 'attached' });
  await page.getByTestId('run-branch').first().click();
  await page.getByTestId('branch-policy').selectOption('batch');
  await page.getByTestId('branch-start').click();
  await page.locator(`[data-testid="run-line"][data-run="${run}-b1"]`).waitFor();
}
