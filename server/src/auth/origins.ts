// Which Host and Origin headers are ours. Host stops a foreign name that was pointed at this machine; Origin stops a foreign page.
import type { Refusal } from '@onescreen/shared/protocol';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface RequestHeaders {
  host?: string | undefined;
  origin?: string | undefined;
}

export interface Doors {
  /** `null` when the Host header names this server. Loopback names count on any port, so that a tunnel works. */
  refuseHost(headers: RequestHeaders): Refusal | null;
  /** The same for Host and then Origin. A peer without Origin is no browser page and passes. */
  refuse(headers: RequestHeaders): Refusal | null;
}

/** `bindHost`: the address that the server listens on. `allowedOrigins`: origins beside the server's own. */
export function createDoors(bindHost: string, allowedOrigins: readonly string[]): Doors {
  const origins = new Set(allowedOrigins);
  const hosts = new Set(allowedOrigins.map((origin) => new URL(origin).host));
  const bindName = bindHost.includes(':') ? `[${bindHost}]` : bindHost;

  function refuseHost({ host }: RequestHeaders): Refusal | null {
    if (host === undefined || !URL.canParse(`http://${host}`)) return 'host';
    const url = new URL(`http://${host}`);
    if (url.username !== '' || url.pathname !== '/') return 'host';
    const known = LOOPBACK_NAMES.has(url.hostname) || url.hostname === bindName || hosts.has(host.toLowerCase());
    return known ? null : 'host';
  }

  function refuseOrigin({ host, origin }: RequestHeaders): Refusal | null {
    if (origin === undefined || origins.has(origin)) return null;
    const own = URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
    return own ? null : 'origin';
  }

  return { refuseHost, refuse: (headers) => refuseHost(headers) ?? refuseOrigin(headers) };
}
