// What never changes while the server runs: the catalogue, the areas, the documents about the interfaces.
import { agencies, apps, caseTypes, dimensions, indicators, primaries } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { FastifyInstance } from 'fastify';
import { asyncapi } from '../asyncapi.ts';
import { openapi } from '../openapi.ts';

const catalogue = {
  // A primary holds its indicators; here their ids say the same without sending each twice.
  primaries: primaries.map(({ indicators: own, ...primary }) => ({ ...primary, indicators: own.map(({ id }) => id) })),
  dimensions,
  indicators,
  agencies,
  apps,
  caseTypes,
};

export function constantRoutes(app: FastifyInstance): void {
  app.get('/api/catalogue', async () => catalogue);
  app.get('/api/areas', async () => ({ areas }));
  app.get('/api/openapi.json', async () => openapi);
  app.get('/api/asyncapi.json', async () => asyncapi);
}
