// Every view at every size, in both looks and both languages: nothing cut off, nothing over another, no error, nothing that axe finds.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchWithoutMap } from './chromium.ts';
import type { Guide, Setting } from './tour/guide.ts';
import { startTour } from './tour/guide.ts';
import { LANGUAGES, LOOKS, SIZES, views } from './tour/views.ts';

/** `TOUR=whole`: every view in every setting, some twenty minutes; else each view in one setting after the other. */
const isWhole = process.env.TOUR === 'whole';
const settings: Setting[] = SIZES.flatMap((size) =>
  LOOKS.flatMap((look) => LANGUAGES.map((language) => ({ size, look, language }))),
);
const nameOf = ({ size, look, language }: Setting): string => `${size.width}×${size.height} ${look} ${language}`;
const stops = views.flatMap((view, at) =>
  settings
    // Five and sixteen have no common part, so that each view meets another setting, and each setting its share of views.
    .filter((_, place) => isWhole || place === (at * 5) % settings.length || (view.name === 'city' && place % 5 === 0))
    .map((setting) => ({ view, setting, name: `${view.name} at ${nameOf(setting)}` })),
);

let browser: Browser;
let guide: Guide;
beforeAll(async () => {
  browser = await launchWithoutMap();
  guide = await startTour(browser);
});
afterAll(async () => {
  await guide?.end();
  await browser?.close();
});

test('with reduced motion nothing moves by itself', async () => {
  const [view] = views;
  await guide.page.emulateMedia({ reducedMotion: 'reduce' });
  await guide.show(view!, settings[0]!);
  const moving = await guide.page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
      return animation.playState === 'running'
        ? [`${(animation as CSSAnimation).animationName} of ${target?.className}`]
        : [];
    }),
  );
  await guide.page.emulateMedia({ reducedMotion: null });
  expect(moving).toEqual([]);
});

describe('the tour finds nothing wrong with', () => {
  test.each(stops)('$name', async ({ view, setting }) => {
    await guide.show(view, setting);
    expect(await guide.faults()).toEqual([]);
  });
});
