// The server process as one file: loading it takes a third of the time that loading its sources does, and fifty kills load it fifty times.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../scripts/run.ts';

interface Bundler {
  build(options: object): Promise<unknown>;
}

/** Below the server's folder, so that its one binary package is found. */
const outDir = path.join(projectRoot, 'server', '.cache', 'serverProcess');

/** Path of the bundle of `serverProcess.ts`, made anew by the bundler that the screen is built with. */
export async function bundleServer(): Promise<string> {
  const vite = createRequire(path.join(projectRoot, 'client', 'package.json')).resolve('vite');
  const { build } = (await import(pathToFileURL(vite).href)) as Bundler;
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectRoot,
    build: { ssr: 'tests/system/serverProcess.ts', outDir, minify: false, target: 'node20' },
    ssr: { noExternal: true, external: ['libsql'] },
  });
  return path.join(outDir, 'serverProcess.js');
}
