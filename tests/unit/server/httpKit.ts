// The whole HTTP door over a store in a folder of its own, asked without a network.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDoors } from '../../../server/src/auth/origins.ts';
import { createPeople } from '../../../server/src/auth/people.ts';
import { createSessions } from '../../../server/src/auth/session.ts';
import { createSignInBook } from '../../../server/src/auth/signInBook.ts';
import { createHttp, type HttpOptions } from '../../../server/src/http/app.ts';
import { createMetrics } from '../../../server/src/metrics.ts';
import { createStage } from '../../../server/src/stage.ts';
import { openEmbeddedStore } from '../../../server/src/store/index.ts';
import { createHandClock } from './broadcastKit.ts';

export type Http = Awaited<ReturnType<typeof createHttp>>;
const requireOfServer = createRequire(new URL('../../../server/package.json', import.meta.url));
const { pino } = requireOfServer('pino') as { pino: (options: object) => HttpOptions['logger'] };
export const bareFastify = requireOfServer('fastify') as () => Http;
export const OPERATOR_TOKEN = 'operator-token-of-the-tests-0123456789ab';
export const HOST = 'localhost:7318';

/** `folder`: holds people.json, the built screen in `client` and the database in `data`. */
export async function openHttpKit() {
  const folder = await mkdtemp(path.join(tmpdir(), 'onescreen-'));
  const clientDir = path.join(folder, 'client');
  await mkdir(path.join(clientDir, 'assets'), { recursive: true });
  await writeFile(path.join(clientDir, 'index.html'), '<!doctype html><title>built</title>');
  await writeFile(path.join(clientDir, 'assets', 'main-abc123.js'), 'export {};');
  const { clock } = createHandClock();
  const store = await openEmbeddedStore({ folder: path.join(folder, 'data'), clock });
  const metrics = createMetrics();
  const people = createPeople(folder);
  const stage = createStage(store);
  const options: HttpOptions = {
    store,
    stage,
    live: stage,
    doors: createDoors('127.0.0.1', []),
    sessions: createSessions({ secret: 'session-secret-of-the-tests-0123456789abc', overHttps: false, people }),
    people,
    operatorToken: OPERATOR_TOKEN,
    book: createSignInBook(store, clock, (outcome) => metrics.signIns.inc({ outcome })),
    oidc: null,
    oidcButton: null,
    allowedOrigins: [],
    failed: () => undefined,
    clock,
    metrics,
    clientDir,
    basemap: null,
    importDir: path.join(folder, 'imports'),
    mostImportBytes: 4_000_000,
    overHttps: false,
    logger: pino({ level: 'silent' }),
  };
  const http = await createHttp(options);
  const get = (url: string, headers: Record<string, string> = {}) =>
    http.inject({ url, headers: { host: HOST, ...headers } });
  return {
    folder,
    options,
    store,
    http,
    get,
    /** The JSON of an address that answers. */
    async json<T>(url: string): Promise<T> {
      const answer = await get(url);
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
      return answer.json() as T;
    },
    signIn: (body: object) =>
      http.inject({ method: 'POST', url: '/api/session', headers: { host: HOST }, payload: body }),
    async close(): Promise<void> {
      await http.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type HttpKit = Awaited<ReturnType<typeof openHttpKit>>;
