// The boards over the map, each with its parts and dialogs.
import type { Page } from 'playwright-core';
import { at, press, type View } from './view.ts';

const board = (id: string, name: string, act: View['act'], shows: string): View => ({
  name: `board-${id}-${name}`,
  query: at(`board=${id}`),
  ...(act !== undefined && { act }),
  shows,
});

const compared = (name: string, act: View['act'], shows: string): View => ({
  name,
  query: ({ branch }) => `board=compare&compare=${branch}`,
  ...(act !== undefined && { act }),
  shows,
});

async function searchRuns(page: Page): Promise<void> {
  await page.getByTestId('runs-search').fill('no such run');
}

/** Opens the single commands and puts something more into the branch. */
async function askOtherwise(page: Page): Promise<void> {
  await press('run-branch', 'inject-add')(page);
  await page.getByTestId('branch-commands').locator('summary').click();
}

/** Not a recording. */
async function importWrongly(page: Page): Promise<void> {
  await page
    .getByTestId('runs-import-file')
    .setInputFiles({ name: 'storm.onescreen', mimeType: 'application/octet-stream', buffer: Buffer.from('rain') });
  await page.locator('[data-testid="import-state"][data-state="failed"]').waitFor();
}

/** What is inside of a board when it has come whole. */
const INSIDE = {
  kpis: 'ladder-row',
  alarms: 'alarm-health',
  rules: 'rule-scores',
  levels: 'incident-board',
  audit: 'audit-table',
  wall: 'wall-tally',
  zhenru: 'zhenru-street',
  runs: 'runs-table',
  compare: 'compare-other',
};

export const boardViews: readonly View[] = [
  ...Object.entries(INSIDE).map(([id, shows]) => ({ name: `board-${id}`, query: at(`board=${id}`), shows })),
  board('kpis', '86', press('view-86'), 'view-86-tiles'),
  board('kpis', 'custom', press('span-custom'), 'span-from'),
  board('audit', 'sign-ins', press('audit-signIns'), 'sign-in-table'),
  board('zhenru', 'all', press('zhenru-scope-all'), 'board-zhenru'),
  board('runs', 'none-found', searchRuns, 'runs-search'),
  board('runs', 'renamed', press('run-name'), 'run-name-field'),
  { ...board('runs', 'import-failed', importWrongly, 'import-state'), isRefused: true },
  {
    name: 'camera',
    query: at('board=wall'),
    act: (page) => page.locator('.camera-open').first().click(),
    shows: 'camera-large',
  },
  compared('compare', undefined, 'change-table'),
  compared('compare-lines', press('compare-lines'), 'compare'),
  compared('compare-cases', press('compare-cases'), 'compare'),
  { name: 'what-if', query: at('board=runs'), act: press('run-branch'), shows: 'branch-dialog' },
  {
    name: 'what-if-otherwise',
    query: ({ run }) => `board=runs&run=${run}&t=1800`,
    act: askOtherwise,
    shows: 'branch-commands',
  },
];
