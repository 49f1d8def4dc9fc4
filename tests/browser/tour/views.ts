// Every view of the screen and how a viewer comes there, for the tests that look at all of them and for the pictures.
import type { Page } from 'playwright-core';

/** What the views need of the city that they are of. */
export interface Toured {
  url: string;
  /** The run that is live. */
  run: string;
  /** A run that branched from it. */
  branch: string;
  /** A case that is open. */
  openCase: string;
  /** A case that is closed, with its proof. */
  closedCase: string;
}

export interface View {
  name: string;
  /** Query of its address, without look and language. */
  query: (city: Toured) => string;
  /** The part of the screen that a phone shows for it, where that is not the cases. */
  part?: 'signs' | 'map' | 'time';
  /** What is done there before it is looked at. */
  act?: (page: Page) => Promise<void>;
  /** Test id of what must be there. */
  shows: string;
}

const at = (query: string) => () => query;
const click = (testId: string) => (page: Page) => page.getByTestId(testId).first().click();

export const views: readonly View[] = [
  { name: 'city', query: at('open=traffic'), shows: 'dimension-traffic' },
  { name: 'district', query: at('area=310101&open=env'), part: 'signs', shows: 'breadcrumb' },
  { name: 'street', query: at('area=310118106&open=safety'), part: 'map', shows: 'breadcrumb' },
  { name: 'sign', query: at('indicator=tti-surface'), shows: 'sign-drawer' },
  { name: 'open-case', query: ({ openCase }) => `case=${openCase}`, shows: 'case-detail' },
  {
    name: 'closed-case',
    query: ({ closedCase }) => `case=${closedCase}`,
    act: click('why-closed'),
    shows: 'case-detail',
  },
  { name: 'alarms', query: at(''), act: click('alarm-count'), shows: 'alarm-list' },
  ...(['kpis', 'alarms', 'rules', 'levels', 'audit', 'wall', 'zhenru', 'runs'] as const).map((board) => ({
    name: `board-${board}`,
    query: at(`board=${board}`),
    shows: `board-${board}`,
  })),
  { name: 'compare', query: ({ branch }) => `board=compare&compare=${branch}`, shows: 'change-table' },
  {
    name: 'compare-lines',
    query: ({ branch }) => `board=compare&compare=${branch}`,
    act: click('compare-lines'),
    shows: 'compare',
  },
  {
    name: 'compare-cases',
    query: ({ branch }) => `board=compare&compare=${branch}`,
    act: click('compare-cases'),
    shows: 'compare',
  },
  { name: 'what-if', query: at('board=runs'), act: click('run-branch'), shows: 'branch-dialog' },
  { name: 'scenarios', query: at(''), part: 'time', act: click('open-scenarios'), shows: 'scenario-cloudburst' },
  { name: 'keys', query: at(''), act: (page) => page.keyboard.press('?'), shows: 'key-sheet' },
  { name: 'finding', query: at(''), act: (page) => page.keyboard.press('Control+k'), shows: 'palette' },
  { name: 'bookmarks', query: at(''), part: 'time', act: click('notes'), shows: 'note-card' },
  { name: 'replay', query: ({ run }) => `run=${run}&t=1700&open=env`, part: 'time', shows: 'dimension-env' },
  { name: 'no-such-run', query: at('run=nobody&t=5'), shows: 'replay-trouble' },
];

export const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 1080 },
  { width: 390, height: 844 },
] as const;
export const LOOKS = ['show', 'calm'] as const;
export const LANGUAGES = ['zh', 'en'] as const;
