// Views that the viewer saved: an address under a name. Kept by this browser; the newest last, so that a tour goes in the order they were made.

import { keep, readKept } from '../store/kept.ts';
import { createSeen } from '../store/sight.ts';

export interface SavedView {
  id: number;
  name: string;
  /** The query of its address: run, second, area, selection, filters, layers, camera, look, language. */
  address: string;
}

interface Views {
  views: readonly SavedView[];
  /** The one deleted last and where it stood, until another change: it can be brought back. */
  deleted: { view: SavedView; at: number } | null;
}

const MOST_VIEWS = 100;
const LONGEST_NAME = 60;

const isView = (one: unknown): one is SavedView =>
  typeof one === 'object' &&
  one !== null &&
  Number.isInteger((one as SavedView).id) &&
  typeof (one as SavedView).name === 'string' &&
  typeof (one as SavedView).address === 'string' &&
  (one as SavedView).address.startsWith('?');

/** The views among what was kept. */
export const readViews = (kept: unknown): SavedView[] => (Array.isArray(kept) ? kept.filter(isView) : []);

export const useViews = createSeen<Views>(() => ({ views: readKept('views', readViews) ?? [], deleted: null }));

function put(views: readonly SavedView[], deleted: Views['deleted'] = null): void {
  useViews.setState({ views, deleted });
  keep('views', views);
}

const cleaned = (name: string): string => name.trim().slice(0, LONGEST_NAME);

/** Saves an address under a name; null when the name is blank or there are a hundred views. */
export function saveView(name: string, address: string): SavedView | null {
  const { views } = useViews.getState();
  if (cleaned(name) === '' || views.length >= MOST_VIEWS) return null;
  const view = { id: Math.max(0, ...views.map(({ id }) => id)) + 1, name: cleaned(name), address };
  put([...views, view]);
  return view;
}

/** A blank name leaves the old one. */
export function renameView(id: number, name: string): void {
  if (cleaned(name) === '') return;
  put(useViews.getState().views.map((one) => (one.id === id ? { ...one, name: cleaned(name) } : one)));
}

export function deleteView(id: number): void {
  const { views } = useViews.getState();
  const at = views.findIndex((one) => one.id === id);
  if (at >= 0) put(views.toSpliced(at, 1), { view: views[at]!, at });
}

/** Brings the view deleted last back to where it stood. */
export function undoDelete(): void {
  const { views, deleted } = useViews.getState();
  if (deleted !== null) put(views.toSpliced(deleted.at, 0, deleted.view));
}

export function moveView(id: number, by: 1 | -1): void {
  const { views } = useViews.getState();
  const at = views.findIndex((one) => one.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= views.length) return;
  put(views.toSpliced(at, 1).toSpliced(to, 0, views[at]!));
}
