// Keys of a region: heard wherever in it the focus is, before the screen's own keys hear of them.
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Hands every key pressed inside of `place` to `onKey`; what it stops stays inside. */
export function useKeyDown(place: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const newest = useRef(onKey);
  useEffect(() => {
    newest.current = onKey;
  });
  useEffect(() => {
    const element = place.current;
    const hear = (event: KeyboardEvent): void => newest.current(event);
    element?.addEventListener('keydown', hear);
    return () => element?.removeEventListener('keydown', hear);
  }, [place]);
}
