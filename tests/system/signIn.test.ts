// Signing in through an organisation's own OpenID Connect provider: a real one, started here, and a browser made of fetch and a cookie jar.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../server/src/clock.ts';
import type { OidcConfig } from '../../server/src/config.ts';
import { createBrowser } from './browserless.ts';
import { createScreen, startTestServer, type TestServer, until } from './consoleKit.ts';

/** Accounts of the provider: what it says about each. */
const ACCOUNTS: Readonly<Record<string, Record<string, unknown>>> = {
  zhao: { onescreen_role: 'supervisor', onescreen_area: '310107' },
  'no-role': { onescreen_area: '310107' },
  mayor: { onescreen_role: 'mayor', onescreen_area: '310107' },
  'no-area': { onescreen_role: 'supervisor' },
  checker: { onescreen_role: 'checker', onescreen_area: '310107' },
};
const SECRET = 'secret-of-the-client-of-the-tests';
const MINUTE_MS = 60_000;

let providerServer: Server;
let server: TestServer;
/** How much later than the real time the server thinks it is. */
let laterMs = 0;

beforeAll(async () => {
  let answer: ReturnType<Provider['callback']> | null = null;
  providerServer = createServer((request, response) => void answer?.(request, response));
  await new Promise<void>((resolve) => providerServer.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(providerServer.address() as AddressInfo).port}`;
  const oidc: OidcConfig = {
    issuer,
    clientId: 'onescreen',
    clientSecret: SECRET,
    scope: 'openid profile',
    roleClaim: 'onescreen_role',
    areaClaim: 'onescreen_area',
    name: '政务微信',
  };
  const clock = { ...systemClock, now: () => systemClock.now() + laterMs };
  server = await startTestServer({ clock }, { oidc });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'onescreen',
        client_secret: SECRET,
        redirect_uris: [`${server.url}/auth/oidc/callback`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username', 'onescreen_role', 'onescreen_area'] },
    pkce: { required: () => true, methods: ['S256'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, ...ACCOUNTS[id] }),
    }),
  });
  answer = provider.callback();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await new Promise((resolve) => providerServer.close(resolve));
});

const sessionOf = async (cookie: string) =>
  (await (await fetch(`${server.url}/api/session`, { headers: { cookie } })).json()) as {
    person: unknown;
    signIn: unknown;
  };

/** Goes from the start to where the provider would send the browser back to, without going there. */
async function visitProvider(account: string) {
  const browser = createBrowser();
  const login = await browser.go(`${server.url}/auth/oidc/start`);
  const consent = await login.submit({ login: account, password: 'any' });
  const back = await consent.submit({}, `${server.url}/auth/oidc/callback`);
  return { browser, back: back.url };
}

describe('the organisation’s sign-in', () => {
  test('is offered by its name', async () => {
    expect(await sessionOf('')).toEqual({
      person: null,
      signIn: { token: true, oidc: { zh: '使用政务微信登录', en: 'Sign in with 政务微信' } },
    });
  });

  test('brings somebody back to the screen as who the provider says, with the role and area of their account', async () => {
    const { browser, back } = await visitProvider('zhao');
    const page = await browser.go(back);
    expect(page.url).toBe(`${server.url}/`);
    const cookie = browser.cookiesFor(server.url);
    expect(cookie).toMatch(/^onescreen_session=/);
    const zhao = { name: 'zhao', role: 'supervisor', area: '310107' };
    expect((await sessionOf(cookie)).person).toEqual(zhao);
    using screen = createScreen(server.url, { headers: { Cookie: cookie } });
    await until('zhao at a screen', () => screen.status !== null);
    expect(screen.status?.person).toEqual(zhao);
    const audit = await fetch(`${server.url}/api/audit/sign-ins`, { headers: { cookie } });
    expect(await audit.json()).toMatchObject({ signIns: [{ what: 'signed-in', ...zhao }] });
  });

  test.each([
    ['no-role', '没有本系统的角色', 'no role for this system (claim onescreen_role)'],
    ['mayor', '没有本系统的角色', 'no role for this system'],
    ['no-area', '没有有效的辖区代码', 'no known area code (claim onescreen_area)'],
    ['checker', '不可用', 'simulated staff'],
  ])('does not let %s in, and says why in both languages', async (account, zh, en) => {
    const { browser, back } = await visitProvider(account);
    const page = await browser.go(back);
    expect(page.status).toBe(403);
    expect(page.body).toContain(zh);
    expect(page.body).toContain(en);
    expect(browser.cookiesFor(server.url)).toBe('');
  });

  test('refuses a state that is not its own, a code that is not the provider’s, and a visit that it did not begin', async () => {
    const { browser, back } = await visitProvider('zhao');
    const wrongState = new URL(back);
    wrongState.searchParams.set('state', 'x'.repeat(43));
    const refused = await browser.go(wrongState.href);
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('begin again')]);
    // The cookie of the visit is spent, so that the right address does not work afterwards either.
    expect((await browser.go(back)).status).toBe(400);

    const other = await visitProvider('zhao');
    const wrongCode = new URL(other.back);
    wrongCode.searchParams.set('code', 'not-the-code');
    expect((await other.browser.go(wrongCode.href)).status).toBe(502);

    const stolen = await visitProvider('zhao');
    expect((await createBrowser().go(stolen.back)).status).toBe(400);
    for (const { browser: one } of [other, stolen])
      expect(one.cookiesFor(server.url)).not.toContain('onescreen_session');
  });

  test('refuses somebody who comes back after ten minutes', async () => {
    const { browser, back } = await visitProvider('zhao');
    laterMs = 11 * MINUTE_MS;
    const page = await browser.go(back);
    laterMs = 0;
    expect([page.status, page.body]).toEqual([400, expect.stringContaining('登录已超时')]);
  });

  test('says that the provider is away, and takes it up again when it is back', async () => {
    const nowhere = { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b', scope: 'openid' };
    const oidc: OidcConfig = { ...nowhere, roleClaim: 'r', areaClaim: 'a', name: 'n' };
    await using lonely = await startTestServer({}, { oidc });
    const page = await createBrowser().go(`${lonely.url}/auth/oidc/start`);
    expect([page.status, page.body]).toEqual([502, expect.stringContaining('统一登录服务没有正常应答')]);
  });
});
