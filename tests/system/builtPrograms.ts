// The programs that tests start as children, built once before the first of them: each loads its sources in a quarter of the time.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../scripts/run.ts';

interface Bundler {
  build(options: object): Promise<unknown>;
}

const programs = [
  'scripts/onescreen.ts',
  'scripts/soak/one.ts',
  'scripts/start.ts',
  'server/src/main.ts',
  'simulator/src/main.ts',
  'tests/system/serverProcess.ts',
];

/** Below the server's folder, so that its one binary package is found. */
export const programsFolder = path.join(projectRoot, 'server', '.cache', 'programs');

/** A source goes on to find what lies beside it. */
const staysAtHome = {
  name: 'stays-at-home',
  transform: (code: string, id: string) =>
    id.includes('node_modules')
      ? null
      : code
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
          .replaceAll('import.meta.filename', JSON.stringify(id)),
};

/** Builds them with the bundler that the screen is built with. */
export async function setup(): Promise<void> {
  const vite = createRequire(path.join(projectRoot, 'client', 'package.json')).resolve('vite');
  const { build } = (await import(pathToFileURL(vite).href)) as Bundler;
  const input = Object.fromEntries(programs.map((source) => [source.replace(/\.ts$/, ''), source]));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectRoot,
    plugins: [staysAtHome],
    build: {
      ssr: true,
      outDir: programsFolder,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' } },
    },
    ssr: { noExternal: true, external: ['libsql'] },
  });
}
