// Builds the screen: static files with relative addresses and no inline script. The map is a lazy import, so its code is apart.
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

/** Every browser with WebGL2 reads woff2: the older copies of each font file would only double the weight of the build. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('@fontsource') && id.endsWith('.css')
      ? { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null }
      : null,
};

/** By the package's own folder: the path before it may name react for what merely needs it. */
const FRAMEWORK =
  /node_modules\/(react|react-dom|react-i18next|scheduler|zustand|i18next|@socket\.io|socket\.io[\w-]*|engine\.io[\w-]*)\/(?!.*node_modules)/;

/** What nearly never changes stays in the browser's cache when the screen itself changes. */
const frameworkChunk = (id: string): string | undefined => (FRAMEWORK.test(id) ? 'framework' : undefined);

/**
 * `shared` is constants and functions: a module of it that the screen does not use may go, schemas and outlines included. Only zod.ts does
 * something when it is loaded.
 */
export const hasSideEffects = (id: string): boolean => !/[/\\]shared[/\\]src[/\\](?!zod\.ts$)/.test(id);

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [onlyWoff2, react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // A data: font or script would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map's libraries: one lazy chunk that no page waits for.
    chunkSizeWarningLimit: 2100,
    rolldownOptions: {
      treeshake: { moduleSideEffects: hasSideEffects },
      output: { manualChunks: frameworkChunk },
    },
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:7318', '/socket.io': { target: 'ws://127.0.0.1:7318', ws: true } },
  },
});
