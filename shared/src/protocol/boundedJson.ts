// JSON from outside: its nesting is bounded before it is parsed, and afterwards it is matched against a schema.
import type { z } from '../zod.ts';
import { ProtocolError } from './refusals.ts';

/** Deeper than anything that the protocol has (its deepest message nests 7 levels). */
const DEEPEST = 32;
const QUOTE = 34;
const BACKSLASH = 92;

/** Throws ProtocolError when brackets nest more than DEEPEST levels. Text within quotes does not count. */
function requireShallow(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEEPEST) throw new ProtocolError('malformed', `the JSON nests deeper than ${DEEPEST} levels`);
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
}

/** Parses JSON of bounded nesting. Throws ProtocolError. */
export function parseJson(text: string): unknown {
  requireShallow(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new ProtocolError('malformed', 'the JSON part is not valid JSON');
  }
}

/** Matches `value` against a schema. Throws ProtocolError naming the first place that is wrong, such as `batch.signals.3.confidence`. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = [what, ...(issue?.path ?? []).map(String)].join('.');
  throw new ProtocolError('malformed', `${place.slice(0, 200)}: ${(issue?.message ?? 'is not valid').slice(0, 200)}`);
}
