// The wall clock for what must move without the city: the age of data, the seconds since a lost line.
import { useEffect, useRef, useState } from 'react';
import { everyWhileSeen } from '../store/index.ts';

/** What `read` says of the wall clock (milliseconds as `performance.now`), asked every `everyMs`; the component repaints when it is another. */
export function useNow<T extends string | number | null>(everyMs: number, read: (nowMs: number) => T): T {
  const [shown, show] = useState(() => read(performance.now()));
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    return everyWhileSeen(everyMs, () => show(latest.current(performance.now())));
  }, [everyMs]);
  return shown;
}
