import { createRequire } from 'node:module';
import type { Person } from '@onescreen/shared/people';
import { describe, expect, test } from 'vitest';
import { signed } from '../../../server/src/auth/cookies.ts';
import { createDoors } from '../../../server/src/auth/origins.ts';
import type { People } from '../../../server/src/auth/people.ts';
import { PeopleError, type PersonRecord } from '../../../server/src/auth/peopleFile.ts';
import { createRateLimit } from '../../../server/src/auth/rateLimit.ts';
import { createSessions, SESSION_COOKIE, SESSION_SECONDS } from '../../../server/src/auth/session.ts';
import { hasHash, hashOf, isToken, randomToken } from '../../../server/src/auth/tokens.ts';

const requireOfServer = createRequire(new URL('../../../server/package.json', import.meta.url));
const { Signer } = requireOfServer('@fastify/cookie') as {
  Signer: new (secret: string) => Parameters<typeof signed>[0];
};

describe('Host and Origin', () => {
  const doors = createDoors('127.0.0.1', ['https://city.example']);

  test.each(['127.0.0.1:7318', 'localhost:9000', '[::1]:7318', 'localhost', 'city.example'])(
    '%s is our name',
    (host) => {
      expect(doors.refuse({ host })).toBeNull();
    },
  );
  test.each([
    undefined,
    '',
    'evil.example',
    'city.example:81',
    '127.0.0.1.evil.example',
    'user@localhost',
    'localhost/x',
    '[::1',
  ])('%s is not our name', (host) => {
    expect(doors.refuse({ host })).toBe('host');
  });
  test('a page of the same host and of a listed origin may open sockets', () => {
    expect(doors.refuse({ host: 'localhost:7318', origin: 'http://localhost:7318' })).toBeNull();
    expect(doors.refuse({ host: 'localhost:7318', origin: 'https://city.example' })).toBeNull();
  });
  test('another port of this machine is another page: cookies do not tell them apart', () => {
    expect(doors.refuse({ host: 'localhost:7318', origin: 'http://localhost:8080' })).toBe('origin');
  });
  test.each(['null', 'https://evil.example', 'https://city.example.evil.example', 'file://'])(
    'origin %s is refused',
    (origin) => {
      expect(doors.refuse({ host: 'localhost:7318', origin })).toBe('origin');
    },
  );
});

describe('a session', () => {
  const secret = 'a-secret-that-is-longer-than-thirty-two-characters';
  const LI: Person = { name: 'li', role: 'director', area: '310000' };
  const header = (value: string) => `other=1; ${SESSION_COOKIE}=${encodeURIComponent(value)}`;
  /** A file in memory: it can be changed, and be broken. */
  const peopleOf = (list: () => readonly PersonRecord[]): People => ({
    check: () => void list(),
    byToken: (token) => list().find(({ tokenHash }) => tokenHash === hashOf(token)) ?? null,
    byName: (name) => list().find((one) => one.name === name) ?? null,
  });
  const nobody = peopleOf(() => []);
  const sessions = createSessions({ secret, overHttps: false, people: nobody });

  test('opens with its cookie, knows the person, and ends after a shift', () => {
    const cookie = header(sessions.open(LI, { way: 'link' }, 1000));
    expect(sessions.personOf(cookie, 2000)).toEqual(LI);
    expect(sessions.personOf(cookie, 1000 + SESSION_SECONDS * 1000)).toBeNull();
  });

  test('is not opened by a changed, foreign, empty or missing cookie, nor by one that was signed for another purpose', () => {
    const value = sessions.open(LI, { way: 'link' }, 1000);
    const elsewhere = createSessions({
      secret: 'another-secret-that-is-longer-than-thirty-two',
      overHttps: false,
      people: nobody,
    });
    const [purpose, body, signature] = value.split('.') as [string, string, string];
    const promoted = Buffer.from(Buffer.from(body, 'base64url').toString().replace('director', 'operator')).toString(
      'base64url',
    );
    const signer = new Signer(secret);
    const wrong = [
      `${purpose}.${promoted}.${signature}`,
      `${value}x`,
      elsewhere.open(LI, { way: 'link' }, 1000),
      signed(signer, 'oidc', JSON.parse(Buffer.from(body, 'base64url').toString())),
      signed(signer, 'session', { person: LI }),
      signer.sign('session.not json'),
      signer.sign(`operator.${Number.MAX_SAFE_INTEGER}`),
      '',
      '%',
    ];
    for (const one of wrong) expect(sessions.personOf(header(one), 2000)).toBeNull();
    expect(sessions.personOf(undefined, 2000)).toBeNull();
    expect(sessions.personOf(header(value), 2000)).toEqual(LI);
  });

  test('that was ended stays ended wherever its cookie still is; others go on', () => {
    const [mine, other] = [1, 2].map(() => header(sessions.open(LI, { way: 'link' }, 1000))) as [string, string];
    expect(sessions.end(mine, 2000)).toEqual(LI);
    expect(sessions.end(mine, 2000)).toBeNull();
    expect(sessions.personOf(mine, 2000)).toBeNull();
    expect(sessions.personOf(other, 2000)).toEqual(LI);
  });

  test('of a token is lost with the person, the role, the area or the token, and while the list cannot be read', () => {
    const wang: PersonRecord = { name: 'wang', role: 'village', area: '310107022', tokenHash: hashOf('first') };
    let list: () => readonly PersonRecord[] = () => [wang];
    const ofFile = createSessions({ secret, overHttps: false, people: peopleOf(() => list()) });
    const { tokenHash, ...person } = wang;
    const cookie = header(ofFile.open(person, { way: 'token', tokenHash }, 1000));
    const byOidc = header(ofFile.open(LI, { way: 'oidc' }, 1000));
    const isKnown = (): boolean => ofFile.personOf(cookie, 2000) !== null;
    expect(isKnown()).toBe(true);
    for (const changed of [
      [],
      [{ ...wang, role: 'viewer' as const }],
      [{ ...wang, area: '310107005' }],
      [{ ...wang, tokenHash: hashOf('second') }],
    ]) {
      list = () => changed;
      expect(isKnown()).toBe(false);
      expect(ofFile.personOf(byOidc, 2000)).toEqual(LI);
    }
    list = () => {
      throw new PeopleError('people.json, line 1: is not JSON');
    };
    expect(isKnown()).toBe(false);
    list = () => [wang];
    expect(ofFile.personOf(cookie, 2000)).toEqual(person);
  });

  test('is out of reach of scripts and other sites, and Secure over https', () => {
    expect(sessions.attributes).toMatchObject({ httpOnly: true, sameSite: 'strict', path: '/', secure: false });
    expect(createSessions({ secret, overHttps: true, people: nobody }).attributes.secure).toBe(true);
  });
});

test('a token counts only whole, and only as text', () => {
  expect(isToken('right', 'right')).toBe(true);
  for (const wrong of ['righ', 'right ', '', undefined, null, 5, ['right'], { toString: () => 'right' }]) {
    expect(isToken(wrong, 'right')).toBe(false);
  }
});

test('a token is found by its hash, and only by its own', () => {
  const token = randomToken();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(hasHash(token, hashOf(token))).toBe(true);
  expect(hasHash(`${token} `, hashOf(token))).toBe(false);
  expect(hasHash(hashOf(token), hashOf(token))).toBe(false);
});

test('a rate limit gives its burst, then one permit at a time, and never more than its burst', () => {
  const limit = createRateLimit(3, 100);
  expect([0, 0, 0, 0].map((now) => limit.take(now))).toEqual([true, true, true, false]);
  expect([99, 100, 150].map((now) => limit.take(now))).toEqual([false, true, false]);
  expect([9000, 9000, 9000, 9000].map((now) => limit.take(now))).toEqual([true, true, true, false]);
  expect(limit.take(0)).toBe(false);
});
