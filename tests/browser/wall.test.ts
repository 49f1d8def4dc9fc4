// The Xujing wall: a guest opens it and follows one case round the loop without a hand on it, from the frame that found it to the re-shot that proves it.
import type { CaseState } from '@onescreen/shared/cases';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type StartedCity, startCity } from '../system/startedCity.ts';
import type { AutomaticCase } from './automaticCase.ts';
import { findAutomaticCase } from './automaticCase.ts';
import { launchWithoutMap } from './chromium.ts';
import { openPage, textOf } from './page.ts';

const SCENARIO = 'xujing-day';
const SEED = 7;

let browser: Browser;
let one: AutomaticCase;
let city: StartedCity | null = null;
beforeAll(async () => {
  one = await findAutomaticCase(SCENARIO, SEED, 3);
  browser = await launchWithoutMap();
});
afterEach(async () => {
  await city?.stop();
  city = null;
});
afterAll(() => browser.close());

const currentRun = async (url: string): Promise<string> =>
  ((await (await fetch(`${url}/api/runs`)).json()) as { current: string }).current;

describe('the Xujing wall', () => {
  test('shows ten cameras, and a case that goes round by itself with its frame and its re-shot', async () => {
    city = await startCity(['--scenario', SCENARIO, '--seed', String(SEED), '--speed', '600']);
    const { page, problems } = await openPage(browser, city.operatorUrl.replace('/#', '/?board=wall#'));
    await expect.poll(() => page.locator('[data-testid^="camera-XJ"]').count()).toBe(10);
    expect(await textOf(page, 'board-wall')).toContain('真值（仅供演示与评分）');

    // Every picture is drawn: not one colour all over.
    const colours = (): Promise<number[]> =>
      page.getByTestId('scene-canvas').evaluateAll((canvases) =>
        canvases.slice(0, 5).map((canvas) => {
          const place = canvas as HTMLCanvasElement;
          const { data } = place.getContext('2d')!.getImageData(0, 0, place.width, place.height);
          return new Set(new Uint32Array(data.buffer)).size;
        }),
      );
    await expect.poll(async () => Math.min(...(await colours()))).toBeGreaterThan(50);

    // The case is found; its camera is opened large, and it is watched until it is closed.
    const address = `${city.url}/api/runs/${await currentRun(city.url)}/cases/${one.id}`;
    await expect.poll(async () => (await fetch(address)).status, { interval: 100 }).toBe(200);
    const { type } = ((await (await fetch(address)).json()) as { case: CaseState }).case;
    await page.getByTestId(`open-${type}`).click();
    const large = page.getByTestId('camera-large');
    await large.locator(`[data-testid="camera-case"][data-case="${one.id}"]`).click();
    const strip = large.locator(`[data-testid="wall-case"][data-case="${one.id}"]`);
    const states = async (): Promise<(string | null)[]> =>
      Promise.all(
        ['found', 'dispatched', 'checked', 'closed'].map((id) =>
          strip.getByTestId(`wall-step-${id}`).getAttribute('data-state'),
        ),
      );
    await expect.poll(states, { interval: 100 }).toEqual(['done', 'done', 'done', 'done']);
    await page.getByTestId('speed-1').click();

    const [before, after] = [page.getByTestId('frame-hit'), page.getByTestId('frame-shot')];
    expect(await before.getAttribute('data-there')).toBe('true');
    expect(await after.getAttribute('data-clear')).toBe('true');
    expect(await after.getAttribute('data-there')).toBe('false');
    expect(await before.getByTestId('wall-box').first().getAttribute('data-state')).toBe('seen');
    expect(await after.getByTestId('wall-box').first().getAttribute('data-state')).toBe('clear');

    // It leads to the case, whose proof draws the same frames.
    await strip.click();
    await page.getByTestId('why-closed').click();
    await expect.poll(() => page.getByTestId('proof').getByTestId('evidence-scene').count()).toBeGreaterThan(1);
    expect(problems).toEqual([]);
  });
});
