// What stands on the drawn map: its switches, its legend, the card under the pointer. With WebGL by software, which is slow: few.
import type { Page } from 'playwright-core';
import { at, press, type View } from './view.ts';

/** Rests the pointer on the map until it has found what is below. */
async function point(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.getByTestId('map').boundingBox())!;
  const card = page.getByTestId('map-card');
  for (let step = 0; (await card.count()) === 0; step++) {
    await page.mouse.move(x + width * (0.4 + (step % 5) * 0.05), y + height * 0.5);
    await page.waitForTimeout(200);
  }
}

export const mapViews: readonly View[] = [
  { name: 'map', query: at('layers=heat'), part: 'map', shows: 'map-legend' },
  { name: 'map-card', query: at('area=310105'), part: 'map', act: point, shows: 'map-card' },
  { name: 'map-town', query: at('area=310118106&at=121.283,31.183,14.5,0,0'), part: 'map', shows: 'map-legend' },
  { name: 'map-river', query: at('at=121.503,31.205,14.2,0,45'), part: 'map', shows: 'map-legend' },
  {
    name: 'map-legend-turned',
    query: at('layers=heat'),
    part: 'map',
    act: press('map-legend-fold'),
    shows: 'map-legend',
    leave: press('map-legend-fold'),
  },
  {
    name: 'map-ground-missing',
    query: at(''),
    part: 'map',
    when: {
      requests: { address: /\/onescreen\.json$/, answer: { basemap: { kind: 'style', url: 'nowhere/style.json' } } },
    },
    act: press('map-legend-fold'),
    shows: 'map-legend',
    leave: press('map-legend-fold'),
  },
  {
    name: 'map-compared-unanswered',
    query: ({ branch }) => `compare=${branch}`,
    part: 'map',
    when: { requests: { address: /-b1\/recording$/, answer: 503 } },
    shows: 'swipe-failed',
  },
  {
    name: 'map-compared',
    query: ({ branch }) => `compare=${branch}`,
    part: 'map',
    shows: 'swipe-divider',
  },
];
