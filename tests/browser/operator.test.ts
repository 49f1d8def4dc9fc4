// Somebody who has never seen it signs in and handles a case to its end, then tries what may not be done and reads why.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CaseState } from '@onescreen/shared/cases';
import { areas } from '@onescreen/shared/geography';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { argumentsOf } from '../../scripts/programs.ts';
import { projectRoot } from '../../scripts/run.ts';
import type { Proposal } from '../../server/src/engine/types.ts';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import { answered, pressAction as press, sendAction } from './acting.ts';
import { launchWithoutMap } from './chromium.ts';
import { openPage, signIn, textOf } from './page.ts';

const OPERATOR_TOKEN = /#operator=(.+)$/;

let browser: Browser;
let city: StartedCity | null = null;
beforeAll(async () => {
  browser = await launchWithoutMap();
});
afterEach(async () => {
  await city?.stop();
  city = null;
});
afterAll(() => browser.close());

async function casesOf(url: string): Promise<CaseState[]> {
  const { current } = (await (await fetch(`${url}/api/runs`)).json()) as { current: string | null };
  if (current === null) return [];
  const answer = (await (await fetch(`${url}/api/runs/${current}/cases`)).json()) as { cases: CaseState[] };
  return answer.cases;
}

/** The first case that fits, as soon as there is one. */
async function waitForCase(url: string, fits: (one: CaseState) => boolean | Promise<boolean>): Promise<CaseState> {
  let found: CaseState | undefined;
  const look = async (): Promise<boolean> => {
    for (const one of await casesOf(url)) {
      if (await fits(one)) found = one;
    }
    return found !== undefined;
  };
  await expect.poll(look, { interval: 500 }).toBe(true);
  return found!;
}

/** How many units could be sent beside the one that has the case and the one that the machine would send. */
async function othersFor(url: string, one: CaseState): Promise<number> {
  const { current } = (await (await fetch(`${url}/api/runs`)).json()) as { current: string };
  const answer = await fetch(`${url}/api/runs/${current}/cases/${one.id}/candidates`);
  if (!answer.ok) return 0;
  const { unit, candidates } = (await answer.json()) as Proposal;
  const lead = 'unit' in one ? one.unit : null;
  return candidates.filter((other) => other.unavailable === null && other.unit !== unit && other.unit !== lead).length;
}

/** Adds a person with the command that the README names; their token. */
async function addPerson(started: StartedCity, name: string, role: string, area: string): Promise<string> {
  const args = [...argumentsOf('scripts/onescreen.ts'), 'people', 'add', '--name', name, '--role', role];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, '--area', area, '--data', started.data], {
    cwd: projectRoot,
  });
  const token = /[\w-]{43}/.exec(stdout)?.[0];
  if (token === undefined) throw new Error(`no token in: ${stdout}`);
  return token;
}

/**
 * Looks at the place until all is well there. A look errs one time in fifty, and by then something else may lie in the same place: what is
 * not clear is sent back, given to a unit again and looked at again, as an operator would.
 */
async function lookUntilClear(page: Page): Promise<void> {
  const looks = page.locator('[data-testid="step-checked"][data-state="done"]');
  for (let look = 0; ; look += 1) {
    await expect.poll(() => textOf(page, 'case-status')).toContain('核查中');
    await press(page, 'verify');
    await sendAction(page);
    await expect.poll(() => looks.count()).toBe(look + 1);
    if (!(await looks.last().getAttribute('class'))!.includes('is-failed')) return;
    await press(page, 'rework');
    await sendAction(page);
    await page.getByTestId('case-status').filter({ hasText: '已立案' }).waitFor();
    await press(page, 'assign');
    await page.locator('[data-testid^="candidate-"][data-able="true"]').first().click();
    await sendAction(page);
  }
}

async function pace(page: Page, speed: number): Promise<void> {
  await page.getByTestId(`speed-${speed}`).click();
}

describe('an operator', () => {
  test('signs in, takes a case, sends another unit than proposed, sees it drive, verifies and closes; what may not be done says why', async () => {
    city = await startCity(['--scenario', 'xujing-day', '--seed', '7', '--speed', '60']);
    const { page, problems } = await openPage(browser, city.url);
    await signIn(page, OPERATOR_TOKEN.exec(city.operatorUrl)![1]!, 'operator');

    // Street cases that a camera saw: a unit is on its way, and there is more than one that could go.
    const { url } = city;
    const one = await waitForCase(
      url,
      async (found) =>
        found.status === 'dispatched' && found.type.startsWith('XJ') && (await othersFor(url, found)) > 1,
    );
    await pace(page, 1);
    await page.getByTestId('case-search').fill(one.id);
    await page.locator(`[data-testid="case-row"][data-case="${one.id}"]`).click();
    await press(page, 'take');
    await answered(page, 'take');
    expect(await textOf(page, 'held-by')).toMatch(/operator|您|You/);

    await press(page, 'assign');
    const others = page.locator('[data-testid^="candidate-"][data-able="true"][data-proposed="false"]');
    await others.first().waitFor();
    const chosen = (await others.first().getAttribute('data-testid'))!.replace('candidate-', '');
    await others.first().click();
    await sendAction(page);
    await answered(page, 'assign');
    await expect
      .poll(async () => {
        const now = (await casesOf(city!.url)).find(({ id }) => id === one.id);
        return now !== undefined && 'unit' in now ? now.unit : null;
      })
      .toBe(chosen);

    // It drives there and does the work by itself; the pace is ours.
    await pace(page, 300);
    await expect.poll(() => page.getByTestId('step-arrived').last().getAttribute('data-state')).toBe('done');

    // Held by a person, it is not closed behind their back.
    await lookUntilClear(page);
    await press(page, 'close');
    await answered(page, 'close');
    await expect.poll(() => textOf(page, 'case-status')).toMatch(/已结案|已评价/);
    await page.getByTestId('why-closed').click();
    expect(await page.getByTestId('evidence').count()).toBeGreaterThan(0);

    // A case that nobody has checked is not closed; the reason is there to read.
    await pace(page, 1);
    const unchecked = await waitForCase(url, ({ id, status }) => id !== one.id && status === 'handling');
    await page.goto(`${url}/?case=${unchecked.id}`);
    await press(page, 'close');
    await page.getByTestId('action-why-not').waitFor();
    expect(await textOf(page, 'action-why-not')).toMatch(/当前状态不允许|核查通过后才能结案/);
    expect(problems).toEqual([]);
    await page.close();
  });
});

describe('personal records', () => {
  test('are closed to the street’s operator, open to its neighbourhood committee, and each look is in the audit', async () => {
    city = await startCity(['--scenario', 'normal-day', '--seed', '7', '--speed', '120', '--density', '20']);
    const one = await waitForCase(city.url, ({ type, status }) => type === 'ZR01' && status !== 'rejected');
    const area = areas[one.area]!.code;
    const operator = await addPerson(city, 'street-desk', 'operator', area);
    const committee = await addPerson(city, 'auntie-wang', 'village', area);

    const first = await openPage(browser, `${city.url}/?case=${one.id}`);
    await signIn(first.page, operator, 'street-desk');
    await first.page.getByTestId('look-record').click({ force: true });
    await first.page.getByTestId('look-refusal').waitFor();
    expect(await first.page.getByTestId('record-dialog').count()).toBe(0);
    await first.page.close();

    const second = await openPage(browser, `${city.url}/?case=${one.id}`);
    await second.page.context().clearCookies();
    await second.page.reload();
    await signIn(second.page, committee, 'auntie-wang');
    await second.page.getByTestId('look-record').click();
    await second.page.getByTestId('record-dialog').waitFor();
    const record = await textOf(second.page, 'record-dialog');
    expect(record).toMatch(/岁/);
    await second.page.close();

    const third = await openPage(browser, city.operatorUrl.replace('/#', '/?board=audit#'));
    await expect
      .poll(async () => (await third.page.getByTestId('audit-row').allInnerTexts()).join('\n'))
      .toMatch(/auntie-wang/);
    await third.page.close();
  });
});
