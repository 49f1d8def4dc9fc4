// The states that nobody draws: before there is anything, when something is away, and when there is nothing to show.
import { PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import { type Circumstance, REFUSED } from './circumstances.ts';
import { at, keys, press, type Toured, type View } from './view.ts';

const ofRun =
  (more: string) =>
  ({ run }: Toured): string =>
    `run=${run}&${more}`;

/** A piece of the program cannot be fetched. */
const without = (piece: string): Circumstance => ({
  requests: { address: new RegExp(`/assets/${piece}-[^/]+\\.js`), answer: 503 },
});

export const states: readonly View[] = [
  // Before.
  { name: 'connecting', isBlank: true, query: at(''), when: { line: { isSilent: true } }, shows: 'connection-waiting' },
  {
    name: 'no-simulator-yet',
    isBlank: true,
    query: at(''),
    when: { line: { hasNoRun: true, status: () => ({ state: 'waiting', pace: null }) } },
    shows: 'connection-waiting',
  },
  {
    name: 'numbers-before-map',
    query: at(''),
    part: 'map',
    when: { requests: { address: /MapView/, answer: 'never' } },
    shows: 'map-loading',
  },
  {
    name: 'board-waiting',
    query: at('board=kpis'),
    when: { requests: { address: /\/kpis/, answer: 'never' } },
    shows: 'board-waiting',
  },
  {
    name: 'case-waiting',
    query: at('case=C99999'),
    when: { requests: { address: /\/cases\/C99999/, answer: 'never' } },
    shows: 'past-loading',
  },
  {
    name: 'recording-opening',
    isBlank: true,
    query: ofRun('t=1700'),
    when: { requests: { address: /\/recording$/, answer: 'never' } },
    shows: 'replay-opening',
  },
  {
    name: 'recording-fetched',
    isBlank: true,
    query: ofRun('t=1700'),
    when: { requests: { address: /\/(pieces|segments)\//, answer: 'never' } },
    shows: 'replay-opening',
  },
  {
    name: 'seeking',
    query: at(''),
    part: 'time',
    when: { requests: { address: /\/(pieces|segments)\//, answer: 'never' } },
    act: keys('Home'),
    shows: 'replay-waiting',
  },

  // Away.
  {
    name: 'server-gone',
    query: ({ openCase }) => `case=${openCase}`,
    act: (_page, city) => city.cut(),
    shows: 'connection-lost',
  },
  {
    name: 'slow-line',
    query: at(''),
    // The city stands: nothing more comes of what goes on.
    when: { line: { status: ({ pace }) => ({ pace: pace && { ...pace, paused: false } }) } },
    act: (page) => page.locator('.header-age.is-old').waitFor({ state: 'attached' }),
    shows: 'data-age',
  },
  {
    name: 'simulator-gone',
    query: at(''),
    when: { line: { status: () => ({ state: 'stalled', pace: null }) } },
    shows: 'connection-stalled',
  },
  {
    name: 'older-page',
    isBlank: true,
    query: at(''),
    when: { line: { protocol: PROTOCOL_VERSION - 1 } },
    shows: 'connection-refused',
  },
  {
    name: 'board-unanswered',
    query: at('board=kpis'),
    when: { requests: { address: /\/api\//, answer: 503 } },
    shows: 'board-problem',
  },
  { name: 'board-of-others', query: at('board=audit'), isOfViewer: true, isRefused: true, shows: 'board-problem' },
  {
    name: 'case-unanswered',
    query: at('case=C99999'),
    when: { requests: { address: /\/cases\/C99999/, answer: 503 } },
    shows: 'past-failed',
  },
  {
    name: 'recording-unanswered',
    isBlank: true,
    query: ofRun('t=1700'),
    when: { requests: { address: /\/recording$/, answer: 503 } },
    shows: 'replay-trouble',
  },
  {
    name: 'recording-with-gap',
    query: ofRun('t=60'),
    when: { requests: { address: /\/pieces\//, answer: 404 } },
    shows: 'replay-gap',
  },

  {
    name: 'wall-unanswered',
    query: at('board=wall'),
    when: { requests: { address: /\/cameras$/, answer: 503 } },
    shows: 'wall-trouble',
  },
  { name: 'list-missing', query: at(''), when: without('CaseList'), shows: 'panel-failed' },
  {
    name: 'case-missing',
    query: ({ openCase }) => `case=${openCase}`,
    when: without('OpenCase'),
    shows: 'panel-failed',
  },
  { name: 'time-missing', query: at(''), part: 'time', when: without('timeline'), shows: 'panel-failed' },
  { name: 'map-missing', query: at(''), part: 'map', when: without('MapView'), shows: 'map-failed' },
  { name: 'boards-missing', query: at('board=kpis'), when: without('Board'), shows: 'board-failed' },
  { name: 'board-missing', query: at('board=runs'), when: without('RunsBoard'), shows: 'panel-failed' },
  { name: 'menus-missing', query: at(''), when: without('finding'), act: keys('Control+k'), shows: 'notice-again' },
  {
    name: 'replay-missing',
    query: at(''),
    part: 'time',
    when: without('openDirector'),
    act: keys('Home'),
    shows: 'replay-trouble',
  },

  // Refused.
  {
    name: 'command-refused',
    query: at(''),
    part: 'time',
    when: { line: { answers: REFUSED } },
    act: press('pause'),
    shows: 'notice',
  },
  { name: 'link-expired', query: at('#operator=nobody'), isOfViewer: true, isRefused: true, shows: 'notice' },

  // Nothing.
  { name: 'no-such-run', isBlank: true, query: at('run=nobody&t=5'), isRefused: true, shows: 'replay-trouble' },
  { name: 'no-such-case', query: at('case=C99999'), isRefused: true, shows: 'past-missing' },
  { name: 'no-cases-so', query: at('status=suspended&priority=1&level=city'), shows: 'no-cases' },
  { name: 'empty-run', query: ofRun('t=0'), shows: 'no-cases' },
  { name: 'empty-run-alarms', query: ofRun('t=0&list=alarms'), shows: 'no-alarms' },
  { name: 'empty-run-kpis', query: ofRun('t=0&board=kpis'), shows: 'board-kpis' },
  {
    name: 'finished-run',
    query: at(''),
    part: 'time',
    when: { line: { status: () => ({ state: 'finished' }) } },
    shows: 'connection-finished',
  },
];
