// The organisation's own file of map tiles, in parts: the screen reads its index and then only the tiles in view.
import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { BASEMAP_FILE, type Basemap } from '../../basemap.ts';
import { readRange } from '../ranges.ts';

export function basemapRoutes(app: FastifyInstance, basemap: Basemap | null): void {
  if (basemap?.kind !== 'pmtiles') return;
  const { file, bytes } = basemap;
  app.get(`/${BASEMAP_FILE}`, async (request, reply) => {
    const asked = readRange(request.headers.range, bytes);
    reply.header('accept-ranges', 'bytes').header('cache-control', 'no-cache').type('application/octet-stream');
    switch (asked.kind) {
      case 'outside':
        return reply.code(416).header('content-range', `bytes */${bytes}`).send('');
      case 'whole':
        return reply.header('content-length', bytes).send(createReadStream(file));
      case 'part': {
        const { offset, length } = asked;
        const end = offset + length - 1;
        return reply
          .code(206)
          .header('content-range', `bytes ${offset}-${end}/${bytes}`)
          .header('content-length', length)
          .send(createReadStream(file, { start: offset, end }));
      }
    }
  });
}
