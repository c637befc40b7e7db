import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
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

  /** Where to send the browser, and what it must bring back. Code flow with PKCE, state and nonce. */
  async begin(name: ProviderName): Promise<{ url: URL; dance: Dance }> {
    const dance = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(await this.configuration(name), {
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

  /** Who it is, once the answer, its tokens and the address in them have passed every check; throws otherwise. */
  async end(name: ProviderName, query: string, { state, nonce, verifier }: Dance): Promise<ToldIdentity> {
    const provider = await this.configuration(name);
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
    const execute = this.config.NODE_ENV === 'production' ? [] : [allowInsecureRequests];
    const asked = discovery(new URL(issuer!), id!, secret, undefined, { execute, timeout: 10 });
    this.found.set(name, asked);
    asked.catch(() => this.found.delete(name));
    return asked;
  }
}
