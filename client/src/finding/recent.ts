// What was chosen lately, so that it stands first the next time.
import { keep, readKept } from '../store/kept.ts';

const MOST = 8;

const isTexts = (kept: unknown): kept is string[] =>
  Array.isArray(kept) && kept.every((one) => typeof one === 'string');

/** Ids of the things chosen lately, the newest first. */
export const recentIds = (): readonly string[] => readKept('recent', (kept) => (isTexts(kept) ? kept : null)) ?? [];

export const withChosen = (ids: readonly string[], id: string): string[] =>
  [id, ...ids.filter((one) => one !== id)].slice(0, MOST);

export const keepChosen = (id: string): void => keep('recent', withChosen(recentIds(), id));
