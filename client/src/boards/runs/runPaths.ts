// Addresses below a run, relative to the page.

export const runPath = (run: string, what = ''): string =>
  `api/runs/${encodeURIComponent(run)}${what === '' ? '' : `/${what}`}`;
