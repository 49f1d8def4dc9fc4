// The parts of the program that come when they are first needed. One that does not come is asked for anew when somebody tries again.
import type { ComponentType } from 'react';
import { createElement, lazy } from 'react';
import { useNotice } from '../store/index.ts';

/** Said where what is missing has no place of its own to say so. */
export const PART_MISSING = {
  zh: '屏幕的一部分未能载入，其余不受影响。',
  en: 'A part of the screen could not be loaded. The rest goes on.',
};

/** What whoever goes without a part does when it is tried again. */
const waiting = new Set<() => void>();

/** Calls `again` once, with the next try; returns what calls it off. */
export function whenTriedAgain(again: () => void): () => void {
  waiting.add(again);
  return () => waiting.delete(again);
}

/** Everything that did not come is asked for once more. */
export function tryAgain(): void {
  const all = [...waiting];
  waiting.clear();
  for (const again of all) again();
}

/** As `lazy` of React, which remembers for good that a part did not come. */
export function late<Props extends object>(
  ask: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const begin = () =>
    lazy(() =>
      ask().catch((error: unknown) => {
        whenTriedAgain(() => {
          Part = begin();
        });
        throw error;
      }),
    );
  let Part = begin();
  return (props) => createElement(Part, props);
}

/** Does something with a part that comes late; a viewer hears when it does not come. */
export async function withPart<Part>(ask: () => Promise<Part>, use: (part: Part) => unknown): Promise<void> {
  const part = await ask().catch(() => null);
  if (part === null) useNotice.setState({ notice: { ...PART_MISSING, again: () => void withPart(ask, use) } });
  else use(part);
}

/** The builder's loader asks for no style sheet that the page holds already, be it one that did not come. */
export function dropMissingSheets(target: Document): void {
  const drop = ({ target: missing }: Event): void => {
    if (missing instanceof HTMLLinkElement) missing.remove();
  };
  target.addEventListener('error', drop, true);
}
