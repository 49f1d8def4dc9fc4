// The parts of the program that come when they are first needed, and what can be done when one does not come or fails.
import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import { writeAddress } from '../store/address.ts';
import { useNotice } from '../store/index.ts';

/** Said where what is missing has no place of its own to say so. */
export const PART_MISSING = {
  zh: '屏幕的一部分未能载入，其余不受影响。',
  en: 'A part of the screen could not be loaded. The rest goes on.',
};

/** A part did not come. Browsers remember that for as long as the page is open, so only the page anew can ask for it again. */
let isMissing = false;
/** What draws again that which failed. */
const failures = new Set<() => void>();

/** Fetches a part; rejects as the browser does. */
export async function fetchPart<Part>(part: () => Promise<Part>): Promise<Part> {
  try {
    return await part();
  } catch (error) {
    isMissing = true;
    throw error;
  }
}

/** As `lazy` of React. */
export const late = <Props extends object>(
  part: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> => lazy(() => fetchPart(part));

/** Does something with a part that comes late; a viewer hears when it does not come. */
export async function withPart<Part>(part: () => Promise<Part>, use: (part: Part) => unknown): Promise<void> {
  const come = await fetchPart(part).catch(() => null);
  if (come === null) useNotice.setState({ notice: { ...PART_MISSING, again: tryAgain } });
  else use(come);
}

/** `draw` is called with the next try; returns what calls that off. */
export function whenTriedAgain(draw: () => void): () => void {
  failures.add(draw);
  return () => failures.delete(draw);
}

/** Draws again what failed; where a part is missing, opens the page anew as its address says, as soon as it can be had. */
export function tryAgain(): void {
  if (isMissing) return void openAnew();
  const all = [...failures];
  failures.clear();
  for (const draw of all) draw();
}

/** A page that nobody answers for would be lost. */
async function openAnew(): Promise<void> {
  const answer = await fetch(document.baseURI, { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  writeAddress();
  window.location.reload();
}
