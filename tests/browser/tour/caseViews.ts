// A case: what it says, what proves its end, and the sheet of each thing that may be done with it.
import type { Page } from 'playwright-core';
import { chooseOtherUnit, pressAction, sendAction } from '../acting.ts';
import { type LineChange, REFUSED } from './circumstances.ts';
import { press, type Toured, type View } from './view.ts';

const action = (kind: string) => (page: Page) => pressAction(page, kind);

const ofOpen = ({ openCase }: Toured): string => `case=${openCase}`;
const ofChecking = ({ checkingCase }: Toured): string => `case=${checkingCase}`;
const ofNew = ({ newCase }: Toured): string => `case=${newCase}`;
const ofRuled = ({ ruledCase }: Toured): string => `case=${ruledCase}`;
const ofPersonal = ({ personalCase }: Toured): string => `case=${personalCase}`;
const ofClosed = ({ closedCase }: Toured): string => `case=${closedCase}`;

const sheet = (kind: string, query: View['query']): View => ({
  name: `case-${kind}`,
  query,
  act: action(kind),
  shows: `dialog-${kind}`,
});

/** Whoever may open the personal record. */
const byCadre: LineChange = {
  status: (_told, { personalStreet }) => ({ person: { name: 'wang', role: 'village', area: personalStreet } }),
};
const record = {
  name: '王阿姨（模拟）',
  age: 83,
  phone: '138 0000 0000',
  address: { zh: '清涧新村 12 号 301 室（模拟）', en: 'Flat 301, 12 Qingjian Xincun (simulated)' },
};

const look = (page: Page): Promise<void> => page.getByTestId('look-record').click({ force: true });

async function joinUnknown(page: Page): Promise<void> {
  await pressAction(page, 'join');
  await page.getByTestId('join-into').fill('C99999');
}

async function escalateInVain(page: Page): Promise<void> {
  await pressAction(page, 'escalate');
  await page.locator('[data-testid^="escalate-"]').last().click();
  await sendAction(page);
}

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
  { name: 'case-other-unit', query: ofOpen, act: chooseOtherUnit, shows: 'reason-select' },
  {
    name: 'case-units-waiting',
    query: ofOpen,
    when: { requests: { address: /\/candidates$/, answer: 'never' } },
    act: action('assign'),
    shows: 'dialog-assign',
  },
  {
    name: 'case-units-unanswered',
    query: ofOpen,
    when: { requests: { address: /\/candidates$/, answer: 503 } },
    act: action('assign'),
    shows: 'units-failed',
  },
  ...(['support', 'withdraw', 'extend', 'suspend', 'escalate', 'return', 'void'] as const).map((kind) =>
    sheet(kind, ofOpen),
  ),
  sheet('reject', ofNew),
  sheet('join', ofNew),
  { name: 'case-join-unknown', query: ofNew, act: joinUnknown, shows: 'dialog-join' },
  { name: 'ruled-case', query: ofRuled, shows: 'awaits-ruling' },
  sheet('rule', ofRuled),
  { name: 'suspended-case', query: ({ suspendedCase }) => `case=${suspendedCase}`, shows: 'suspended' },
  sheet('verify', ofChecking),
  sheet('rework', ofChecking),
  sheet('reopen', ofClosed),
  { name: 'action-refused', query: ofOpen, act: action('close'), shows: 'action-why-not' },
  {
    name: 'sheet-refused',
    query: ofOpen,
    when: { line: { answers: REFUSED } },
    act: escalateInVain,
    shows: 'action-refusal',
  },
  {
    name: 'action-unanswered',
    query: ofOpen,
    when: { line: { answers: REFUSED } },
    act: action('take'),
    shows: 'action-refusal',
  },
  { name: 'action-done', query: ofOpen, when: { line: { answers: { ok: true } } }, act: action('take'), shows: 'undo' },
  {
    name: 'action-queued',
    query: ofOpen,
    when: { line: { answers: { ok: true, queued: true } } },
    act: action('take'),
    shows: 'action-answer',
  },
  { name: 'record-refused', query: ofPersonal, act: look, shows: 'look-refusal' },
  {
    name: 'record-queued',
    query: ofPersonal,
    when: { line: { ...byCadre, answers: { ok: true, queued: true } } },
    act: look,
    shows: 'look-refusal',
  },
  {
    name: 'record',
    query: ofPersonal,
    when: { line: { ...byCadre, answers: { ok: true, record } } },
    act: look,
    shows: 'record-dialog',
  },
  { name: 'closed-case', query: ofClosed, act: press('why-closed'), shows: 'proof' },
  { name: 'case-filling', query: (city) => `${ofClosed(city)}&max=case`, shows: 'case-status' },
];
