// Whether somebody can see the page. What draws rests while nobody can, and catches up at once when somebody does; what sounds an alarm, folds
// the log or keeps the address goes on all the same.
import { useSyncExternalStore } from 'react';
import type { StateCreator, StoreApi, UseBoundStore } from 'zustand';
import { createStore } from 'zustand';

type Listener = () => void;

const identity = <T>(state: T): T => state;

let isSeen = true;
/** What has something to draw when the page is seen again. */
const waiting = new Set<Listener>();

/** Follows whether the page is in front or in the back. Call once. */
export function followSight(document: Document): void {
  const look = (): void => {
    isSeen = document.visibilityState === 'visible';
    if (!isSeen) return;
    const due = [...waiting];
    waiting.clear();
    for (const draw of due) draw();
  };
  document.addEventListener('visibilitychange', look);
  look();
}

/** A subscription that is told once, when the page is seen again, of all that it missed in the back. */
export const whileSeen =
  (subscribe: (listener: Listener) => Listener) =>
  (listener: Listener): Listener => {
    const draw = (): void => listener();
    const forget = subscribe(() => {
      if (isSeen) draw();
      else waiting.add(draw);
    });
    return () => {
      forget();
      waiting.delete(draw);
    };
  };

/** Does `task` every so many milliseconds while the page is seen, and at once when it is seen again. Returns what ends it. */
export const everyWhileSeen = (milliseconds: number, task: Listener): Listener =>
  whileSeen((listener) => {
    const timer = setInterval(listener, milliseconds);
    return () => clearInterval(timer);
  })(task);

/** A store whose components rest while the page is not seen. Who subscribes to it by hand hears of everything. */
export function createSeen<T>(initial: StateCreator<T>): UseBoundStore<StoreApi<T>> {
  const store = createStore(initial);
  const subscribe = whileSeen(store.subscribe);
  const use = <Part = T>(select?: (state: T) => Part): T | Part =>
    useSyncExternalStore(subscribe, () => (select ?? identity)(store.getState()));
  return Object.assign(use, store) as UseBoundStore<StoreApi<T>>;
}
