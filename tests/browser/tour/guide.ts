// Takes a page through the views: a city in a storm that stands still, so that every view of it is the same whenever it is looked at.
import type { CaseState } from '@onescreen/shared/cases';
import type { Browser, Page } from 'playwright-core';
import { type StartedCity, startCity } from '../../system/startedCity.ts';
import { openPage } from '../page.ts';
import { axeFindings } from './axe.ts';
import { layoutFaults } from './layoutFaults.ts';
import type { LANGUAGES, LOOKS, SIZES, Toured, View } from './views.ts';

export interface Setting {
  size: (typeof SIZES)[number];
  look: (typeof LOOKS)[number];
  language: (typeof LANGUAGES)[number];
}

export interface Guide {
  city: Toured;
  page: Page;
  /** Shows a view; throws when it does not come. */
  show(view: View, setting: Setting): Promise<void>;
  /** A sentence for everything that is wrong with what is shown, since the last time it was asked. */
  faults(): Promise<string[]>;
  end(): Promise<void>;
}

/** Two hours into the storm: roads flooded, units on their way, some cases closed. */
const STAND_AT = 5400;
/** Where the branch leaves it: the first roads are under water. */
const FORK_AT = 1800;
const PHONE_WIDTH = 900;
/** What has not come by then does not come. */
const PATIENCE_MS = 60_000;

/** Starts the city, lets it come to where it stands, and branches from it. */
export async function startTour(browser: Browser): Promise<Guide> {
  const started = await startCity(['--scenario', 'cloudburst', '--seed', '7', '--speed', '600', '--policy', 'nearest']);
  const { page, problems } = await openPage(browser, started.operatorUrl);
  // What the policy of the page forbids is an error of the page too.
  await page.exposeFunction('tellFault', (words: string) => void problems.push(words));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { tellFault(words: string): void }).tellFault(`${violatedDirective} forbids ${blockedURI}`);
    });
  });
  const city = await stand(started, page);
  page.setDefaultTimeout(PATIENCE_MS);
  return {
    city,
    page,
    async show(view, { size, look, language }) {
      await page.setViewportSize(size);
      await page.goto(`${city.url}/?${view.query(city)}&look=${look}&lang=${language}`);
      await page.getByTestId('pulse').filter({ hasText: /\d|—/ }).waitFor();
      await page.evaluate(() => document.fonts.ready);
      if (view.part !== undefined && size.width < PHONE_WIDTH) await page.getByTestId(`phone-${view.part}`).click();
      await view.act?.(page);
      // A phone shows one part at a time.
      await page
        .getByTestId(view.shows)
        .first()
        .waitFor({ state: size.width < PHONE_WIDTH ? 'attached' : 'visible' });
      // Parts and answers that come late.
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    },
    async faults() {
      const found = [...(await layoutFaults(page)), ...(await axeFindings(page)), ...problems];
      problems.length = 0;
      return found;
    },
    async end() {
      await page.close();
      await started.stop();
    },
  };
}

async function stand({ url }: StartedCity, page: Page): Promise<Toured> {
  const tick = async (): Promise<number> => Number(await page.getByTestId('now-marker').getAttribute('data-tick'));
  await page.getByTestId('now-marker').waitFor();
  while ((await tick()) < STAND_AT) await page.waitForTimeout(200);
  await page.keyboard.press('p');
  await page.locator('[data-testid="mode"][data-mode="paused"]').waitFor();
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${url}/api/runs${path}`)).json()) as T;
  const { current: run } = await ask<{ current: string }>('');
  const { cases } = await ask<{ cases: CaseState[] }>(`/${run}/cases`);
  const inState = (...statuses: CaseState['status'][]): string =>
    cases.find(({ status }) => statuses.includes(status))!.id;
  await page.goto(`${url}/?run=${run}&t=${FORK_AT}&board=runs`);
  await page.locator(`[data-testid="now-marker"][data-tick="${FORK_AT}"]`).waitFor({ state: 'attached' });
  await page.getByTestId('run-branch').first().click();
  await page.getByTestId('branch-policy').selectOption('batch');
  await page.getByTestId('branch-start').click();
  await page.locator(`[data-testid="run-line"][data-run="${run}-b1"]`).waitFor();
  return {
    url,
    run,
    branch: `${run}-b1`,
    openCase: inState('handling', 'dispatched'),
    closedCase: inState('closed', 'evaluated'),
  };
}
