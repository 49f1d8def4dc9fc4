// The HTTP door: every request is checked for its Host, every answer carries the headers, every error is a problem.
import cookies from '@fastify/cookie';
import { refusalMessage } from '@onescreen/shared/protocol';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Doors } from '../auth/origins.ts';
import type { Basemap } from '../basemap.ts';
import type { Metrics } from '../metrics.ts';
import type { LiveRuns } from '../recordings/runReader.ts';
import type { Stage } from '../stage.ts';
import type { Store } from '../store/index.ts';
import { createCaseFolds } from './caseFolds.ts';
import { useHeaders } from './headers.ts';
import { servePage } from './page.ts';
import { malformed, ProblemError, problemOf, sendProblem, useProblems } from './problems.ts';
import { auditRoutes } from './routes/audit.ts';
import { basemapRoutes } from './routes/basemap.ts';
import { caseRoutes } from './routes/cases.ts';
import { constantRoutes } from './routes/constants.ts';
import { fileRoutes } from './routes/files.ts';
import { kpiRoutes } from './routes/kpis.ts';
import { noteRoutes } from './routes/notes.ts';
import { type OidcRouteParts, oidcRoutes } from './routes/oidc.ts';
import { operationRoutes } from './routes/operations.ts';
import { recordingRoutes } from './routes/recordings.ts';
import { runRoutes } from './routes/runs.ts';
import { type SessionParts, sessionRoutes } from './routes/session.ts';
import { createDoorkeeper } from './who.ts';

export interface HttpOptions extends SessionParts, OidcRouteParts {
  store: Store;
  stage: Stage;
  live: LiveRuns;
  doors: Doors;
  metrics: Metrics;
  clientDir: string | null;
  basemap: Basemap | null;
  /** Where files wait that are being imported; made when it is needed. */
  importDir: string;
  /** The largest file that is taken. */
  mostImportBytes: number;
  overHttps: boolean;
  logger: FastifyBaseLogger;
}

/** A request body is a token at most. */
const LARGEST_BODY_BYTES = 16 * 1024;

export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { doors, metrics, clientDir, basemap, overHttps, logger } = options;
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY_BYTES,
    // Open connections of browsers must not keep the server from ending.
    forceCloseConnections: true,
    // What fastify refuses before it finds a route, such as an address that cannot be decoded.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, malformed(error.message)),
  });
  app.addHook('onRequest', async ({ method, headers }) => {
    const refusal = method === 'GET' || method === 'HEAD' ? doors.refuseHost(headers) : doors.refuse(headers);
    if (refusal === null) return;
    metrics.refusals.inc({ door: 'http', refusal });
    throw new ProblemError(problemOf(403, refusal, refusalMessage(refusal)));
  });
  useProblems(app, (error) => {
    metrics.failures.inc({ door: 'http' });
    logger.error(error);
  });
  await app.register(cookies);
  await useHeaders(app, overHttps, basemap);
  addRoutes(app, options);
  basemapRoutes(app, basemap);
  await servePage(app, clientDir, basemap);
  return app;
}

/** Every address of the interface: the OpenAPI document names the same. */
export function addRoutes(
  app: FastifyInstance,
  parts: Omit<HttpOptions, 'doors' | 'clientDir' | 'basemap' | 'overHttps' | 'logger'>,
): void {
  const { store, stage, sessions, clock, metrics } = parts;
  operationRoutes(app, stage, metrics);
  constantRoutes(app);
  sessionRoutes(app, parts);
  oidcRoutes(app, parts);
  const door = createDoorkeeper(sessions, clock);
  auditRoutes(app, store, door);
  runRoutes(app, store, stage, door);
  recordingRoutes(app, store, stage, parts.live);
  noteRoutes(app, store, door);
  fileRoutes(app, { ...parts, door });
  const folds = createCaseFolds(stage, store);
  caseRoutes(app, store, stage, folds);
  kpiRoutes(app, store, folds);
}
