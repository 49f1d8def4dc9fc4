// The built screen in a real Chromium, against the program as a user starts it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import { findAutomaticCase } from './automaticCase.ts';
import { launchWithoutMap } from './chromium.ts';
import { openPage, textOf } from './page.ts';

const SEED = 7;
const DIMENSIONS = ['infra', 'env', 'traffic', 'guarantee', 'safety', 'vitality'] as const;

let browser: Browser;
let city: StartedCity;
beforeAll(async () => {
  browser = await launchWithoutMap();
  city = await startCity(['--scenario', 'normal-day', '--seed', String(SEED), '--speed', '60']);
});
afterAll(async () => {
  await browser.close();
  await city.stop();
});

describe('a viewer of the live city', () => {
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    ({ page, problems } = await openPage(browser, city.url));
  });
  afterAll(() => page.close());

  test('sees that it is live and simulated', async () => {
    await page.waitForFunction(
      () => document.querySelector('[data-testid="mode"]')?.getAttribute('data-mode') === 'live',
    );
    expect(await textOf(page, 'simulated')).toContain('模拟数据');
  });

  test('sees numbers move in all six dimensions', async () => {
    const read = async (): Promise<string[]> => Promise.all(DIMENSIONS.map((id) => textOf(page, `dimension-${id}`)));
    await expect.poll(async () => (await read()).every((text) => /\d/.test(text))).toBe(true);
    const before = await read();
    await expect
      .poll(async () => (await read()).map((text, i) => text !== before[i]), { interval: 1000 })
      .toEqual(DIMENSIONS.map(() => true));
  });

  test('finds all 16 districts below the city', async () => {
    const codes = await page.evaluate(() =>
      [...document.querySelectorAll('[data-testid^="area-31"]')].map((element) => element.getAttribute('data-testid')),
    );
    if (codes.length === 0) await page.getByTestId('area-picker').click();
    await expect.poll(() => page.locator('[data-testid^="area-31"]').count()).toBe(16);
    await page.keyboard.press('Escape');
  });

  test('goes down to a district and a street, and every panel speaks of it', async () => {
    await page.goto(`${city.url}/?area=310118106`);
    await expect.poll(() => textOf(page, 'breadcrumb')).toContain('徐泾镇');
    expect(await textOf(page, 'breadcrumb')).toContain('青浦区');
    await expect.poll(() => textOf(page, 'dimension-env')).toMatch(/\d/);
    await page.goto(city.url);
  });

  test('switches the language in place', async () => {
    await page.getByTestId('language').click();
    await expect.poll(() => textOf(page, 'dimension-traffic')).toContain('Urban traffic');
    await page.getByTestId('language').click();
    await expect.poll(() => textOf(page, 'dimension-traffic')).toContain('城市交通');
  });

  test('may watch but not act, and is told so', async () => {
    expect(await page.getByTestId('pause').isDisabled()).toBe(true);
  });

  test('has a page without errors and without a horizontal scroll bar', async () => {
    expect(problems).toEqual([]);
    const beyond = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const wide = [...document.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width);
      return wide.map((one) => `${one.tagName}.${one.className} ends at ${one.getBoundingClientRect().right}`);
    });
    expect(beyond).toEqual([]);
  });
});

describe('the automatic loop of Xujing', () => {
  test('one case is found, dispatched, verified and closed on screen without a person', async () => {
    const rehearsed = await findAutomaticCase('xujing-day', SEED, 3);
    const xujing = await startCity(['--scenario', 'xujing-day', '--seed', String(SEED), '--speed', '300']);
    try {
      const { page } = await openPage(browser, `${xujing.url}/?area=310118106&case=${rehearsed.id}`);
      const statuses: string[] = [];
      const follow = async (): Promise<string> => {
        const status = page.getByTestId('case-status');
        const text = (await status.count()) > 0 ? await status.first().innerText() : '';
        if (text !== '' && statuses.at(-1) !== text) statuses.push(text);
        return statuses.at(-1) ?? '';
      };
      await expect.poll(follow, { interval: 200 }).toMatch(/已结案|已评价/);
      expect(statuses.join(' → ')).toMatch(/已派单.*处置中.*核查中.*(已结案|已评价)/);
      for (const step of ['discovered', 'accepted', 'filed', 'dispatched', 'arrived', 'handled', 'checked', 'closed']) {
        expect(await page.getByTestId(`step-${step}`).first().getAttribute('data-state'), step).toBe('done');
      }
      expect(await page.getByTestId('evidence').count()).toBeGreaterThan(3);
      expect(await textOf(page, 'case-detail')).not.toMatch(/值班长|受理员|核查员/);
      await page.close();
    } finally {
      await xujing.stop();
    }
  });
});

describe('when things are not as they should be', () => {
  test('a browser that cannot draw the map says so and keeps panels and lists', async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    try {
      await page.goto(city.url);
      await page.getByTestId('map-unavailable').waitFor();
      await expect.poll(() => textOf(page, 'dimension-traffic')).toMatch(/\d/);
    } finally {
      await page.close();
    }
  });

  test('a platform without a world says that it waits for one', async () => {
    const empty = await startCity(['--no-simulator']);
    const { page } = await openPage(browser, empty.url);
    try {
      await page.getByTestId('connection-waiting').waitFor();
    } finally {
      await page.close();
      await empty.stop();
    }
  });

  test('a lost platform is counted in seconds, and the page goes on by itself when it is back', async () => {
    const lost = await startCity(['--seed', String(SEED), '--speed', '60']);
    const { page } = await openPage(browser, lost.url);
    try {
      await expect.poll(() => textOf(page, 'dimension-traffic')).toMatch(/\d/);
      await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
      await lost.killPlatform();
      await page.getByTestId('connection-lost').waitFor();
      await page.getByTestId('connection-lost').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
    } finally {
      await page.close();
      await lost.stop();
    }
  });
});

describe('an operator', () => {
  test('pauses the city, sets its pace, and starts another scenario by name', async () => {
    const { page } = await openPage(browser, city.operatorUrl);
    try {
      await expect.poll(() => page.getByTestId('pause').isEnabled()).toBe(true);
      expect(page.url()).not.toContain('operator=');
      await page.getByTestId('pause').click();
      await expect.poll(async () => (await textOf(page, 'sim-clock')) === (await later(page))).toBe(true);
      await page.getByTestId('open-scenarios').click();
      await page.getByTestId('scenario-cloudburst').click();
      await page.getByTestId('start-scenario').click();
      await page.getByTestId('confirm-start').click();
      await expect.poll(() => textOf(page, 'scenario-name')).toContain('强降雨');
    } finally {
      await page.close();
    }
  });
});

/** The simulated clock two seconds on. */
async function later(page: Page): Promise<string> {
  await page.waitForTimeout(2000);
  return textOf(page, 'sim-clock');
}
