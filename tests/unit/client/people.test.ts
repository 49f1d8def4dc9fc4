// Signing in: what the server says is what the person reads, and only a success opens the line anew.
import { areaByCode, CITY_AREA } from '@onescreen/shared/geography';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askSignInWays, reopenLineBy, signIn, signOut, useSignInWays } from '../../../client/src/people/signIn.ts';
import { select, useSelection } from '../../../client/src/store/index.ts';

const XUJING = '310118106';
const reopened = vi.fn();
const asked: { path: string; method: string; body: unknown }[] = [];

function serverSays(status: number, body: unknown): void {
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push({ path, method: init?.method ?? 'GET', body: init?.body });
    return new Response(JSON.stringify(body), { status });
  });
}

beforeEach(() => {
  asked.length = 0;
  reopened.mockClear();
  reopenLineBy(reopened);
  select({ area: CITY_AREA });
});
afterEach(() => vi.unstubAllGlobals());

test('a good token opens the line anew and shows the person their street', async () => {
  serverSays(200, { person: { name: 'lin', role: 'operator', area: XUJING } });
  expect(await signIn(' secret ')).toBeNull();
  expect(asked).toEqual([{ path: 'api/session', method: 'POST', body: '{"token":"secret"}' }]);
  expect(reopened).toHaveBeenCalledTimes(1);
  expect(useSelection.getState().area).toBe(areaByCode(XUJING).index);
});

test('who already looks at a part of their area stays there, who looks elsewhere is brought to it', async () => {
  const xujing = areaByCode(XUJING).index;
  select({ area: xujing });
  serverSays(200, { person: { name: 'lin', role: 'operator', area: '310118' } });
  await signIn('secret');
  expect(useSelection.getState().area).toBe(xujing);
  serverSays(200, { person: { name: 'wu', role: 'operator', area: '310101' } });
  await signIn('secret');
  expect(useSelection.getState().area).toBe(areaByCode('310101').index);
});

test('a wrong token is refused in the server’s words, and nothing else changes', async () => {
  serverSays(401, { title: 'Nobody has this token.', zh: '令牌无效。' });
  expect(await signIn('wrong')).toEqual({ en: 'Nobody has this token.', zh: '令牌无效。' });
  expect(reopened).not.toHaveBeenCalled();
});

test('a server that does not answer is named as such', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('network')));
  expect((await signIn('secret'))?.en).toContain('did not answer');
  expect((await signOut())?.en).toContain('did not answer');
});

test('signing out opens the line anew', async () => {
  serverSays(200, { person: null });
  expect(await signOut()).toBeNull();
  expect(reopened).toHaveBeenCalledTimes(1);
});

test('the ways in are those that the server names', async () => {
  serverSays(200, { person: null, signIn: { token: true, oidc: { zh: '单位账号', en: 'City account' } } });
  await askSignInWays();
  expect(useSignInWays.getState().ways).toEqual({ token: true, oidc: { zh: '单位账号', en: 'City account' } });
  serverSays(200, { person: null, signIn: { token: true, oidc: null } });
  await askSignInWays();
  expect(useSignInWays.getState().ways).toEqual({ token: true, oidc: null });
});
