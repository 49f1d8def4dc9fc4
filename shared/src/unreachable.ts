// The end of every switch over a union: a new case that nobody handles fails the type check, not the user.

/** Throws when reached; the type check makes sure that it is not. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
