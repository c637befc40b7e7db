import { Controller, type HttpException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Viewers } from '../accounts/viewers.js';
import { requestContext } from '../common/context.js';
import { nameIn } from '../files/file-names.js';
import type { StoredFile } from '../files/stored-file.entity.js';
import { UploadAttempts } from '../files/upload-attempts.js';
import { refusedFile, type UploadFault } from '../files/upload-refusals.js';
import { readsItsBody } from '../http/raw-body.js';
import { restAnswer, sentFile } from '../http/sent-file.js';
import { type DocumentKind, documentKinds } from './document-words.js';
import { LabelPapers } from './label-papers.js';

type SentFile = Pick<StoredFile, 'id' | 'name' | 'kind' | 'size' | 'standing'> & { url: string };

/** Papers of a label come as bodies of their own, as CVs do. Errors are `{ message, code }`. */
@Controller('labels')
export class LabelPapersController {
  constructor(
    private readonly viewers: Viewers,
    private readonly attempts: UploadAttempts,
    private readonly papers: LabelPapers,
  ) {}

  /**
   * The bytes of a PDF or picture, and its name in `x-file-name`. `document` is the id of one that was asked for; without it
   * the paper is one more, of the kind `kind`.
   */
  @Post(':id/documents')
  @RouteConfig(readsItsBody)
  async keep(
    @Param('id') id: string,
    @Query('document') document: string | undefined,
    @Query('kind') kind: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SentFile> {
    const context = requestContext(request, reply);
    try {
      const viewer = await this.viewers.required(context);
      if (!(await this.papers.maySend(viewer, id))) throw refusedFile('NOT_FOUND', context.language);
      const bytes = await sentFile(request, () => this.attempts.count(viewer.id));
      const paper = { documentId: document ?? null, kind: kindOf(kind) };
      const kept = await this.papers.keep(viewer, id, paper, bytes, nameIn(request.headers['x-file-name']));
      if (typeof kept === 'string') throw refusedFile(kept, context.language);
      const { id: fileId, name, kind: is, size, standing } = kept;
      return { id: fileId, name, kind: is, size, standing, url: `/files/${fileId}` };
    } catch (error) {
      throw this.answer(error, context);
    }
  }

  /** What is said of a CV is said of a paper in other words. */
  private answer(error: unknown, context: ReturnType<typeof requestContext>): HttpException {
    const answer = restAnswer(error, context, 'POST /labels/documents');
    const { code } = answer.getResponse() as { code?: string };
    const known: Record<string, UploadFault> = {
      FILE_TOO_LARGE: 'PAPER_TOO_LARGE',
      UNSUPPORTED_FILE: 'UNSUPPORTED_PAPER',
    };
    const fault = code === undefined ? undefined : known[code];
    return fault ? refusedFile(fault, context.language) : answer;
  }
}

const kindOf = (said: string | undefined): DocumentKind => documentKinds.find((kind) => kind === said) ?? 'OTHER';
