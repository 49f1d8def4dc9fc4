// Cookies that carry a signed value for one purpose, and cannot be taken for those of another.
import type { Signer } from '@fastify/cookie';

/** The value of a cookie out of a `Cookie` header, or null. Sockets have no fastify request, and the plugin's own parser needs one. */
export function cookieIn(header: string | undefined, name: string): string | null {
  const prefix = `${name}=`;
  const pair = (header ?? '').split(/; */).find((part) => part.startsWith(prefix));
  try {
    return pair === undefined ? null : decodeURIComponent(pair.slice(prefix.length));
  } catch {
    return null;
  }
}

/** A cookie's value that `openSigned` gives back for the same purpose. */
export const signed = (signer: Signer, purpose: string, body: unknown): string =>
  signer.sign(`${purpose}.${Buffer.from(JSON.stringify(body)).toString('base64url')}`);

/** What was signed for the purpose; null for anything else. Parse it before it is trusted. */
export function openSigned(signer: Signer, purpose: string, value: string): unknown {
  const opened = signer.unsign(value);
  if (!opened.valid || opened.value === null || !opened.value.startsWith(`${purpose}.`)) return null;
  try {
    return JSON.parse(Buffer.from(opened.value.slice(purpose.length + 1), 'base64url').toString());
  } catch {
    return null;
  }
}
