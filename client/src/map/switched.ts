// Which layers the viewer switched from how they usually are: held in the address, so that a link shows the same map.
import { useMemo } from 'react';
import { setUi, useUi } from '../store/index.ts';

/** The switches as they are now, and what sets them. `usual`: how they are when nobody touched them. */
export function useSwitched<T extends { [Layer in keyof T]: boolean }>(usual: T): [T, (next: T) => void] {
  const switched = useUi((ui) => ui.switchedLayers);
  const layers = Object.keys(usual) as (keyof T & string)[];
  const now = useMemo(
    () => Object.fromEntries(Object.entries(usual).map(([one, is]) => [one, is !== switched.includes(one)])) as T,
    [usual, switched],
  );
  const set = (next: T): void => setUi({ switchedLayers: layers.filter((one) => next[one] !== usual[one]) });
  return [now, set];
}
