import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { CONFIG, type Config } from '../common/config.js';
import { type RequestContext, requestContext } from '../common/context.js';
import { forPages } from '../http/html-page.js';
import { recordFailure } from '../http/masking.js';
import { deadLinkPage, donePage, failedPage, formPage, type RefusedCode, refusedPage } from './link-page-html.js';
import { type LinkPage, LinkPages } from './link-pages.js';

const longestValue = 500;

/** The pages that letters link to. Opening one does nothing; its button does. Addresses and forms are never logged. */
@Controller('lien')
export class LinkPagesController {
  constructor(
    private readonly pages: LinkPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':kind')
  async show(
    @Param('kind') kind: string,
    @Query('jeton') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = this.pages.find(kind);
    const context = requestContext(request, reply);
    const { language } = context;
    if (!page || !isToken(token)) send(reply, 404, deadLinkPage(language));
    else {
      await this.orRefused(page, context, async () => {
        const works = (await page.check?.(token, context)) ?? true;
        if (works) sendForm(reply, 200, formPage(await shownPage(page, token, context), token, language));
        else send(reply, 404, deadLinkPage(language));
      });
    }
  }

  @Post(':kind')
  async press(@Param('kind') kind: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = this.pages.find(kind);
    const context = requestContext(request, reply);
    const form = formOf(request);
    const token = form['jeton'];
    // A form of another site would sign whoever is there in with an account of its own.
    if (isForeign(request, this.config)) {
      send(reply, 403, refusedPage('FORBIDDEN', context.language));
      return;
    }
    if (!page || !isToken(token)) {
      send(reply, 404, deadLinkPage(context.language));
      return;
    }
    await this.orRefused(page, context, async () => {
      const answer = await page.act(token, fieldsOf(page, form), context);
      if (!answer) send(reply, 404, deadLinkPage(context.language));
      else if ('again' in answer) {
        const shown = await shownPage(page, token, context);
        sendForm(reply, 422, formPage(shown, token, context.language, answer.again));
      } else send(reply, 200, donePage(page, answer, context.language));
    });
  }

  /** A page has no place for an error of GraphQL: what is thrown with one of its codes is a page too. */
  private async orRefused(page: LinkPage, context: RequestContext, work: () => Promise<void>): Promise<void> {
    const { language, reply } = context;
    try {
      await work();
    } catch (error) {
      const code = error instanceof GraphQLError ? String(error.extensions['code']) : '';
      if (isRefusal(code)) send(reply, statuses[code], refusedPage(code, language));
      else send(reply, 500, failedPage(recordFailure(error, `${context.asks} (${page.kind})`), language));
    }
  }
}

const statuses: Readonly<Record<RefusedCode, number>> = {
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
};

const isRefusal = (code: string): code is RefusedCode => Object.hasOwn(statuses, code);

/** By a name of this machine: a platform without an address of its own, as it is tried out. */
const here = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d+)?$/i;

/** Whether the form stood on a page of someone else, as far as the browser tells. */
function isForeign({ headers }: FastifyRequest, { PUBLIC_URL }: Config): boolean {
  const { host = '', origin } = headers;
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  if (origin === undefined || origin === new URL(PUBLIC_URL).origin) return false;
  return !(here.test(host) && origin === `http://${host}`);
}

const isToken = (token: unknown): token is string =>
  typeof token === 'string' && token.length > 0 && token.length <= longestValue;

const shownPage = async (page: LinkPage, token: string, context: RequestContext): Promise<LinkPage> => ({
  ...page,
  ...(await page.shown?.(token, context)),
});

const send = (reply: FastifyReply, status: number, html: string): void => {
  void reply.status(status).header('content-security-policy', forPages).type('text/html; charset=utf-8').send(html);
};

/** Of pages with a form the browser says where it stood, without the address that holds the token. */
const sendForm = (reply: FastifyReply, status: number, html: string): void => {
  void reply.header('referrer-policy', 'strict-origin');
  send(reply, status, html);
};

/** The fields of a form, which the server has read; nothing of a body that is anything else. */
const formOf = ({ headers, body }: FastifyRequest): Record<string, unknown> =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '') ? { ...(body as object | null) } : {};

const fieldsOf = ({ fields = [] }: LinkPage, form: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    fields.map(({ name }) => {
      const value = form[name];
      return [name, typeof value === 'string' && value.length <= longestValue ? value : ''];
    }),
  );
