// A browser can take a map's drawing context away: the graphics card was reset, or too much else draws. A new map is made then.
import { useCallback, useEffect, useState } from 'react';
import { everyWhileSeen } from '../store/index.ts';

/** More losses than this within a minute, and it would only flicker. */
const MOST_LOSSES = 1;
const FORGET_MS = 60_000;

/** Which map it is, counted from 0, and what ends it. Throws while the map is lost again and again: its part of the screen says so. */
export function useLives(): [number, () => void] {
  const [{ life, losses }, set] = useState({ life: 0, losses: 0 });
  useEffect(() => everyWhileSeen(FORGET_MS, () => set((is) => (is.losses === 0 ? is : { ...is, losses: 0 }))), []);
  // Two maps beside each other are lost together, and that is one loss.
  const end = useCallback(
    () => set((is) => (is.life === life ? { life: life + 1, losses: is.losses + 1 } : is)),
    [life],
  );
  if (losses > MOST_LOSSES) throw new Error(`the browser took the map’s drawing context away ${losses} times`);
  return [life, end];
}
