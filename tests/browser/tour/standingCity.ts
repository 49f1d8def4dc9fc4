// The city of the tour: a storm that was let go on for an hour and a half and then stopped, with something of everything in it.
import type { CaseState } from '@onescreen/shared/cases';
import { areas } from '@onescreen/shared/geography';
import type { Browser, Page } from 'playwright-core';
import { nearbyOf } from '../../../client/src/cases/acting/JoinField.tsx';
import { isPersonal } from '../../../client/src/cases/caseFacts.ts';
import type { Proposal } from '../../../server/src/engine/types.ts';
import { type StartedCity, startCity } from '../../system/startedCity.ts';
import { openPage } from '../page.ts';
import { bookmark, branch, giveBackTwice, shelveAlarm, suspend } from './deeds.ts';
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

/** Starts the city, lets it come to where it stands, acts on an alarm and two cases, writes a bookmark, and branches. */
export async function standCity(browser: Browser): Promise<StandingCity> {
  const started = await startCity(['--scenario', 'cloudburst', '--seed', '7', '--speed', '600', '--policy', 'nearest']);
  const { url, operatorUrl } = started;
  const { page } = await openPage(browser, operatorUrl);
  await reach(page, ACT_AT);
  const { current: run } = await ask<{ current: string }>(`${url}/api/runs`);
  const ofRun = `${url}/api/runs/${run}`;
  await shelveAlarm(page, `${url}/?list=alarms&area=310101`);
  // A case is acted on as it stands: the city may not run away from under the hand.
  await page.getByTestId('speed-5').click();
  const driven = (await casesOf(ofRun)).filter(({ status }) => status === 'dispatched').map(({ id }) => id);
  const ruledCase = await withOtherUnits(ofRun, driven);
  const suspendedCase = driven.find((id) => id !== ruledCase)!;
  await suspend(page, `${url}/?case=${suspendedCase}`);
  await giveBackTwice(page, `${url}/?case=${ruledCase}`);
  await page.getByTestId('speed-600').click();
  await reach(page, STAND_AT);
  await page.keyboard.press('p');
  await page.locator('[data-testid="mode"][data-mode="paused"]').waitFor();
  await bookmark(page);
  const cases = await casesOf(ofRun);
  const personal = aCase(cases, 'with a personal record', ({ type }) => isPersonal(type));
  await branch(page, url, run, FORK_AT);
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
      newCase: newCaseOf(cases),
      ruledCase,
      suspendedCase,
      personalCase: personal.id,
      personalStreet: areas[personal.area]!.code,
    },
  };
}

async function reach(page: Page, tick: number): Promise<void> {
  const now = page.getByTestId('now-marker');
  while (Number(await now.getAttribute('data-tick')) < tick) await page.waitForTimeout(200);
}

const ask = async <T>(address: string): Promise<T> => (await (await fetch(address)).json()) as T;
const casesOf = async (ofRun: string): Promise<CaseState[]> =>
  (await ask<{ cases: CaseState[] }>(`${ofRun}/cases`)).cases;

function aCase(cases: readonly CaseState[], what: string, fits: (one: CaseState) => boolean): CaseState {
  const found = cases.find(fits);
  if (found === undefined) throw new Error(`the city has no case ${what}`);
  return found;
}

const caseIn = (cases: readonly CaseState[], ...statuses: readonly CaseState['status'][]): string =>
  aCase(
    cases,
    `in nobody's hand that is ${statuses.join(' or ')}`,
    (one) => one.held === null && statuses.includes(one.status),
  ).id;

/** One that is not yet filed, with another of its kind nearby if there is such a one. */
function newCaseOf(cases: readonly CaseState[]): string {
  const fresh = cases.filter(({ status }) => status === 'accepted' || status === 'discovered');
  const near = fresh.find((one) => nearbyOf(one, cases).length > 0);
  return near?.id ?? caseIn(fresh, 'accepted', 'discovered');
}

/** Of the cases, the one to which most other units could go than the one that would be proposed: it is asked for while units come and go. */
async function withOtherUnits(ofRun: string, cases: readonly string[]): Promise<string> {
  const others = async (id: string) => {
    const { unit, candidates } = await ask<Proposal>(`${ofRun}/cases/${id}/candidates`);
    return { id, count: candidates.filter((one) => one.unavailable === null && one.unit !== unit).length };
  };
  const [most] = (await Promise.all(cases.map(others))).sort((a, b) => b.count - a.count);
  if (most === undefined) throw new Error('no unit is on its way to a case');
  return most.id;
}
