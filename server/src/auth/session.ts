// An operator's session: a signed cookie that says who and until when. Nothing is kept on the server.
import { type SerializeOptions, Signer } from '@fastify/cookie';

export const SESSION_COOKIE = 'onescreen_session';
/** One shift. */
export const SESSION_SECONDS = 12 * 3600;
const NEVER_MS = 0;

export interface Sessions {
  /** Value of the cookie that opens an operator's session. */
  open(nowMs: number): string;
  /** Whether a request's `Cookie` header carries a session that is ours and not over. */
  isOperator(cookieHeader: string | undefined, nowMs: number): boolean;
  /** Attributes of the cookie: not for scripts, not for other sites; `Secure` when the screen is served over https. */
  readonly attributes: SerializeOptions;
}

export function createSessions(secret: string, overHttps: boolean): Sessions {
  const signer = new Signer(secret);

  function endOf(value: string): number {
    const opened = signer.unsign(value);
    const [role, endMs] = opened.valid && opened.value !== null ? opened.value.split('.') : [];
    return role === 'operator' && endMs !== undefined && /^\d+$/.test(endMs) ? Number(endMs) : NEVER_MS;
  }

  return {
    open: (nowMs) => signer.sign(`operator.${nowMs + SESSION_SECONDS * 1000}`),
    isOperator(cookieHeader, nowMs) {
      const value = sessionValue(cookieHeader ?? '');
      return value !== null && endOf(value) > nowMs;
    },
    attributes: { httpOnly: true, sameSite: 'strict', path: '/', maxAge: SESSION_SECONDS, secure: overHttps },
  };
}

/** The session's cookie out of a `Cookie` header. Sockets have no fastify request, and the plugin's own parser needs one. */
function sessionValue(header: string): string | null {
  const prefix = `${SESSION_COOKIE}=`;
  const pair = header.split(/; */).find((part) => part.startsWith(prefix));
  try {
    return pair === undefined ? null : decodeURIComponent(pair.slice(prefix.length));
  } catch {
    return null;
  }
}
