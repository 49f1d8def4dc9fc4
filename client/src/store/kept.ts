// What this browser keeps for its viewer from one visit to the next. Where it may keep nothing, everything works for the visit alone.

/** What was kept under the name, when it is of the wanted form; else null. `read` gives null for what is not. */
export function readKept<T>(name: string, read: (kept: unknown) => T | null): T | null {
  try {
    const text = localStorage.getItem(`onescreen.${name}`);
    return text === null ? null : read(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Keeps it; null forgets it. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`onescreen.${name}`);
    else localStorage.setItem(`onescreen.${name}`, JSON.stringify(value));
  } catch {
    // Private windows and full disks keep nothing.
  }
}
