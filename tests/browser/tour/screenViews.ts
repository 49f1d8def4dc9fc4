// The screen itself, with its cards, menus, lists and dialogs.
import type { Page } from 'playwright-core';
import { REFUSED } from './circumstances.ts';
import { at, holdRecording, keys, letGo, press, scrollTo, type View } from './view.ts';

const type = (text: string) => async (page: Page) => page.getByTestId('palette-input').fill(text);

/** Fewer than the city has. */
const OF_DISTRICT = 'list=alarms&area=310101';

/** Of the organisation's own people. */
const BY_PROVIDER = {
  person: null,
  signIn: { token: true, oidc: { zh: '用统一身份认证登录', en: 'Sign in with your organisation' } },
};

export const screenViews: readonly View[] = [
  { name: 'city', query: at('open=traffic'), part: 'signs', shows: 'dimension-traffic' },
  { name: 'cases', query: at(''), shows: 'case-list' },
  { name: 'map-part', query: at(''), part: 'map', shows: 'map-unavailable' },
  { name: 'time-part', query: at(''), part: 'time', shows: 'time-track' },
  { name: 'district', query: at('area=310101&open=env'), part: 'signs', shows: 'breadcrumb' },
  { name: 'street', query: at('area=310118106&open=safety'), part: 'map', shows: 'breadcrumb' },
  { name: 'areas', query: at(''), part: 'map', act: press('area-picker'), shows: 'area-310101' },
  { name: 'roll-up', query: at(''), act: (page) => page.getByTestId('pulse-button').hover(), shows: 'roll-up' },
  {
    name: 'roll-up-of-tile',
    query: at('open=traffic'),
    part: 'signs',
    act: (page) => page.locator('.tile').last().hover(),
    shows: 'roll-up',
  },

  { name: 'sign', query: at('indicator=tti-surface'), shows: 'span-chart' },
  {
    name: 'sign-came-of-it',
    query: at('indicator=tti-surface'),
    act: scrollTo('came-of-it'),
    shows: 'came-of-it',
  },
  { name: 'sign-filling', query: at('indicator=tti-surface&max=sign'), shows: 'came-of-it' },

  { name: 'cases-filtered', query: at('status=all&priority=2&auto=1'), shows: 'case-row' },
  { name: 'cases-searched', query: at('q=C99999'), isRefused: true, act: press('find-in-log'), shows: 'find-in-log' },
  { name: 'alarms', query: at('list=alarms'), shows: 'alarm-list' },
  { name: 'alarm', query: at(OF_DISTRICT), act: press('alarm-toggle'), shows: 'alarm-chain' },
  { name: 'alarm-shelving', query: at(OF_DISTRICT), act: press('alarm-toggle', 'alarm-shelve'), shows: 'shelf-form' },
  {
    name: 'alarm-not-shelved',
    query: at(OF_DISTRICT),
    when: { line: { answers: REFUSED } },
    act: shelveInVain,
    shows: 'alarm-refused',
  },
  { name: 'alarm-on-shelf', query: at(OF_DISTRICT), act: openShelved, shows: 'alarm-unshelve' },
  { name: 'alarms-shelved', query: at(OF_DISTRICT), act: scrollTo('alarms-shelved'), shows: 'alarms-shelved' },
  {
    name: 'alarms-suppressed',
    query: at('list=alarms&area=310118'),
    act: async (page) => {
      await page.getByTestId('alarms-suppressed').locator('summary').click();
      await scrollTo('alarms-suppressed')(page);
    },
    shows: 'alarms-suppressed',
  },

  { name: 'boards-menu', query: at(''), act: openBoardsMenu, shows: 'boards-button' },
  { name: 'tools-menu', query: at(''), act: press('screen-tools'), shows: 'tool-views' },
  { name: 'panel-menu', query: at(''), act: press('panel-menu-work'), shows: 'csv-work' },
  { name: 'map-menu', query: at(''), part: 'map', act: openMapMenu, shows: 'map-unavailable' },
  { name: 'loop-menu', query: at(''), act: press('panel-menu-loop'), shows: 'png-loop' },
  {
    name: 'case-menu',
    query: ({ openCase }) => `case=${openCase}`,
    act: press('panel-menu-case'),
    shows: 'png-case',
  },
  { name: 'sign-menu', query: at('indicator=tti-surface'), act: press('panel-menu-sign'), shows: 'png-sign' },
  { name: 'user-menu', query: at(''), act: press('user-menu'), shows: 'user-card' },
  { name: 'signs-filling', query: at('max=signs'), part: 'signs', shows: 'dimension-traffic' },
  { name: 'cases-filling', query: at('max=work'), shows: 'case-row' },
  { name: 'map-filling', query: at('max=map'), part: 'map', shows: 'map-unavailable' },
  { name: 'folded', query: at(''), act: keys('{', '}'), shows: 'pulse', leave: keys('{', '}') },

  { name: 'scenarios', query: at(''), part: 'time', act: press('open-scenarios'), shows: 'scenario-cloudburst' },
  {
    name: 'scenario-starting',
    query: at(''),
    part: 'time',
    act: press('open-scenarios', 'scenario-cloudburst', 'start-scenario'),
    shows: 'confirm-start',
  },
  {
    name: 'no-scenarios',
    query: at(''),
    part: 'time',
    when: { line: { status: () => ({ pace: null }) } },
    act: press('open-scenarios'),
    shows: 'scenario-dialog',
  },
  { name: 'keys', query: at(''), act: keys('?'), shows: 'key-sheet' },
  { name: 'finding', query: at(''), act: keys('Control+k'), shows: 'palette' },
  {
    name: 'found',
    query: at(''),
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await type('xj')(page);
    },
    shows: 'palette',
  },
  {
    name: 'nothing-found',
    query: at(''),
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await type('qqqqqqq')(page);
    },
    shows: 'palette',
  },
  { name: 'bookmarks', query: at(''), part: 'time', act: press('notes'), shows: 'note-go' },
  { name: 'bookmark-renamed', query: at(''), part: 'time', act: press('notes', 'note-rename'), shows: 'note-card' },
  {
    name: 'bookmark-unanswered',
    query: at(''),
    part: 'time',
    when: { requests: { address: /\/notes$/, answer: 503 } },
    act: bookmarkInVain,
    shows: 'note-card',
  },
  { name: 'saved-views', query: at(''), act: saveView, shows: 'view-row', leave: forgetView },
  {
    name: 'saved-view-deleted',
    query: at(''),
    act: async (page) => {
      await saveView(page);
      await page.getByTestId('view-delete').click();
    },
    shows: 'view-undo',
  },
  {
    name: 'saved-view-renamed',
    query: at(''),
    act: async (page) => {
      await saveView(page);
      await page.getByTestId('view-rename').click();
    },
    shows: 'view-rename-field',
    leave: forgetView,
  },
  { name: 'no-saved-views', query: at(''), act: keys('v'), shows: 'views-dialog' },
  { name: 'touring', query: at(''), act: keys('t'), shows: 'tour-bar', leave: keys('t') },
  { name: 'wall-set-up', query: at(''), act: press('screen-tools', 'tool-wall'), shows: 'wall-dialog' },
  { name: 'kiosk', query: at('kiosk=1&dwell=600'), shows: 'pulse' },
  { name: 'wall-steered', query: at('wall=2x1&bezel=24&tile=1,0'), isPart: true, shows: 'pulse' },
  { name: 'recording-held', query: at(''), act: holdRecording('.screen'), shows: 'drop-place', leave: letGo },

  { name: 'replay', query: ({ run }) => `run=${run}&t=1700&open=env`, part: 'time', shows: 'dimension-env' },
  { name: 'loop', query: ({ run }) => `run=${run}&t=1700`, part: 'time', act: markLoop, shows: 'end-loop' },
  { name: 'viewer', query: ({ openCase }) => `case=${openCase}`, isOfViewer: true, shows: 'action-sign-in' },
  { name: 'sign-in', query: at(''), isOfViewer: true, act: press('user-menu'), shows: 'sign-in-token' },
  {
    name: 'sign-in-with-provider',
    query: at(''),
    isOfViewer: true,
    when: { requests: { address: /\/api\/session$/, answer: BY_PROVIDER } },
    act: press('user-menu'),
    shows: 'sign-in-oidc',
  },
  {
    name: 'sign-in-refused',
    query: at(''),
    isOfViewer: true,
    isRefused: true,
    act: signInWrongly,
    shows: 'sign-in-message',
  },
];

/** A phone has them in the menu of the screen. */
async function openBoardsMenu(page: Page): Promise<void> {
  const button = page.getByTestId('boards-button');
  if (await button.isVisible()) await button.click();
  else await page.getByTestId('screen-tools').click();
}

/** A phone has none. */
async function openMapMenu(page: Page): Promise<void> {
  const button = page.getByTestId('panel-menu-map');
  if (await button.isVisible()) await button.click();
}

async function shelveInVain(page: Page): Promise<void> {
  await press('alarm-toggle', 'alarm-shelve')(page);
  await page.getByTestId('shelf-reason').selectOption({ index: 1 });
  await page.getByTestId('shelf-send').click();
}

async function openShelved(page: Page): Promise<void> {
  await page.getByTestId('alarms-shelved').getByTestId('alarm-toggle').first().click();
  await scrollTo('alarm-unshelve')(page);
}

async function bookmarkInVain(page: Page): Promise<void> {
  await page.getByTestId('notes').click();
  await page.getByTestId('note-text').fill('积水 Flood');
  await page.getByTestId('note-add').click();
  await page.locator('.note-words[role="alert"]').waitFor();
}

async function saveView(page: Page): Promise<void> {
  await page.keyboard.press('v');
  await page.getByTestId('view-name').fill('暴雨 Storm');
  await page.getByTestId('view-save').click();
}

async function forgetView(page: Page): Promise<void> {
  await page.getByTestId('view-delete').click();
}

async function markLoop(page: Page): Promise<void> {
  const box = (await page.locator('.track-area').boundingBox())!;
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 4, box.y + box.height - 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + box.height - 10, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

async function signInWrongly(page: Page): Promise<void> {
  await page.getByTestId('user-menu').click();
  await page.getByTestId('sign-in-token').fill('nobody');
  await page.getByTestId('sign-in-submit').click();
  await page.locator('[data-testid="sign-in-message"][role="alert"]').waitFor();
}
