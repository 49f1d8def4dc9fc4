// The schema library, as everything here uses it. In a page it must not try to compile its schemas: the page's policy forbids that, and each try
// is a violation that browsers report.
import { config } from 'zod';

/** In a page or a worker of one. */
const isInBrowser = 'self' in globalThis;
if (isInBrowser) config({ jitless: true });

export { z } from 'zod';
