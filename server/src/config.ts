// How the server is told what to do: arguments win over environment, environment over defaults. Parsed once, trusted after.
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { randomToken } from './auth/tokens.ts';
import { type Basemap, readBasemap } from './basemap.ts';

export interface ServerConfig {
  host: string;
  /** 0: any free port. */
  port: number;
  /** Folder of the database. */
  dataDir: string;
  /** What a simulator or feed must show on /ingest. */
  ingestToken: string;
  /** What an operator exchanges for a session cookie. */
  operatorToken: string;
  /** Key that signs session cookies. */
  sessionSecret: string;
  /** Origins that may open sockets beside the server's own, e.g. `https://city.example`. */
  allowedOrigins: readonly string[];
  /** Folder of the built screen; `null`: a page says that there is none. */
  clientDir: string | null;
  /** The organisation's own sign-in beside tokens; `null`: none. */
  oidc: OidcConfig | null;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Recordings that nobody wants kept go when they are older than this … */
  keepDays: number;
  /** … and, the oldest first, when all together are larger than this. */
  keepBytes: number;
  /** The largest recording that is taken in as a file. */
  mostImportBytes: number;
  /** What lies under the map; `null`: its own schematic ground. */
  basemap: Basemap | null;
}

/** An OpenID Connect provider, and where it says what we need to know. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** Names of the claims that hold the role (an id of ours, alone or in a list) and the code of the area. */
  roleClaim: string;
  areaClaim: string;
  /** What the button calls it. */
  name: string;
}

/** A wrong setting. The message is one sentence for the person who started the server. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const SHORTEST_SECRET = 32;
const GIGABYTE = 1e9;
export const DEFAULT_PORT = 7318;
const OIDC = 'ONESCREEN_OIDC_';

const settings = z.object({
  host: z.string().min(1, 'the host is empty; leave it out for 127.0.0.1').default('127.0.0.1'),
  port: z
    .string()
    .regex(/^\d{1,5}$/, 'the port must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'the port must be a whole number from 0 to 65535')
    .default(DEFAULT_PORT),
  dataDir: z.string().min(1, 'the data folder is empty; give a path').default('.data'),
  clientDir: z.string().min(1, 'the folder of the built screen is empty; give a path or leave it out').optional(),
  logLevel: z.enum(LOG_LEVELS, `the log level must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  allowedOrigins: z
    .string()
    .default('')
    .transform(splitList)
    .pipe(z.array(z.string().refine(isOrigin, { error: badOrigin }))),
  keepDays: amount('the days that recordings are kept', 1, 36_500).default(30),
  keepGigabytes: amount('the gigabytes that recordings may take', 0.1, 100_000).default(20),
  importGigabytes: amount('the gigabytes of a recording that is taken in', 0.001, 100).default(2),
  ingestToken: secret('ONESCREEN_INGEST_TOKEN').optional(),
  operatorToken: secret('ONESCREEN_OPERATOR_TOKEN').optional(),
  sessionSecret: secret('ONESCREEN_SESSION_SECRET').optional(),
});

/**
 * Settings from the command line and the environment. Tokens come from the environment only, so that they do not show in a
 * list of processes; those left out are drawn at random.
 * @throws ConfigError with one clear sentence for the first bad setting.
 */
export function readConfig(args: readonly string[], env: Readonly<Record<string, string | undefined>>): ServerConfig {
  const given = parseArguments(args);
  const parsed = settings.safeParse({
    host: given.host ?? env.ONESCREEN_HOST,
    port: given.port ?? env.ONESCREEN_PORT,
    dataDir: given.data ?? env.ONESCREEN_DATA,
    clientDir: given.client ?? env.ONESCREEN_CLIENT,
    logLevel: given['log-level'] ?? env.ONESCREEN_LOG_LEVEL,
    allowedOrigins: given.origins ?? env.ONESCREEN_ORIGINS,
    keepDays: given['keep-days'] ?? env.ONESCREEN_KEEP_DAYS,
    keepGigabytes: given['keep-gb'] ?? env.ONESCREEN_KEEP_GB,
    importGigabytes: given['import-gb'] ?? env.ONESCREEN_IMPORT_GB,
    ingestToken: env.ONESCREEN_INGEST_TOKEN,
    operatorToken: env.ONESCREEN_OPERATOR_TOKEN,
    sessionSecret: env.ONESCREEN_SESSION_SECRET,
  });
  if (!parsed.success) throw new ConfigError(parsed.error.issues[0]?.message ?? 'the settings could not be read');
  const { keepGigabytes, importGigabytes, ...data } = parsed.data;
  if (!isLoopback(data.host) && (data.sessionSecret === undefined || data.allowedOrigins.length === 0)) {
    throw new ConfigError(
      `${data.host} can be reached from other machines: set ONESCREEN_SESSION_SECRET (${SHORTEST_SECRET} characters or more) and ` +
        'ONESCREEN_ORIGINS (for example https://city.example), or leave the host at 127.0.0.1.',
    );
  }
  return {
    ...data,
    clientDir: data.clientDir ?? null,
    keepBytes: keepGigabytes * GIGABYTE,
    mostImportBytes: importGigabytes * GIGABYTE,
    oidc: readOidc(env),
    basemap: basemapOf(given.basemap ?? env.ONESCREEN_BASEMAP),
    ingestToken: data.ingestToken ?? randomToken(),
    operatorToken: data.operatorToken ?? randomToken(),
    sessionSecret: data.sessionSecret ?? randomToken(),
  };
}

function basemapOf(text: string | undefined): Basemap | null {
  if (!text) return null;
  try {
    return readBasemap(text);
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
}

/** Provider, client and secret belong together: without any of them there is no such sign-in. */
function readOidc(env: Readonly<Record<string, string | undefined>>): OidcConfig | null {
  const given = {
    issuer: env[`${OIDC}ISSUER`],
    clientId: env[`${OIDC}CLIENT_ID`],
    clientSecret: env[`${OIDC}CLIENT_SECRET`],
  };
  const { issuer, clientId, clientSecret } = given;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    throw new ConfigError(
      `${OIDC}ISSUER, ${OIDC}CLIENT_ID and ${OIDC}CLIENT_SECRET belong together: set all three or none.`,
    );
  if (!isIssuer(issuer)) {
    throw new ConfigError(
      `${OIDC}ISSUER ${issuer} is not the address of a provider; write for example https://login.city.example (http only on this machine).`,
    );
  }
  return {
    issuer,
    clientId,
    clientSecret,
    scope: env[`${OIDC}SCOPE`] || 'openid profile',
    roleClaim: env[`${OIDC}ROLE_CLAIM`] || 'onescreen_role',
    areaClaim: env[`${OIDC}AREA_CLAIM`] || 'onescreen_area',
    name: env[`${OIDC}NAME`] || new URL(issuer).hostname,
  };
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
  return isSafe && search === '' && hash === '';
}

/** Whether only this machine can reach the address. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function parseArguments(args: readonly string[]): Record<string, string | undefined> {
  const text = { type: 'string' } as const;
  try {
    const options = {
      host: text,
      port: text,
      data: text,
      client: text,
      origins: text,
      'log-level': text,
      'keep-days': text,
      'keep-gb': text,
      'import-gb': text,
      basemap: text,
    };
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    throw new ConfigError((error instanceof Error ? error.message : String(error)).replaceAll('\n', ' '));
  }
}

/** A number in text. */
function amount(name: string, least: number, most: number) {
  const sentence = `${name} must be a number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/, sentence)
    .transform(Number)
    .refine((value) => value >= least && value <= most, sentence);
}

function secret(name: string) {
  return z
    .string()
    .min(SHORTEST_SECRET, `${name} is shorter than ${SHORTEST_SECRET} characters; use a long random one`);
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function badOrigin(issue: { input?: unknown }): string {
  return `${String(issue.input)} is not an origin; write scheme, host and port only, for example https://city.example`;
}
