// The page of a bundle: the built one with its security policy inside, since a bundle has no server that could send it, and with a first script
// that chooses how the screen starts.

/** What the server sends as headers; a page may not say who frames it. */
const POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "script-src 'self'",
  // Component libraries put a style element into the page while a dialog is open.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  // The map reads its worker out of a blob when the page was opened from a folder.
  "connect-src 'self' blob:",
].join('; ');

const MODULE = /^\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>\n/m;
const PRELOAD = /^\s*<link rel="modulepreload"[^>]*>\n/gm;

export interface BundlePage {
  page: string;
  start: string;
}

/** Throws when the built page does not start by one module. */
export function bundlePage(built: string): BundlePage {
  const module = MODULE.exec(built)?.[1];
  if (module === undefined) throw new Error('the built page does not start by a module');
  const page = built
    .replace(MODULE, '')
    .replaceAll(PRELOAD, '')
    // A page from a folder has no origin to share with: it may only load what asks for nothing.
    .replaceAll(' crossorigin', '')
    .replace(
      '<meta charset="utf-8" />',
      `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
    )
    .replace('</head>', '  <script src="./start.js"></script>\n  </head>');
  return { page, start: startOf(module) };
}

const startOf = (
  module: string,
): string => `// Starts the screen: by modules from a web host, or as one script when this page was opened from its folder.
(() => {
  const add = (name, parts) => document.head.append(Object.assign(document.createElement(name), parts));
  if (location.protocol !== 'file:') {
    add('script', { type: 'module', src: '${module}' });
    return;
  }
  add('link', { rel: 'stylesheet', href: './folder/style.css' });
  for (const src of ['./folder/recording.js', './folder/screen.js']) add('script', { src, async: false, defer: true });
})();
`;
