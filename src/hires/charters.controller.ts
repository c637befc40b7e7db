import { Controller, Get, HttpException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Reads } from '../audit/reads.js';
import { requestContext } from '../common/context.js';
import { asAttachment } from '../files/file-names.js';
import { escaped, forPages, htmlPage } from '../http/html-page.js';
import { restAnswer } from '../http/sent-file.js';
import { typeset } from '../common/typography.js';
import { CharterCopies } from './charter-copies.js';
import { parisMoment } from './charter-pdf.js';
import { Hires } from './hires.js';

/** The PDF of a charter for those it is between, and a page for whoever holds a copy. */
@Controller()
export class ChartersController {
  constructor(
    private readonly access: Hires,
    private readonly copies: CharterCopies,
    private readonly reads: Reads,
  ) {}

  /** A file to save. What may not be read looks like what does not exist; an administrator’s reading is noted before the first byte. */
  @Get('charters/:file')
  async download(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = requestContext(request, reply);
    try {
      const id = /^([0-9a-f-]{36})\.pdf$/i.exec(file)?.[1];
      const hire = id === undefined ? null : await this.access.visible(id, context);
      const isOpen = hire && (await this.access.may('charter.read', hire, context));
      const copy = isOpen ? await this.copies.of(hire.id) : null;
      if (!copy) throw new HttpException({ message: notFound[context.language], code: 'NOT_FOUND' }, 404);
      await this.reads.write(context);
      const etag = `"${copy.sha256}"`;
      void reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'Authorization, Cookie' });
      if (request.headers['if-none-match']?.split(/,\s*/).includes(etag)) {
        void reply.status(304).send();
        return;
      }
      void reply
        .headers({
          'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
          'content-disposition': asAttachment(copy.name),
          'x-content-type-options': 'nosniff',
        })
        .type('application/pdf')
        .send(copy.bytes);
    } catch (error) {
      throw restAnswer(error, context, 'GET /charters');
    }
  }

  /** Whether a charter with this fingerprint was signed by both: nothing of who they are. */
  @Get('charte/:sha256')
  async verify(
    @Param('sha256') sha256: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = requestContext(request, reply);
    const found = await this.copies.verification(sha256);
    const text = found ? signed(found.signedAt) : unknown;
    const body = `<p>${escaped(typeset(text)[language])}</p>${found ? `\n<pre>${found.sha256}</pre>` : ''}`;
    void reply
      .status(found ? 200 : 404)
      .header('content-security-policy', forPages)
      .type('text/html; charset=utf-8')
      .send(htmlPage({ language, title: title[language], body }));
  }
}

const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', dateStyle: 'long', timeStyle: 'medium' });

const title = { fr: 'Vérification d’une charte', en: 'Verification of a charter' };
const signed = (at: Date) => ({
  fr: `Une charte du VTE ayant cette empreinte a été signée par les deux parties sur VTE Territoires ; la seconde signature date du ${parisMoment(at)}.`,
  en: `A charter of the VTE with this fingerprint was signed by both on VTE Territoires; the second signature is of ${english.format(at)}, Paris time.`,
});
const unknown = {
  fr: 'Aucune charte ayant cette empreinte n’a été signée par les deux parties sur VTE Territoires. Vérifiez les 64 caractères, et que le fichier n’a pas été modifié.',
  en: 'No charter with this fingerprint was signed by both on VTE Territoires. Check the 64 characters, and that the file was not changed.',
};
const notFound = {
  fr: 'Cette charte n’existe pas, ou votre compte ne peut pas la lire.',
  en: 'There is no such charter, or your account may not read it.',
};
