// The wall clock for what must move without the city: the age of data, the seconds since a lost line.
import { useEffect, useState } from 'react';

/** Wall milliseconds (as `performance.now`), renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
