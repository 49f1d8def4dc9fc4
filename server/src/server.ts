// The whole platform in one call: store, stage, doors. Used by main.ts, by scripts and by tests.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { createOidc } from './auth/oidc.ts';
import { createDoors } from './auth/origins.ts';
import { createPeople } from './auth/people.ts';
import { createSessions } from './auth/session.ts';
import { createSignInBook } from './auth/signInBook.ts';
import { createAsides } from './branches/asides.ts';
import { createBranches } from './branches/branches.ts';
import { keepWorld } from './branches/worlds.ts';
import { type BroadcastLimits, DEFAULT_LIMITS } from './broadcast/broadcaster.ts';
import { type ConsoleWatch, openConsole } from './broadcast/console.ts';
import { type Clock, systemClock } from './clock.ts';
import { ConfigError, type OidcConfig, type ServerConfig } from './config.ts';
import { createHttp } from './http/app.ts';
import { type IngestWatch, openIngest } from './ingest/ingest.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createStage } from './stage.ts';
import { openEmbeddedStore } from './store/index.ts';

export interface RunningServer {
  /** `http://127.0.0.1:7318` */
  url: string;
  /** The address that makes whoever opens it an operator. */
  operatorUrl: string;
  operatorToken: string;
  ingestToken: string;
  /** Lets no one in any more, finishes what is under way and releases the data folder. */
  close(): Promise<void>;
}

export interface ServerParts {
  clock?: Clock;
  limits?: Partial<BroadcastLimits>;
}

/** Opens the data folder, brings the newest run back and listens. Throws ConfigError, StoreError or PeopleError with one sentence. */
export async function startServer(config: ServerConfig, parts: ServerParts = {}): Promise<RunningServer> {
  const clock = parts.clock ?? systemClock;
  const log: FastifyBaseLogger = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }));
  const metrics = createMetrics();
  const store = await openEmbeddedStore({ folder: config.dataDir, clock });
  const importDir = path.join(config.dataDir, 'imports');
  try {
    const stage = createStage(store, (sentence) => log.warn(sentence));
    const asides = createAsides({ store, stage, clock, warn: (sentence) => log.warn(sentence) });
    countSteps(stage, metrics);
    const overHttps = config.allowedOrigins.some((origin) => origin.startsWith('https:'));
    const doors = createDoors(config.host, config.allowedOrigins);
    const { sessionSecret: secret, operatorToken, ingestToken, clientDir, allowedOrigins } = config;
    const people = createPeople(config.dataDir);
    people.check();
    const sessions = createSessions({ secret, overHttps, people });
    const app = await createHttp({
      store,
      stage,
      live: {
        platformOf: (run) => stage.platformOf(run) ?? asides.platformOf(run),
        between: (read) => stage.between(read),
      },
      doors,
      sessions,
      people,
      operatorToken,
      book: createSignInBook(store, clock, (outcome) => metrics.signIns.inc({ outcome })),
      oidc: config.oidc && createOidc({ config: config.oidc, secret, people }),
      oidcButton: config.oidc && buttonOf(config.oidc),
      allowedOrigins,
      failed(error) {
        metrics.failures.inc({ door: 'oidc' });
        log.error(error);
      },
      clock,
      metrics,
      clientDir,
      basemap: config.basemap,
      importDir,
      mostImportBytes: config.mostImportBytes,
      overHttps,
      logger: log,
    });
    await app.ready();
    const limits = { ...DEFAULT_LIMITS, ...parts.limits };
    const { server: http } = app;
    const console = openConsole({
      http,
      clock,
      stage,
      store,
      branches: createBranches({ store, stage, asides }),
      doors,
      sessions,
      limits,
      watch: watchConsole(metrics, log),
    });
    const ingest = openIngest({
      http,
      stage,
      asides,
      keep: (world) => keepWorld(store, world),
      doors,
      token: ingestToken,
      watch: watchIngest(metrics, log),
    });
    const keep = (): Keeper => {
      const { keepDays, keepBytes } = config;
      const said = (sentence: string) => log.info(sentence);
      return createKeeper({ store, stage, clock, keepDays, keepBytes, said, failed: (error) => log.error(error) });
    };
    let keeper: Keeper | null = null;
    const close = async (): Promise<void> => {
      await Promise.all([ingest.close(), console.close()]);
      await app.close();
      await keeper?.close();
      await asides.close();
      await stage.between(() => undefined);
      await store.close();
    };
    // What an import left that the last process did not finish.
    await rm(importDir, { recursive: true, force: true });
    await stage.restore();
    keeper = keep();
    const url = await listen(app, config);
    return { url, operatorUrl: `${url}/#operator=${operatorToken}`, operatorToken, ingestToken, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}

const buttonOf = ({ name }: OidcConfig) => ({ zh: `使用${name}登录`, en: `Sign in with ${name}` });

async function listen(app: Awaited<ReturnType<typeof createHttp>>, { host, port }: ServerConfig): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new ConfigError(whyNotListening(error, host, port));
  }
  const address = app.server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${boundPort}`;
}

function whyNotListening(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is in use: stop the other program or choose another port`;
  if (code === 'EACCES') return `port ${port} may not be opened by this user: choose one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is not an address of this machine`;
  return `cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
}

function countSteps(stage: ReturnType<typeof createStage>, metrics: Metrics): void {
  stage.listen({
    onRun: () => undefined,
    onStep(_platform, ticks) {
      metrics.batches.inc();
      metrics.ticks.inc(ticks.length);
      metrics.entries.inc(ticks.reduce((sum, tick) => sum + tick.entries.length, 0));
    },
    onStatus: () => metrics.sources.set(stage.source === null ? 0 : 1),
  });
}

function watchConsole(metrics: Metrics, log: FastifyBaseLogger): ConsoleWatch {
  return {
    sent(kind, bytes) {
      metrics.frames.inc({ kind });
      metrics.frameBytes.inc({ kind }, bytes);
    },
    cut() {
      metrics.slowViewersCut.inc();
      log.info({ refusal: 'too-slow' }, 'a screen was cut');
    },
    refused: (refusal) => metrics.refusals.inc({ door: 'console', refusal }),
    failed(error) {
      metrics.failures.inc({ door: 'console' });
      log.error(error);
    },
    viewers: (count) => metrics.viewers.set(count),
  };
}

function watchIngest(metrics: Metrics, log: FastifyBaseLogger): IngestWatch {
  return {
    refused(refusal, detail) {
      metrics.refusals.inc({ door: 'ingest', refusal });
      log.warn({ refusal, detail }, 'refused at /ingest');
    },
    failed(error) {
      metrics.failures.inc({ door: 'ingest' });
      log.error(error);
    },
    source: (name) => log.info({ source: name }, name === null ? 'the source is gone' : 'a source is connected'),
  };
}
