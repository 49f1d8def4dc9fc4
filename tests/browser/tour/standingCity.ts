// The city of the tour: a storm that was let go on for an hour and a half and then stopped, with something of everything in it.
import type { CaseState } from '@onescreen/shared/cases';
import type { Browser, Page } from 'playwright-core';
import { type StartedCity, startCity } from '../../system/startedCity.ts';
import { openPage } from '../page.ts';
import type { Toured } from './view.ts';

export interface StandingCity {
  started: StartedCity;
  toured: Toured;
}

/** An hour and a half into the storm: roads flooded, units on their way, some cases closed. */
const STAND_AT = 5400;
/** By then it rains in every district. */
const SHELVE_AT = 3000;
/** Where the branch leaves it: the first roads are under water. */
const FORK_AT = 1800;

/** Starts the city, lets it come to where it stands, shelves an alarm, writes a bookmark, and branches. */
export async function standCity(browser: Browser): Promise<StandingCity> {
  const started = await startCity(['--scenario', 'cloudburst', '--seed', '7', '--speed', '600', '--policy', 'nearest']);
  const { url, operatorUrl } = started;
  const { page } = await openPage(browser, operatorUrl);
  const reach = async (tick: number): Promise<void> => {
    const now = page.getByTestId('now-marker');
    while (Number(await now.getAttribute('data-tick')) < tick) await page.waitForTimeout(200);
  };
  await reach(SHELVE_AT);
  await page.goto(`${url}/?list=alarms&area=310101`);
  await shelveAlarm(page);
  await reach(STAND_AT);
  await page.keyboard.press('p');
  await page.locator('[data-testid="mode"][data-mode="paused"]').waitFor();
  await bookmark(page);
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${url}/api/runs${path}`)).json()) as T;
  const { current: run } = await ask<{ current: string }>('');
  const { cases } = await ask<{ cases: CaseState[] }>(`/${run}/cases`);
  await branch(page, url, run);
  await page.close();
  return {
    started,
    toured: {
      url,
      run,
      branch: `${run}-b1`,
      openCase: caseIn(cases, 'handling', 'dispatched'),
      checkingCase: caseIn(cases, 'checking'),
      closedCase: caseIn(cases, 'closed', 'evaluated'),
    },
  };
}

function caseIn(cases: readonly CaseState[], ...statuses: readonly CaseState['status'][]): string {
  const found = cases.find(({ status }) => statuses.includes(status));
  if (found === undefined) throw new Error(`the city has no case that is ${statuses.join(' or ')}`);
  return found.id;
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
