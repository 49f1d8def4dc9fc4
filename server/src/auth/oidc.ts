// Signing in with the organisation's own OpenID Connect provider: authorization code with PKCE, state and nonce.
import { Signer } from '@fastify/cookie';
import type { Person } from '@onescreen/shared/people';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import type { OidcConfig } from '../config.ts';
import { openSigned, signed } from './cookies.ts';
import { personOfClaims } from './oidcClaims.ts';
import type { People } from './people.ts';

/** How long somebody may take at the provider. */
export const VISIT_SECONDS = 600;
const PROVIDER_TIMEOUT_SECONDS = 10;
const PURPOSE = 'oidc';

export interface Oidc {
  /** Where to send the browser, and the value of the cookie by which it is known again. Throws when the provider is away. */
  start(redirectUri: string, nowMs: number): Promise<{ url: string; visit: string }>;
  /**
   * Who came back. `visit`: the cookie's value; `cameTo`: the whole address that the provider sent the browser to.
   * Throws VisitError, ClaimsError, and whatever the provider did wrong.
   */
  finish(visit: string | null, cameTo: URL, nowMs: number): Promise<Person>;
}

/** The browser that came back is not one that was sent, or it was away for too long. */
export class VisitError extends Error {
  override name = 'VisitError';
}

const visitSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), endMs: z.number() });

export interface OidcParts {
  config: OidcConfig;
  secret: string;
  people: People;
}

export function createOidc({ config, secret, people }: OidcParts): Oidc {
  const signer = new Signer(secret);
  let known: Promise<Configuration> | null = null;

  /** Asked when somebody first wants in, so that the platform starts without the provider; a failure is asked again. */
  function provider(): Promise<Configuration> {
    known ??= discover(config).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  function openVisit(visit: string | null, nowMs: number): z.output<typeof visitSchema> {
    const parsed = visitSchema.safeParse(visit === null ? null : openSigned(signer, PURPOSE, visit));
    if (!parsed.success || parsed.data.endMs <= nowMs) throw new VisitError('the visit is not ours or over');
    return parsed.data;
  }

  return {
    async start(redirectUri, nowMs) {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: config.scope,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      const endMs = nowMs + VISIT_SECONDS * 1000;
      return { url: url.href, visit: signed(signer, PURPOSE, { state, nonce, verifier, endMs }) };
    },
    async finish(visit, cameTo, nowMs) {
      const { state, nonce, verifier } = openVisit(visit, nowMs);
      if (cameTo.searchParams.get('state') !== state) throw new VisitError('the state is not the one that was sent');
      const client = await provider();
      const tokens = await authorizationCodeGrant(client, cameTo, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims: Record<string, unknown> = { ...tokens.claims() };
      const needsMore = claims[config.roleClaim] === undefined || claims[config.areaClaim] === undefined;
      // Many providers keep all but the id of somebody for this second question.
      if (needsMore && client.serverMetadata().userinfo_endpoint !== undefined)
        Object.assign(claims, await fetchUserInfo(client, tokens.access_token, String(claims.sub)));
      return personOfClaims(claims, config, people);
    },
  };
}

const discover = ({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> =>
  discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: PROVIDER_TIMEOUT_SECONDS,
    // The settings let plain http through for a provider on this machine only.
    execute: new URL(issuer).protocol === 'http:' ? [allowInsecureRequests] : [],
  });
