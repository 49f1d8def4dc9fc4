// The bookmarks of the run that is shown: what people wrote at which second. Read by all; written by those who are signed in.
import type { RunId } from '@onescreen/shared/ids';
import type { RunNote } from '@onescreen/shared/recordings';
import { askApi } from '../backend/askApi.ts';
import { useRun } from './run.ts';
import { createSeen } from './sight.ts';

export interface NotesState {
  run: RunId | null;
  /** In order of time. */
  notes: readonly RunNote[];
}
/** Why a change was not made: the server's own sentence, or null where it sent none. */
export type NoteRefusal = { zh: string; en: string } | null;
export type NoteResult = { ok: true } | { ok: false; words: NoteRefusal };

export const useNotes = createSeen<NotesState>(() => ({ run: null, notes: [] }));

const pathOf = (run: RunId, note?: string): string =>
  `api/runs/${encodeURIComponent(run)}/notes${note === undefined ? '' : `/${encodeURIComponent(note)}`}`;

async function load(run: RunId): Promise<void> {
  const answer = await askApi(pathOf(run)).catch(() => null);
  const body: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  if (useRun.getState().info?.run !== run) return;
  const notes =
    typeof body === 'object' && body !== null && 'notes' in body && Array.isArray(body.notes)
      ? (body.notes as RunNote[]).toSorted((a, b) => a.tick - b.tick)
      : [];
  useNotes.setState({ run, notes });
}

async function change(run: RunId, path: string, method: string, body: object | null): Promise<NoteResult> {
  const answer = await askApi(path, {
    method,
    ...(body === null ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => null);
  if (answer?.ok) {
    await load(run);
    return { ok: true };
  }
  const problem: unknown = await answer?.json().catch(() => null);
  if (typeof problem !== 'object' || problem === null || !('title' in problem)) return { ok: false, words: null };
  const { title, zh } = problem as { title: unknown; zh?: unknown };
  return { ok: false, words: { en: String(title), zh: typeof zh === 'string' ? zh : String(title) } };
}

export const addNote = (run: RunId, tick: number, text: string): Promise<NoteResult> =>
  change(run, pathOf(run), 'POST', { tick, text });
export const renameNote = (run: RunId, id: string, text: string): Promise<NoteResult> =>
  change(run, pathOf(run, id), 'PUT', { text });
export const removeNote = (run: RunId, id: string): Promise<NoteResult> => change(run, pathOf(run, id), 'DELETE', null);

/** Keeps the notes those of the run that is shown. Returns what ends it. */
export function followNotes(): () => void {
  const follow = (): void => {
    const run = useRun.getState().info?.run ?? null;
    if (run === null || run === useNotes.getState().run) return;
    useNotes.setState({ run, notes: [] });
    void load(run);
  };
  follow();
  return useRun.subscribe(follow);
}
