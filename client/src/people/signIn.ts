// Signing in and out: a token is exchanged for a cookie that scripts cannot read, then the line is opened anew, so that it knows the person.

import { areaByCode, hasArea, lineage } from '@onescreen/shared/geography';
import { askApi, askForJson } from '../backend/askApi.ts';
import type { Named } from '../i18n/text.ts';
import { select, useSelection } from '../store/index.ts';
import { createSeen } from '../store/sight.ts';

/** Which ways in the server offers; null before it has said so. */
export interface SignInWays {
  token: boolean;
  /** What the button of the organisation's own sign-in says; null where there is none. */
  oidc: Named | null;
}
export const useSignInWays = createSeen<{ ways: SignInWays | null }>(() => ({ ways: null }));

/** Where the organisation's provider is asked who this is; the browser goes there and comes back. */
export const OIDC_START = 'auth/oidc/start';
const SESSION = 'api/session';
const NO_ANSWER: Named = {
  zh: '服务器没有应答，请稍后再试。',
  en: 'The server did not answer. Try again in a moment.',
};

let reopenLine = (): void => undefined;
/** The screen's start hands in what opens the line to the server anew. */
export function reopenLineBy(reopen: () => void): void {
  reopenLine = reopen;
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

async function bodyOf(answer: Response): Promise<Record<string, unknown>> {
  return recordOf(await answer.json().catch(() => null));
}

function namedOf(value: unknown): Named | null {
  const { zh, en } = recordOf(value);
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

/** Asks the server which ways in there are. */
export async function askSignInWays(): Promise<void> {
  const answer = await askForJson(SESSION);
  const { token, oidc } = recordOf(answer?.ok ? (await bodyOf(answer)).signIn : null);
  useSignInWays.setState({ ways: { token: token !== false, oidc: namedOf(oidc) } });
}

/** Shows a person their area of duty; who already looks at a part of it stays there. */
function goToDuty(code: unknown): void {
  if (typeof code !== 'string' || !hasArea(code)) return;
  const isInside = lineage(useSelection.getState().area).some((area) => area.code === code);
  if (!isInside) select({ area: areaByCode(code).index });
}

/** The sentence of a problem document: its title in both languages. */
function sentenceOf(problem: Record<string, unknown>): Named {
  return namedOf({ zh: problem.zh, en: problem.title }) ?? NO_ANSWER;
}

/** Signs in by token. Null on success: the line is opened anew and the person's area is shown. Else why not. */
export async function signIn(token: string): Promise<Named | null> {
  const answer = await askApi(SESSION, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ token: token.trim() }),
  }).catch(() => null);
  if (answer === null) return NO_ANSWER;
  const body = await bodyOf(answer);
  if (!answer.ok) return sentenceOf(body);
  reopenLine();
  goToDuty(recordOf(body.person).area);
  return null;
}

/** Signs out. Null on success, else why not. */
export async function signOut(): Promise<Named | null> {
  const answer = await askApi(SESSION, { method: 'DELETE' }).catch(() => null);
  if (!answer?.ok) return NO_ANSWER;
  reopenLine();
  return null;
}
