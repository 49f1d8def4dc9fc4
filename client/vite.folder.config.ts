// Builds the screen once more in one classic script, for a page that is opened from a folder: such a page may load no modules, and a worker only
// out of a blob.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { build, defineConfig } from 'vite';
import { hasSideEffects } from './vite.config.ts';

/** The code of a worker as one classic script. */
async function classicScriptOf(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  const script = outputs.find((one) => one.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error(`${entry} did not build`);
  return script.code;
}

/** `x?worker&url`: the address of a blob. The ending says to the map that it is no module; a blob's address may have any. */
const workerAddressesAsBlobs: Plugin = {
  name: 'worker-addresses-as-blobs',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!id.endsWith('?worker&url')) return null;
    const entry = await this.resolve(id.slice(0, -'?worker&url'.length), importer);
    return entry === null ? null : `\0worker-address:${entry.id}`;
  },
  async load(id) {
    if (!id.startsWith('\0worker-address:')) return null;
    const code = await classicScriptOf(id.slice('\0worker-address:'.length));
    return `export default URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' })) + '#worker.cjs';`;
  },
};

/** `x?worker`: the same in the form that makes the worker itself. */
const workersInline: Plugin = {
  name: 'workers-inline',
  enforce: 'pre',
  resolveId(id, importer) {
    return id.endsWith('?worker') ? this.resolve(`${id}&inline`, importer) : null;
  },
};

/** A page from a folder may load no type; the bundle brings it along in a style sheet. */
const typeFromTheFolder: Plugin = {
  name: 'type-from-the-folder',
  enforce: 'pre',
  resolveId: (id) =>
    id.endsWith('/theme/fonts.ts') ? fileURLToPath(new URL('./src/theme/folderFonts.ts', import.meta.url)) : null,
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [workerAddressesAsBlobs, workersInline, typeFromTheFolder, react()],
  build: {
    outDir: 'dist-folder',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      // Libraries look for the address of their own module; here they have none.
      transform: { define: { 'import.meta': '{}' } },
      input: fileURLToPath(new URL('./src/main.tsx', import.meta.url)),
      treeshake: { moduleSideEffects: hasSideEffects },
      output: { format: 'iife', codeSplitting: false, entryFileNames: 'screen.js', assetFileNames: '[name][extname]' },
    },
  },
});
