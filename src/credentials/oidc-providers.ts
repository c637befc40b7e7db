import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { CONFIG, type Config } from '../common/config.js';
import type { AccountRole } from '../permissions/account-role.js';

export type ProviderName = 'company' | 'candidate';

/** What a browser carries from the start of a sign-in to its end. */
export interface Dance {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom a provider says it is. */
export interface ToldIdentity {
  issuer: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  /** Of an account that is made for it. */
  role: AccountRole;
}

/** What went wrong: the person turned back, the provider does not answer, or what it says passes no check. */
export class ProviderFailure extends Error {
  readonly kind: 'cancelled' | 'down' | 'refused';

  constructor(cause: unknown) {
    super('a sign-in at a provider failed', { cause });
    this.kind = kindOf(cause);
  }
}

const noAnswer = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

function kindOf(cause: unknown): ProviderFailure['kind'] {
  if (cause instanceof AuthorizationResponseError) return 'cancelled';
  if (cause instanceof ClientError && noAnswer.has(cause.code ?? '')) return 'down';
  return isUnreachable(cause) ? 'down' : 'refused';
}

/** What fetch throws, by its words: the library hands it on as it is, or as the cause of an error of its own. */
const isUnreachable = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('message' in error && error.message === 'fetch failed') || ('cause' in error && isUnreachable(error.cause)));

/** For a provider on the machine of whoever tries the platform out; the library marks it as deprecated to make it stand out. */
const withoutTls = (openid as unknown as Record<string, (provider: Configuration) => void>)['allowInsecureRequests']!;

interface Settings {
  issuer: string | undefined;
  id: string | undefined;
  secret: string | undefined;
  role: AccountRole;
}

/** The providers of OpenID Connect that the environment names; each is asked for its addresses once. */
@Injectable()
export class OidcProviders {
  private readonly settings: Record<ProviderName, Settings>;
  private readonly found = new Map<ProviderName, Promise<Configuration>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.settings = {
      company: {
        issuer: config.OIDC_COMPANY_ISSUER,
        id: config.OIDC_COMPANY_CLIENT_ID,
        secret: config.OIDC_COMPANY_CLIENT_SECRET,
        role: 'COMPANY_MEMBER',
      },
      candidate: {
        issuer: config.OIDC_CANDIDATE_ISSUER,
        id: config.OIDC_CANDIDATE_CLIENT_ID,
        secret: config.OIDC_CANDIDATE_CLIENT_SECRET,
        role: 'CANDIDATE',
      },
    };
  }

  /** The name of a provider that is configured; null for all others. */
  named(name: string): ProviderName | null {
    if (name !== 'company' && name !== 'candidate') return null;
    const { issuer, id } = this.settings[name];
    return issuer && id ? name : null;
  }

  /** Where to send the browser, and what it must bring back. Code flow with PKCE, state and nonce. Throws ProviderFailure. */
  async begin(name: ProviderName): Promise<{ url: URL; dance: Dance }> {
    const dance = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const provider = await this.configuration(name);
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.callback(name),
      scope: 'openid email',
      // ProConnect and FranceConnect want to be told; others may leave it aside.
      acr_values: 'eidas1',
      state: dance.state,
      nonce: dance.nonce,
      code_challenge: await calculatePKCECodeChallenge(dance.verifier),
      code_challenge_method: 'S256',
    });
    return { url, dance };
  }

  /** Who it is, once the answer and its tokens have passed every check. Throws ProviderFailure. */
  async end(name: ProviderName, query: string, dance: Dance): Promise<ToldIdentity> {
    const provider = await this.configuration(name);
    return this.told(provider, name, query, dance).catch((error: unknown) => {
      throw new ProviderFailure(error);
    });
  }

  private async told(
    provider: Configuration,
    name: ProviderName,
    query: string,
    { state, nonce, verifier }: Dance,
  ): Promise<ToldIdentity> {
    const url = new URL(this.callback(name));
    url.search = query;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await authorizationCodeGrant(provider, url, checks);
    const claims = tokens.claims()!;
    const told = claims['email'] ? claims : await fetchUserInfo(provider, tokens.access_token, claims.sub);
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: typeof told['email'] === 'string' ? told['email'] : null,
      emailVerified: told['email_verified'] === true,
      role: this.settings[name].role,
    };
  }

  private callback(name: ProviderName): string {
    return new URL(`/oidc/${name}/callback`, this.config.PUBLIC_URL).href;
  }

  /** Asked once; again when it failed. Without TLS only where tests and demos run. */
  private configuration(name: ProviderName): Promise<Configuration> {
    const known = this.found.get(name);
    if (known) return known;
    const { issuer, id, secret } = this.settings[name];
    const execute = this.config.NODE_ENV === 'production' ? [] : [withoutTls];
    const asked = discovery(new URL(issuer!), id!, secret, undefined, { execute, timeout: 10 }).catch(
      (error: unknown) => {
        this.found.delete(name);
        throw new ProviderFailure(error);
      },
    );
    this.found.set(name, asked);
    return asked;
  }
}
