// Segments carry no run name, so that the same run under another name has the same bytes. Here the name goes off and on.

import type { RunId } from '../ids.ts';
import type { Entry, RunInfo } from '../log/entries.ts';

/** The entry as a segment holds it. */
export const unnameEntry = (entry: Entry): Entry => nameEntry(entry, '');

/** The entry of a run, from the form in which a segment holds it. */
export function nameEntry(entry: Entry, run: RunId): Entry {
  if (entry.kind !== 'run.started') return { ...entry, run };
  const info: RunInfo = { ...entry.info, run };
  return { ...entry, run, info };
}
