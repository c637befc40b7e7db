import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Viewers } from '../accounts/viewers.js';
import { requestContext } from '../common/context.js';
import type { Language } from '../common/text.js';
import { forPages, htmlPage } from '../http/html-page.js';
import { DataExports } from './data-exports.js';
import { ExportMaker } from './export-maker.js';

/**
 * Where the link of the letter leads. Opening it does nothing, since mail programs do that; the button fetches the zip, once.
 * It needs no signing in, but whoever is signed in as somebody else does not get it.
 */
@Controller('export')
export class ExportController {
  constructor(
    private readonly exports: DataExports,
    private readonly maker: ExportMaker,
    private readonly viewers: Viewers,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = requestContext(request, reply);
    const { language } = context;
    const viewer = await this.viewers.even(context);
    if (!viewer?.seenBy && (await this.exports.isOpen(token, viewer?.id ?? null))) page(reply, 200, formPage(language));
    else page(reply, 404, deadPage(language));
  }

  @Post(':token')
  async fetch(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = requestContext(request, reply);
    const { language } = context;
    const viewer = await this.viewers.even(context);
    const taken = viewer?.seenBy ? null : await this.exports.take(token, viewer?.id ?? null);
    const found = taken && (await this.maker.read(taken.diskName));
    if (!taken || !found) {
      page(reply, 404, deadPage(language));
      return;
    }
    reply.raw.once('close', () => {
      // What this does not reach any more, the tidying of exports finds.
      this.exports.forget(taken.id).catch(() => undefined);
    });
    await reply
      .status(200)
      .headers({
        'content-type': 'application/zip',
        'content-length': found.size,
        'content-disposition': 'attachment; filename="mes-donnees-vte.zip"',
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      })
      .send(found.bytes);
  }
}

const page = (reply: FastifyReply, status: number, html: string): void => {
  void reply.status(status).header('content-security-policy', forPages).type('text/html; charset=utf-8').send(html);
};

const formPage = (language: Language): string =>
  htmlPage({
    language,
    title: { fr: 'Vos données', en: 'Your data' }[language],
    body: {
      fr:
        '<p>L’archive contient tout ce que la plateforme conserve à votre sujet. Elle ne peut être téléchargée qu’une fois : ' +
        'enregistrez-la sur un appareil qui est à vous.</p><form method="post"><button>Télécharger</button></form>',
      en:
        '<p>The archive holds everything that the platform keeps about you. It can be downloaded only once: save it on a device ' +
        'of yours.</p><form method="post"><button>Download</button></form>',
    }[language],
  });

const deadPage = (language: Language): string =>
  htmlPage({
    language,
    title: { fr: 'Ce lien ne fonctionne plus', en: 'This link no longer works' }[language],
    body: {
      fr: '<p>Il a déjà servi, ou il est trop ancien. Demandez un autre export depuis votre compte.</p>',
      en: '<p>It was used already, or is too old. Ask for another export from your account.</p>',
    }[language],
  });
