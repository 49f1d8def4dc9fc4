import { describe, expect, test } from 'vitest';
import { ConfigError, isLoopback, readConfig } from '../../../server/src/config.ts';

const secret = 'a-secret-that-is-longer-than-thirty-two-characters';
const problemOf = (args: string[], env: Record<string, string> = {}): string => {
  try {
    readConfig(args, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no problem';
};

describe('the settings', () => {
  test('are safe when none is given: this machine only, tokens drawn at random', () => {
    const first = readConfig([], {});
    const second = readConfig([], {});
    expect(first).toMatchObject({
      host: '127.0.0.1',
      port: 7318,
      allowedOrigins: [],
      clientDir: null,
      logLevel: 'info',
      keepDays: 30,
      keepBytes: 20e9,
      mostImportBytes: 2e9,
    });
    for (const name of ['ingestToken', 'operatorToken', 'sessionSecret'] as const) {
      expect(first[name].length).toBeGreaterThanOrEqual(43);
      expect(first[name]).not.toBe(second[name]);
    }
  });

  test('say how long and how much is kept, and how much is taken in', () => {
    expect(readConfig(['--keep-days', '7', '--keep-gb=1.5'], { ONESCREEN_IMPORT_GB: '0.5' })).toMatchObject({
      keepDays: 7,
      keepBytes: 1.5e9,
      mostImportBytes: 0.5e9,
    });
    expect(readConfig([], { ONESCREEN_KEEP_DAYS: '90', ONESCREEN_KEEP_GB: '100' })).toMatchObject({
      keepDays: 90,
      keepBytes: 100e9,
    });
    expect(problemOf(['--keep-days', '0'])).toBe('the days that recordings are kept must be a number from 1 to 36500');
    expect(problemOf(['--keep-gb', 'all'])).toMatch(/gigabytes that recordings may take must be a number/);
    expect(problemOf([], { ONESCREEN_IMPORT_GB: '-1' })).toMatch(/taken in must be a number/);
  });

  test('of the command line win over the environment', () => {
    const env = { ONESCREEN_PORT: '9000', ONESCREEN_DATA: 'from-env', ONESCREEN_INGEST_TOKEN: secret };
    expect(readConfig(['--port', '9001', '--client=dist'], env)).toMatchObject({
      port: 9001,
      dataDir: 'from-env',
      clientDir: 'dist',
      ingestToken: secret,
    });
  });

  test.each([
    [['--port', '65536'], 'port'],
    [['--port', '80a'], 'port'],
    [['--port', '-1'], '--port'],
    [['--log-level', 'loud'], 'trace, debug'],
    [['--origins', 'https://city.example/path'], 'https://city.example/path is not an origin'],
    [['--origins', '*'], 'is not an origin'],
    [['--data', ''], 'data folder'],
    [['--speed', '60'], '--speed'],
    [['now'], 'now'],
  ])('%j is refused in one line that names what is wrong', (args, named) => {
    const problem = problemOf(args);
    expect(problem).toContain(named);
    expect(problem).not.toContain('\n');
  });

  test('a short token from the environment is refused by its name', () => {
    expect(problemOf([], { ONESCREEN_OPERATOR_TOKEN: 'short' })).toContain('ONESCREEN_OPERATOR_TOKEN');
  });

  test('a public address needs a secret and a list of origins, and says so in one line', () => {
    const origins = 'https://city.example, https://wall.city.example';
    for (const env of [{}, { ONESCREEN_SESSION_SECRET: secret }, { ONESCREEN_ORIGINS: origins }]) {
      const problem = problemOf(['--host', '0.0.0.0'], env);
      expect(problem).toContain('ONESCREEN_SESSION_SECRET');
      expect(problem).toContain('ONESCREEN_ORIGINS');
      expect(problem).not.toContain('\n');
    }
    const both = { ONESCREEN_SESSION_SECRET: secret, ONESCREEN_ORIGINS: origins };
    expect(readConfig(['--host', '0.0.0.0'], both).allowedOrigins).toEqual([
      'https://city.example',
      'https://wall.city.example',
    ]);
  });

  const oidc = {
    ONESCREEN_OIDC_ISSUER: 'https://login.city.example/realms/grid',
    ONESCREEN_OIDC_CLIENT_ID: 'onescreen',
    ONESCREEN_OIDC_CLIENT_SECRET: 'a secret',
  };

  test('of an organisation’s sign-in have defaults for all but provider, client and secret', () => {
    expect(readConfig([], {}).oidc).toBeNull();
    expect(readConfig([], oidc).oidc).toEqual({
      issuer: 'https://login.city.example/realms/grid',
      clientId: 'onescreen',
      clientSecret: 'a secret',
      scope: 'openid profile',
      roleClaim: 'onescreen_role',
      areaClaim: 'onescreen_area',
      name: 'login.city.example',
    });
    const more = { ...oidc, ONESCREEN_OIDC_ROLE_CLAIM: 'groups', ONESCREEN_OIDC_NAME: '政务微信' };
    expect(readConfig([], more).oidc).toMatchObject({ roleClaim: 'groups', name: '政务微信' });
  });

  test('of an organisation’s sign-in belong together, and plain http is for this machine only', () => {
    for (const name of Object.keys(oidc)) expect(problemOf([], { ...oidc, [name]: '' })).toContain('belong together');
    const issuerIs = (issuer: string) => problemOf([], { ...oidc, ONESCREEN_OIDC_ISSUER: issuer });
    for (const good of ['http://127.0.0.1:4000', 'http://localhost:4000/oidc', 'http://[::1]:4000'])
      expect(issuerIs(good)).toBe('no problem');
    for (const bad of ['http://login.city.example', 'login.city.example', 'ftp://localhost', 'https://a.example/?x=1'])
      expect(issuerIs(bad)).toContain(`ONESCREEN_OIDC_ISSUER ${bad}`);
  });

  test('only addresses of this machine are loopback', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', 'localhost'].filter(isLoopback)).toHaveLength(4);
    expect(['0.0.0.0', '::', '10.0.0.1', '127.evil.example', 'example.com'].filter(isLoopback)).toEqual([]);
  });
});
