import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { AccountSuspended } from '../accounts/account.type.js';
import { Accounts } from '../accounts/accounts.service.js';
import { Attempts } from '../accounts/attempts.js';
import { CONFIG, type Config } from '../common/config.js';
import { type RequestContext, requestContext } from '../common/context.js';
import { Refusal } from '../common/refusal.js';
import { forPages } from '../http/html-page.js';
import { recordFailure } from '../http/masking.js';
import { linkPath } from '../mail/link-pages.js';
import { FederatedSignIn, IdentityToProve } from './federated-sign-in.service.js';
import { giveProofCookie } from './identity-proofs.js';
import { type OidcOutcome, oidcPage } from './oidc-page.js';
import { type Dance, OidcProviders, ProviderFailure, type ProviderName } from './oidc-providers.js';
import { SecondFactorNeeded } from './sign-in-refusals.js';

const danceCookie = 'vte_oidc';
const danceSeconds = 10 * 60;

/** Sign-in through a provider of identity: two addresses for a browser, which exist only for providers that are configured. */
@Controller('oidc/:provider')
export class OidcController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly providers: OidcProviders,
    private readonly attempts: Attempts,
    private readonly federated: FederatedSignIn,
    private readonly accounts: Accounts,
  ) {}

  @Get('start')
  async start(@Param('provider') given: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const provider = this.provider(given);
    try {
      await this.attempts.stranger(request.ip);
      const { url, dance } = await this.providers.begin(provider);
      const value = Buffer.from(JSON.stringify(dance)).toString('base64url');
      void reply.setCookie(danceCookie, value, { ...this.cookieOptions(provider), maxAge: danceSeconds });
      this.go(reply, url.href);
    } catch (error) {
      this.failed(requestContext(request, reply), error, provider);
    }
  }

  @Get('callback')
  async callback(@Param('provider') given: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const provider = this.provider(given);
    const dance = danceOf(request.cookies[danceCookie]);
    void reply.clearCookie(danceCookie, this.cookieOptions(provider));
    const context = requestContext(request, reply);
    try {
      await this.attempts.stranger(request.ip);
      if (dance) await this.answer(context, provider, new URL(request.url, this.config.PUBLIC_URL).search, dance);
      else show(context, 'again');
    } catch (error) {
      this.failed(context, error, provider);
    }
  }

  private async answer(context: RequestContext, provider: ProviderName, query: string, dance: Dance): Promise<void> {
    const { reply } = context;
    const told = await this.providers.end(provider, query, dance);
    const answer = await this.federated.signIn(told, context);
    if (answer instanceof IdentityToProve) {
      giveProofCookie(context, answer.token, this.config);
      this.go(reply, linkPath('identity', answer.token));
    } else if (answer instanceof SecondFactorNeeded) this.go(reply, linkPath('sign-in-code', answer.ticket));
    else if (answer instanceof Refusal) show(context, answer instanceof AccountSuspended ? 'suspended' : 'otherwise');
    else {
      this.accounts.handOver(context, answer);
      this.go(reply, '/');
    }
  }

  /** Throws what any unknown address answers. */
  private provider(given: string): ProviderName {
    const provider = this.providers.named(given);
    if (!provider) throw new NotFoundException();
    return provider;
  }

  /** What a provider or a browser did wrong is nobody's failure here, but an operator may want to know of it. */
  private failed(context: RequestContext, error: unknown, provider: ProviderName): void {
    if (error instanceof GraphQLError && error.extensions['code'] === 'RATE_LIMITED') show(context, 'tooMany');
    else if (error instanceof ProviderFailure) {
      if (error.kind !== 'cancelled') recordFailure(error.cause, `oidc ${provider}`);
      show(context, error.kind);
    } else throw error;
  }

  private go(reply: FastifyReply, path: string): void {
    void reply.header('cache-control', 'no-store').redirect(new URL(path, this.config.PUBLIC_URL).href, 302);
  }

  /** Sent back by the browser when the provider's site leads here, which is another site's link. */
  private cookieOptions(provider: ProviderName) {
    const secure = this.config.NODE_ENV === 'production';
    return { path: `/oidc/${provider}`, httpOnly: true, sameSite: 'lax' as const, secure };
  }
}

function show({ reply, language }: RequestContext, outcome: OidcOutcome): void {
  const { status, html } = oidcPage(outcome, language);
  void reply.status(status).header('content-security-policy', forPages).type('text/html; charset=utf-8').send(html);
}

function danceOf(cookie: string | undefined): Dance | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString());
    const { state, nonce, verifier } = said as Partial<Record<keyof Dance, unknown>>;
    if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return null;
    return { state, nonce, verifier };
  } catch {
    return null;
  }
}
