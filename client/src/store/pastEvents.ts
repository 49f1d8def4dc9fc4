// A screen that comes late still shows what happened before: the log's entries, read page by page for the time bar.
import type { Entry } from '@onescreen/shared/log';
import { density, useRun } from './run.ts';

const PAGE_ENTRIES = 1000;
/** A run of many days has more than a time bar can show; what the frames bring is counted anyway. */
const MOST_PAGES = 40;

interface Page {
  entries: Entry[];
  next: number;
}

const isPage = (body: unknown): body is Page =>
  typeof body === 'object' &&
  body !== null &&
  'entries' in body &&
  Array.isArray(body.entries) &&
  'next' in body &&
  typeof body.next === 'number';

/** Counts the entries of each new run up to where its frames began. `fetchJson` throws where the server has none. */
export function followPastEvents(fetchJson: (path: string) => Promise<unknown>): void {
  let asked = '';

  async function load(run: string, upToSeq: number): Promise<void> {
    let after = 0;
    for (let page = 0; page < MOST_PAGES && after < upToSeq; page++) {
      const path = `api/runs/${encodeURIComponent(run)}/entries?after=${after}&limit=${PAGE_ENTRIES}`;
      const body = await fetchJson(path).catch(() => null);
      if (!isPage(body) || body.entries.length === 0 || asked !== run) return;
      density.addEntries(body.entries);
      after = body.next;
    }
  }

  useRun.subscribe(({ info, cases }) => {
    if (info === null || info.run === asked) return;
    asked = info.run;
    void load(info.run, cases.seq);
  });
}
