import { describe, expect, test } from 'vitest';
import { createDoors } from '../../../server/src/auth/origins.ts';
import { createRateLimit } from '../../../server/src/auth/rateLimit.ts';
import { createSessions, SESSION_COOKIE, SESSION_SECONDS } from '../../../server/src/auth/session.ts';
import { isToken } from '../../../server/src/auth/tokens.ts';

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

describe('an operator session', () => {
  const sessions = createSessions('a-secret-that-is-longer-than-thirty-two-characters', false);
  const header = (value: string) => `other=1; ${SESSION_COOKIE}=${encodeURIComponent(value)}`;

  test('opens with its cookie and ends after a shift', () => {
    const cookie = header(sessions.open(1000));
    expect(sessions.isOperator(cookie, 2000)).toBe(true);
    expect(sessions.isOperator(cookie, 1000 + SESSION_SECONDS * 1000)).toBe(false);
  });
  test('is not opened by a changed, foreign, empty or missing cookie', () => {
    const value = sessions.open(1000);
    const foreign = createSessions('another-secret-that-is-longer-than-thirty-two', false).open(1000);
    const later = value.replace(/^operator\.\d+/, 'operator.99999999999999');
    for (const wrong of [later, `${value}x`, foreign, '', 'operator.99999999999999', '%']) {
      expect(sessions.isOperator(header(wrong), 2000)).toBe(false);
    }
    expect(sessions.isOperator(undefined, 2000)).toBe(false);
  });
  test('is out of reach of scripts and other sites, and Secure over https', () => {
    expect(sessions.attributes).toMatchObject({ httpOnly: true, sameSite: 'strict', path: '/', secure: false });
    expect(createSessions('x'.repeat(40), true).attributes.secure).toBe(true);
  });
});

test('a token counts only whole, and only as text', () => {
  expect(isToken('right', 'right')).toBe(true);
  for (const wrong of ['righ', 'right ', '', undefined, null, 5, ['right'], { toString: () => 'right' }]) {
    expect(isToken(wrong, 'right')).toBe(false);
  }
});

test('a rate limit gives its burst, then one permit at a time, and never more than its burst', () => {
  const limit = createRateLimit(3, 100);
  expect([0, 0, 0, 0].map((now) => limit.take(now))).toEqual([true, true, true, false]);
  expect([99, 100, 150].map((now) => limit.take(now))).toEqual([false, true, false]);
  expect([9000, 9000, 9000, 9000].map((now) => limit.take(now))).toEqual([true, true, true, false]);
  expect(limit.take(0)).toBe(false);
});
