// Takes a page through the views of a city in a storm that stands still, so that every view of it is the same whenever it is looked at.
import type { Browser, Page } from 'playwright-core';
import { openPage } from '../page.ts';
import { axeFindings } from './axe.ts';
import { type Line, layLine } from './circumstances.ts';
import { layoutFaults } from './layoutFaults.ts';
import type { StandingCity } from './standingCity.ts';
import { watchRequests } from './stillness.ts';
import { turnTo } from './turning.ts';
import type { ShownCity, Toured, View } from './view.ts';
import type { Setting } from './views.ts';

export interface Guide {
  page: Page;
  /** Shows a view; throws when it does not come. */
  show(view: View, setting: Setting): Promise<void>;
  /** A sentence for everything that is wrong with what is shown, since the last time it was asked. `isWhole`: axe looks at all of the page, else at the part that the view is of. */
  faults(isWhole: boolean): Promise<string[]>;
}

const PHONE_WIDTH = 900;
/** What has not come by then does not come. */
const PATIENCE_MS = 60_000;
/** What the browser says itself of an answer that is none, or a refusal, and React of a part that did not come. */
const NO_ANSWER = /^Failed to load resource|WebSocket connection to|Failed to fetch dynamically imported module/;

/** What an address can hold, and a page take over without being loaded anew. */
const isOfOneLoad = ({ query, when, isOfViewer }: View, city: Toured): boolean =>
  when === undefined && isOfViewer !== true && !/(^|[&#])(run|kiosk|wall|operator)=/.test(query(city));

/** A guide with a page of its own, signed in as the city's operator. */
export async function callGuide(browser: Browser, { started, toured }: StandingCity): Promise<Guide> {
  const { page, problems } = await openPage(browser, 'about:blank');
  const line = await layLine(page, toured);
  const rest = watchRequests(page);
  await watchPolicy(page, problems);
  await page.goto(started.operatorUrl);
  await page.getByTestId('user-name').waitFor({ state: 'attached' });
  const cookies = await page.context().cookies();
  page.setDefaultTimeout(PATIENCE_MS);
  const city: ShownCity = { ...toured, cut: line.cut };
  /** What stands on the page; null while it is on its way, and when it did not come. */
  let shown: View | null = null;

  async function load(view: View, address: string): Promise<void> {
    await page.context().clearCookies();
    if (view.isOfViewer !== true) await page.context().addCookies(cookies);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await bring(page, line, view);
    // Two addresses that differ only after the `#` are one page.
    await page.goto('about:blank');
    // A piece of the program may be held back for good: the load would never end.
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const clock = page.getByTestId('sim-clock');
    await (view.isBlank ? clock : clock.filter({ hasText: /\d/ })).waitFor({ state: 'attached' });
  }

  return {
    page,
    async show(view, { size, look, language }) {
      const left = shown;
      const turns = left !== null && isOfOneLoad(left, toured) && isOfOneLoad(view, toured);
      // Before it has come whole, nothing can be said of the page.
      shown = null;
      await left?.leave?.(page);
      await page.mouse.move(0, 0);
      await page.setViewportSize(size);
      const part = size.width < PHONE_WIDTH ? `phone-${view.part ?? 'cases'}` : null;
      const [query, hash = ''] = view.query(toured).split('#');
      const wishes = `look=${look}&lang=${language}`;
      const search = `?${query}&${wishes}`;
      if (turns) await turnTo(page, { plain: `?${wishes}`, part, search });
      else {
        await load(view, `${toured.url}/${search}${hash === '' ? '' : `#${hash}`}`);
        await rest(unansweredOf(view));
        if (part !== null && view.part !== undefined) await page.getByTestId(part).click();
      }
      await rest(unansweredOf(view));
      await view.act?.(page, city);
      await page
        .getByTestId(view.shows)
        .first()
        // A phone shows one part at a time.
        .waitFor({ state: size.width < PHONE_WIDTH ? 'attached' : 'visible' });
      await rest(unansweredOf(view));
      shown = view;
    },
    async faults(isWhole) {
      const isExpected = shown?.when !== undefined || shown?.isRefused === true;
      const told = problems.filter((problem) => !isExpected || !NO_ANSWER.test(problem));
      const part = isWhole || shown === null ? null : shown.shows;
      const layout = shown?.isPart ? [] : await layoutFaults(page);
      const found = [...layout, ...(await axeFindings(page, part)), ...told];
      problems.length = 0;
      return found;
    },
  };
}

/** What the policy of the page forbids is an error of the page too. */
async function watchPolicy(page: Page, problems: string[]): Promise<void> {
  await page.exposeFunction('tellFault', (words: string) => void problems.push(words));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { tellFault(words: string): void }).tellFault(`${violatedDirective} forbids ${blockedURI}`);
    });
  });
}

/** Brings about what a view is seen in. */
async function bring(page: Page, line: Line, { when }: View): Promise<void> {
  line.change(when?.line ?? {});
  if (when?.requests === undefined) return;
  const { address, answer } = when.requests;
  await page.route(address, (route) => {
    if (answer === 'never') return;
    return typeof answer === 'number'
      ? route.fulfill({ status: answer, json: { title: 'not now' } })
      : route.fulfill({ json: answer });
  });
}

const unansweredOf = ({ when }: View): RegExp | undefined =>
  when?.requests?.answer === 'never' ? when.requests.address : undefined;
