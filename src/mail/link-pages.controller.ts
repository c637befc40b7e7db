import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContext } from '../common/context.js';
import { forPages } from '../http/html-page.js';
import { recordFailure } from '../http/masking.js';
import { deadLinkPage, donePage, failedPage, formPage } from './link-page-html.js';
import { type LinkPage, LinkPages } from './link-pages.js';

const longestValue = 500;

/** The pages that letters link to. Opening one does nothing; its button does. Addresses and forms are never logged. */
@Controller('lien')
export class LinkPagesController {
  constructor(private readonly pages: LinkPages) {}

  @Get(':kind')
  show(
    @Param('kind') kind: string,
    @Query('jeton') token: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const page = this.pages.find(kind);
    const { language } = requestContext(request, reply);
    if (page && isToken(token)) send(reply, 200, formPage(page, token, language));
    else send(reply, 404, deadLinkPage(language));
  }

  @Post(':kind')
  async press(@Param('kind') kind: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = this.pages.find(kind);
    const context = requestContext(request, reply);
    const form = formOf(request);
    const token = form['jeton'];
    if (!page || !isToken(token)) {
      send(reply, 404, deadLinkPage(context.language));
      return;
    }
    try {
      const answer = await page.act(token, fieldsOf(page, form), context);
      if (!answer) send(reply, 404, deadLinkPage(context.language));
      else if ('again' in answer) send(reply, 422, formPage(page, token, context.language, answer.again));
      else send(reply, 200, donePage(page, answer, context.language));
    } catch (error) {
      send(reply, 500, failedPage(recordFailure(error, `POST /lien/${page.kind}`), context.language));
    }
  }
}

const isToken = (token: unknown): token is string =>
  typeof token === 'string' && token.length > 0 && token.length <= longestValue;

const send = (reply: FastifyReply, status: number, html: string): void => {
  void reply.status(status).header('content-security-policy', forPages).type('text/html; charset=utf-8').send(html);
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
