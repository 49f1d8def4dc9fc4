// The built screen as files, or, where it has not been built, a page that says so.
import { access } from 'node:fs/promises';
import path from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BASEMAP_FILE, type Basemap } from '../basemap.ts';
import { notFound, sendProblem } from './problems.ts';

/** Vite puts a hash of the content into the names below this folder. */
const HASHED = '/assets/';
const FOR_EVER = 'public, max-age=31536000, immutable';

const MISSING_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>One Screen · 一屏</title>
<h1>The screen has not been built</h1>
<p>The server is running, but the folder with the built screen is missing. Run <code>npm run build</code>, then reload.</p>
<p lang="zh">服务已启动，但尚未构建屏幕界面。请运行 <code>npm run build</code>，然后刷新本页。</p>
</html>
`;

/** Serves `clientDir`; every path that is not a file or part of the API shows the screen. */
export async function servePage(
  app: FastifyInstance,
  clientDir: string | null,
  basemap: Basemap | null,
): Promise<void> {
  // Beside a page on a plain web host this names the recording that it plays; here it says that there is a server to ask, and what
  // lies under its map.
  app.get('/onescreen.json', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { recording: null, basemap: toldOf(basemap) };
  });
  const built = clientDir !== null && (await exists(path.join(clientDir, 'index.html')));
  if (built) {
    await app.register(serveFiles, {
      root: path.resolve(clientDir),
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders: (reply, file) => {
        const hashed = file.split(path.sep).join('/').includes(HASHED);
        reply.header('cache-control', hashed ? FOR_EVER : 'no-cache');
      },
    });
  }
  const screen = (reply: FastifyReply): FastifyReply =>
    built
      ? reply.sendFile('index.html')
      : reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(MISSING_PAGE);

  app.setNotFoundHandler((request, reply) =>
    wantsPage(request) ? screen(reply) : sendProblem(reply, notFound(request.url.split('?')[0] ?? '/').problem),
  );
}

/** What the screen needs to know of the base map. */
const toldOf = (basemap: Basemap | null) =>
  basemap === null ? null : { kind: basemap.kind, url: basemap.kind === 'style' ? basemap.url : BASEMAP_FILE };

/** A file name or an address of the API that does not exist stays a 404; anything else is an address within the screen. */
function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const address = url.split('?')[0] ?? '/';
  const isPage = method === 'GET' && !address.startsWith('/api/') && path.posix.extname(address) === '';
  return isPage && (address === '/' || (headers.accept ?? '').includes('text/html'));
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
