// Every view at every size, in both looks and both languages: nothing cut off, nothing over another, no error, nothing that axe finds.
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, launchWithoutMap } from './chromium.ts';
import { textOf } from './page.ts';
import { contextsOf, countContexts, loseContext } from './tour/contexts.ts';
import { callGuide, type Guide } from './tour/guide.ts';
import { mapViews } from './tour/mapViews.ts';
import { drawnOf, lightsOf, strangersOf } from './tour/oneColour.ts';
import { wordsPastLanguage } from './tour/pastLanguage.ts';
import { type StandingCity, standCity } from './tour/standingCity.ts';
import type { View } from './tour/view.ts';
import { LANGUAGES, LOOKS, type Setting, SIZES, views } from './tour/views.ts';

/**
 * `TOUR=whole`: every view in every setting, an hour and a half; `TOUR=once`: every view in one setting after the other, six minutes; else
 * one in eleven of these.
 */
const isWhole = process.env.TOUR === 'whole';
const EVERY = process.env.TOUR === undefined ? 11 : 1;
const settings: Setting[] = SIZES.flatMap((size) =>
  LOOKS.flatMap((look) => LANGUAGES.map((language) => ({ size, look, language }))),
);
const nameOf = ({ size, look, language }: Setting): string => `${size.width}×${size.height} ${look} ${language}`;
const stopsOf = (of: readonly View[]) =>
  of.flatMap((view, at) =>
    settings
      // Neither five nor eleven has a part in common with sixteen, so that each view meets another setting, and each setting its share of views.
      .filter(
        (_, place) =>
          isWhole ||
          (at % EVERY === 0 && place === (at * 5) % settings.length) ||
          (view.name === 'city' && place % 5 === 0),
      )
      .map((setting) => ({ view, setting, name: `${view.name} at ${nameOf(setting)}` })),
  );

const tablet = { size: { width: 1024, height: 768 }, look: 'show' } as const;

let browser: Browser;
let city: StandingCity;
beforeAll(async () => {
  browser = await launchWithoutMap();
  city = await standCity(browser);
});
afterAll(async () => {
  await browser?.close();
  await city?.started.stop();
});

describe('without the map', () => {
  /** While the one page waits for something, the other is looked at. */
  const PAGES = 2;
  const guides: Guide[] = [];
  const waiting: ((guide: Guide) => void)[] = [];
  beforeAll(async () => {
    for (let page = 0; page < PAGES; page++) guides.push(await callGuide(browser, city));
  });

  async function withGuide(look: (guide: Guide) => Promise<void>): Promise<void> {
    const guide = guides.pop() ?? (await new Promise<Guide>((resolve) => waiting.push(resolve)));
    try {
      await look(guide);
    } finally {
      const next = waiting.shift();
      if (next === undefined) guides.push(guide);
      else next(guide);
    }
  }

  // As every page of the tour is opened.
  test('with reduced motion nothing moves by itself', () =>
    withGuide(async ({ page, show }) => {
      const [view] = views;
      await show(view!, settings[0]!);
      const moving = await page.evaluate(() =>
        document.getAnimations().flatMap((animation) => {
          const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
          return animation.playState === 'running'
            ? [`${(animation as CSSAnimation).animationName} of ${target?.className}`]
            : [];
        }),
      );
      expect(moving).toEqual([]);
    }));

  test.each(LANGUAGES)('a tablet has room for all of it in %s', (language) =>
    withGuide(async (guide) => {
      await guide.show(views[0]!, { ...tablet, language });
      expect(await guide.faults(false)).toEqual([]);
    }),
  );

  test.concurrent('no word of the screen comes past the language', async () => {
    const guide = await callGuide(browser, city);
    expect(await wordsPastLanguage(guide)).toEqual([]);
    await guide.page.close();
  });

  test.concurrent.each(stopsOf(views))('the tour finds nothing wrong with $name', ({ view, setting }) =>
    withGuide(async (guide) => {
      await guide.show(view, setting);
      expect(await guide.faults(isWhole || view.name === 'city')).toEqual([]);
    }),
  );
});

describe('in the colours of the system', () => {
  let guide: Guide;
  beforeAll(async () => {
    guide = await callGuide(browser, city);
  });
  afterAll(() => guide?.page.close());
  /** Each of these, given to the element that the selector finds, must look different from every other, hue and words aside. */
  const differ = async (selector: string, classes: readonly string[]): Promise<void> => {
    const drawn: string[] = [];
    for (const one of classes) drawn.push(await drawnOf(guide.page, selector, one));
    expect(classes.filter((_, at) => drawn.indexOf(drawn[at]!) !== at)).toEqual([]);
  };

  describe.each(['dark', 'light'] as const)('which are %s,', (colorScheme) => {
    const show = async (name: string): Promise<void> => {
      await guide.page.emulateMedia({ forcedColors: 'active', colorScheme });
      await guide.show(views.find((view) => view.name === name)!, settings[5]!);
    };

    test('the states of a number, of a choice and of the focus can be told apart', async () => {
      await show('city');
      expect(await strangersOf(guide.page)).toEqual([]);
      await differ('.tile', [
        'tile is-normal tone-green',
        'tile is-warning tone-yellow',
        'tile is-critical tone-red',
        'tile is-stale tone-grey',
        'tile is-nodata tone-grey',
      ]);
      for (const [chosen, other] of [
        ['.time-speeds [aria-pressed="true"]', '.time-speeds [aria-pressed="false"]'],
        ['.work-tabs [aria-selected="true"]', '.work-tabs [aria-selected="false"]'],
      ] as const)
        expect(await drawnOf(guide.page, chosen)).not.toBe(await drawnOf(guide.page, other));
      const resting = await drawnOf(guide.page, '.work-tabs button');
      await guide.page.locator('.work-tabs button').first().focus();
      await guide.page.keyboard.press('Shift+Tab');
      await guide.page.keyboard.press('Tab');
      expect(await drawnOf(guide.page, '.work-tabs button')).not.toBe(resting);
      // Where a value stands is seen on the band, and the band on its ground.
      const [ground, band, marker] = await Promise.all(
        ['.tile .bullet', '.tile .bullet-band', '.tile .bullet-marker'].map((part) => lightsOf(guide.page, part)),
      );
      for (const [one, other] of [
        [band, ground],
        [marker, ground],
        [marker, band],
      ])
        expect(Math.abs(one![0]! - other![0]!)).toBeGreaterThan(60);
      const parts = (await lightsOf(guide.page, '.density-legend i')).sort((a, b) => a - b);
      expect(parts).toHaveLength(5);
      expect(Math.min(...parts.slice(1).map((light, at) => light - parts[at]!))).toBeGreaterThan(15);
    });

    test('both bits of an alarm can be told apart', async () => {
      await show('alarms');
      await differ('.alarm-bits > span', ['is-on', '']);
      await differ('.alarm-row', ['alarm-row', 'alarm-row is-returned']);
    });

    test('the steps of a case can be told apart', async () => {
      await show('open-case');
      await differ('.case-step:not(:last-child)', [
        'case-step is-done',
        'case-step is-running',
        'case-step is-pending',
        'case-step is-done is-failed',
      ]);
    });
  });
});

describe('with the map', () => {
  const [map, card] = mapViews as [View, View];
  let drawing: Browser;
  let guide: Guide;
  beforeAll(async () => {
    drawing = await launchChromium();
    guide = await callGuide(drawing, city);
    await countContexts(guide.page);
  });
  afterAll(() => drawing?.close());
  const canvasOf = (which: 'map' | 'overlay'): Locator =>
    guide.page.locator('[data-testid="map"] canvas').nth(which === 'map' ? 0 : 1);
  const failed = (): Locator => guide.page.getByTestId('map-failed');

  /** Takes the drawing context of a canvas away. False when no other map comes to stand there. */
  async function isMadeAnew(which: 'map' | 'overlay'): Promise<boolean> {
    const lost = (await canvasOf(which).elementHandle())!;
    await loseContext(lost);
    await expect.poll(() => lost.evaluate((canvas) => canvas.isConnected)).toBe(false);
    await canvasOf('overlay').or(failed()).waitFor({ state: 'attached' });
    return (await failed().count()) === 0;
  }

  test('another language takes no drawing context: a page has sixteen', async () => {
    await guide.show(map, { ...tablet, language: 'zh' });
    const before = await contextsOf(guide.page);
    await guide.show(map, { ...tablet, language: 'en' });
    expect(await contextsOf(guide.page)).toBe(before);
    expect(before).toBe(3);
  });

  test('a step back to an address without a camera looks at its area again', async () => {
    const scale = guide.page.locator('.maplibregl-ctrl-scale');
    await guide.show(map, { ...tablet, language: 'en' });
    const ofTheCity = await scale.innerText();
    await guide.show({ ...map, query: () => 'at=122.9,30.9,13,0,0' }, { ...tablet, language: 'en' });
    await expect.poll(() => scale.innerText()).not.toBe(ofTheCity);
    await guide.page.goBack();
    await expect.poll(() => scale.innerText()).toBe(ofTheCity);
  });

  test('a map that loses a drawing context is made anew as it was; lost again at once, it says so and comes back when it is asked to', async () => {
    await guide.show(map, { ...tablet, language: 'zh' });
    const words = (): Promise<string> => textOf(guide.page, 'map-legend');
    // Where room is scarce the legend is folded until somebody wants it.
    expect(await words()).not.toContain('处置力量');
    await guide.page.getByTestId('map-legend-fold').click();
    expect(await isMadeAnew('overlay')).toBe(true);
    expect(await words()).toContain('处置力量');
    await guide.page.getByTestId('map-legend-fold').click();
    expect(await isMadeAnew('map')).toBe(false);
    expect(await guide.faults(false)).toContainEqual(expect.stringContaining('took the map’s drawing context away'));
    await guide.page.getByTestId('retry').click();
    await canvasOf('overlay').waitFor();
    await guide.show(card, { ...tablet, language: 'zh' });
    expect(await guide.faults(false)).toEqual([]);
  });

  test.each(stopsOf(mapViews))('the tour finds nothing wrong with $name', async ({ view, setting }) => {
    await guide.show(view, setting);
    expect(await guide.faults(isWhole)).toEqual([]);
  });
});
