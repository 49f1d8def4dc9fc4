// A case: what it says, what proves its end, and the sheet of each thing that may be done with it.
import type { Page } from 'playwright-core';
import { press, type Toured, type View } from './view.ts';

/** Presses an action of the case that is open; from the list behind “more” where it stands there. */
const action = (kind: string) => async (page: Page) => {
  const button = page.getByTestId(`action-${kind}`);
  await page.getByTestId('actions').waitFor();
  if ((await button.count()) === 0) await page.getByTestId('action-more').click();
  // What may not be done is marked as disabled for those who hear the page, and still answers to a click with the reason.
  await button.click({ force: true });
};

const ofOpen = ({ openCase }: Toured): string => `case=${openCase}`;
const ofChecking = ({ checkingCase }: Toured): string => `case=${checkingCase}`;
const ofClosed = ({ closedCase }: Toured): string => `case=${closedCase}`;

const sheet = (kind: string, query: View['query']): View => ({
  name: `case-${kind}`,
  query,
  act: action(kind),
  shows: `dialog-${kind}`,
});

export const caseViews: readonly View[] = [
  { name: 'open-case', query: ofOpen, shows: 'actions' },
  { name: 'case-actions', query: ofOpen, act: press('action-more'), shows: 'action-void' },
  {
    name: 'case-unit',
    query: ofOpen,
    act: async (page) => {
      await action('assign')(page);
      await page.locator('[data-testid^="candidate-"]').first().waitFor();
    },
    shows: 'dialog-assign',
  },
  ...(['support', 'extend', 'escalate', 'return', 'void'] as const).map((kind) => sheet(kind, ofOpen)),
  sheet('rework', ofChecking),
  sheet('reopen', ofClosed),
  { name: 'action-refused', query: ofOpen, act: action('close'), shows: 'action-why-not' },
  { name: 'closed-case', query: ofClosed, act: press('why-closed'), shows: 'proof' },
  { name: 'case-filling', query: (city) => `${ofClosed(city)}&max=case`, shows: 'case-status' },
];
