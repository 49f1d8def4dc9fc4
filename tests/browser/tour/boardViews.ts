// The boards over the map, each with its parts and dialogs.
import type { Page } from 'playwright-core';
import { REFUSED } from './circumstances.ts';
import { at, holdRecording, letGo, press, type ShownCity, type View } from './view.ts';

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

/** What is no recording is chosen, to be imported or opened. */
const choose = (button: 'import' | 'open') => (page: Page) =>
  page
    .getByTestId(`runs-${button}-file`)
    .setInputFiles({ name: 'storm.onescreen', mimeType: 'application/octet-stream', buffer: Buffer.from('rain') });

const importing = (state: 'sending' | 'done' | 'failed') => async (page: Page) => {
  await choose('import')(page);
  await page.locator(`[data-testid="import-state"][data-state="${state}"]`).waitFor();
};

const closeNotice = (page: Page): Promise<void> => page.locator('.notice button').last().click();

/** Asks for the branch to be deleted: what is on the stage cannot be. */
const askToDelete = (page: Page, { branch }: ShownCity): Promise<void> =>
  page.locator(`[data-testid="run-line"][data-run="${branch}"]`).getByTestId('run-delete').click();

async function deleteInVain(page: Page, city: ShownCity): Promise<void> {
  await askToDelete(page, city);
  await page.getByTestId('confirm-delete').click();
  await page.locator('[data-testid="delete-dialog"] [role="alert"]').waitFor();
}

async function branchTooLate(page: Page): Promise<void> {
  await page.getByTestId('run-branch').first().click();
  await page.locator('[name="branch-when"]').last().check();
  await page.getByTestId('branch-time').fill('2035-01-01T00:00:00');
}

async function branchInVain(page: Page): Promise<void> {
  await press('run-branch', 'branch-start')(page);
  await page.locator('.branch-start [role="alert"]').waitFor();
}

/** The branch comes to the left, and what it branched from to the right. */
async function swap(page: Page, { run }: ShownCity): Promise<void> {
  await page.getByTestId('compare-swap').click();
  await page.waitForURL(({ searchParams }) => searchParams.get('compare') === run);
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
  { ...board('runs', 'import-failed', importing('failed'), 'import-state'), isRefused: true },
  {
    ...board('runs', 'importing', importing('sending'), 'import-state'),
    when: { requests: { address: /\/runs\/file$/, answer: 'never' } },
  },
  {
    ...board('runs', 'imported', importing('done'), 'import-state'),
    when: { requests: { address: /\/runs\/file$/, answer: {} } },
  },
  { ...board('runs', 'recording-held', holdRecording('[data-testid="runs-place"]'), 'runs-drop'), leave: letGo },
  { ...board('runs', 'wrong-file', choose('open'), 'notice'), leave: closeNotice },
  board('runs', 'deleting', askToDelete, 'delete-dialog'),
  {
    ...board('runs', 'not-deleted', deleteInVain, 'delete-dialog'),
    when: { requests: { address: /\/api\/runs\/[^/]+$/, answer: 503 } },
  },
  {
    name: 'board-kpis-formula',
    query: at('board=kpis'),
    act: (page) => page.locator('[data-testid^="kpi-"]').nth(12).hover(),
    shows: 'board-kpis',
  },
  {
    name: 'board-levels-incident',
    query: at('board=levels'),
    act: (page) => page.getByTestId('incident-row').first().locator('summary').click(),
    shows: 'incident-row',
  },
  {
    name: 'camera',
    query: at('board=wall'),
    act: (page) => page.locator('.camera-open').first().click(),
    shows: 'camera-large',
  },
  compared('compare', undefined, 'change-table'),
  compared('compare-lines', press('compare-lines'), 'compare'),
  compared('compare-cases', press('compare-cases'), 'compare'),
  {
    name: 'compare-swapped',
    query: ({ run, branch }) => `run=${run}&t=1900&board=compare&compare=${branch}`,
    act: swap,
    shows: 'change-table',
  },
  { name: 'what-if', query: at('board=runs'), act: press('run-branch'), shows: 'branch-dialog' },
  {
    name: 'what-if-otherwise',
    query: ({ run }) => `board=runs&run=${run}&t=1800`,
    act: askOtherwise,
    shows: 'branch-commands',
  },
  { name: 'what-if-too-late', query: at('board=runs'), act: branchTooLate, shows: 'branch-dialog' },
  {
    name: 'what-if-refused',
    query: at('board=runs'),
    when: { line: { answers: REFUSED } },
    act: branchInVain,
    shows: 'branch-dialog',
  },
];
