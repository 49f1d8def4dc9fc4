// What a browser is told about this page: load nothing from elsewhere, guess no types, show it in nobody's frame.
import type { IncomingMessage } from 'node:http';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Basemap } from '../basemap.ts';

/**
 * `overHttps`: the screen is reached over https, so browsers may be told to stay there. `basemap`: a style of another origin
 * opens the page to that one origin, for tiles and pictures alone.
 */
export async function useHeaders(app: FastifyInstance, overHttps: boolean, basemap: Basemap | null): Promise<void> {
  const ground = basemap?.kind === 'style' ? [basemap.origin] : [];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Component libraries put a style element into the page while a dialog is open.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...ground],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        // Older browsers do not count a websocket to the own host as 'self'. The Host header was checked before.
        connectSrc: [
          "'self'",
          ({ headers }: IncomingMessage) => `ws://${headers.host} wss://${headers.host}`,
          ...ground,
        ],
      },
    },
    strictTransportSecurity: overHttps,
    // Both mean something over https or loopback only; elsewhere browsers complain about them.
    crossOriginOpenerPolicy: overHttps ? { policy: 'same-origin' } : false,
    originAgentCluster: overHttps,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}
