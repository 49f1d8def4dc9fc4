// Builds the screen: static files with relative addresses, no inline script, map code in its own chunk.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** Every browser with WebGL2 reads woff2: the older copies of each font file would only double the weight of the build. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('@fontsource') && id.endsWith('.css')
      ? { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null }
      : null,
};

/** Chunk of a package: the map's libraries stay out of the first paint. */
function chunkOf(id: string): string | undefined {
  if (/node_modules\/.*(maplibre|@deck\.gl|@luma\.gl|@loaders\.gl|@math\.gl)/.test(id)) return 'map-engine';
  if (/node_modules\/.*(react|scheduler|zustand|i18next)/.test(id)) return 'framework';
  return undefined;
}

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
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { manualChunks: chunkOf } },
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:7318', '/socket.io': { target: 'ws://127.0.0.1:7318', ws: true } },
  },
});
