// For whoever keeps the server running: is it well, and its figures.
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../../metrics.ts';
import type { Stage } from '../../stage.ts';

export function operationRoutes(app: FastifyInstance, stage: Stage, { registry }: Metrics): void {
  app.get('/healthz', async (_request, reply) => {
    const { platform } = stage;
    reply.header('cache-control', 'no-store');
    return { ok: true, state: stage.state, run: platform?.info.run ?? null, tick: platform?.lastTick ?? null };
  });
  app.get('/metrics', async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
}
