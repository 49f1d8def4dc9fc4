// Builds the screen when its sources are newer than the last build, as modules for a web host or as one script for a page opened from a folder.
// Started by `npm start` and `npm test`, and by `onescreen bundle`.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { binOf, projectRoot, runNode } from './run.ts';

const clientDir = path.join(projectRoot, 'client');
const sources = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'client/vite.folder.config.ts',
  'client/package.json',
  'shared/src',
  'pnpm-lock.yaml',
];

/** Hash over names and contents of everything that goes into the build. */
async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(path.join(projectRoot, source))) {
      hash.update(path.relative(projectRoot, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(target: string): Promise<string[]> {
  try {
    const entries = await readdir(target, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [target];
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Folder of the built screen. Throws when the build fails (its output is on the terminal). */
export const buildClient = (): Promise<string> => build('dist', 'vite.config.ts');

/** Folder of the same as one classic script, for a page that is opened without a web host. Throws as above. */
export const buildFolderClient = (): Promise<string> => build('dist-folder', 'vite.folder.config.ts');

async function build(folder: string, config: string): Promise<string> {
  const built = path.join(clientDir, folder);
  const stampFile = path.join(built, '.sources');
  const hash = await sourcesHash();
  if ((await readFile(stampFile, 'utf8').catch(() => '')) !== hash) {
    const code = await runNode(
      binOf('vite', 'vite', clientDir),
      ['build', '--config', config, '--logLevel', 'warn'],
      clientDir,
      // Tests say `test`, and would get the framework with all of its warnings.
      { NODE_ENV: 'production' },
    );
    if (code !== 0) throw new Error('the screen did not build');
    await writeFile(stampFile, hash);
  }
  return built;
}

if (import.meta.filename === process.argv[1]) await buildClient();
