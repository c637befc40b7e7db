import { Controller, Get, type HttpException, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { Audit } from '../audit/audit.js';
import { type RequestContext, requestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { readsItsBody } from '../http/raw-body.js';
import { restAnswer, sentFile } from '../http/sent-file.js';
import { may } from '../permissions/may.js';
import { FileAccess } from './file-access.js';
import { FileDisk } from './file-disk.js';
import { asAttachment, nameIn } from './file-names.js';
import { mediaTypes } from './file-words.js';
import type { StoredFile } from './stored-file.entity.js';
import { StoredFiles } from './stored-files.js';
import { UploadAttempts } from './upload-attempts.js';
import { refusedFile, type UploadFault } from './upload-refusals.js';

type ShownFile = Pick<StoredFile, 'id' | 'name' | 'kind' | 'size' | 'standing'> & { url: string };

/** Files come and go as bodies of their own, since GraphQL carries JSON. Errors are `{ message, code }`. */
@Controller('files')
export class FilesController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly attempts: UploadAttempts,
    private readonly files: StoredFiles,
    private readonly access: FileAccess,
    private readonly disk: FileDisk,
    private readonly audit: Audit,
  ) {}

  /** The bytes of a CV, and its name in `x-file-name` as percent-encoded UTF-8, into a file that one keeps. */
  @Post('cv')
  @RouteConfig(readsItsBody)
  async keep(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<ShownFile> {
    const context = requestContext(request, reply);
    try {
      const viewer = await this.candidate(context);
      const bytes = await sentFile(request, () => this.attempts.count(viewer.id));
      const kept = await this.files.keep(viewer, bytes, nameIn(request.headers['x-file-name']));
      if (typeof kept === 'string') throw refusedFile(kept, context.language);
      const { id, name, kind, size, standing } = kept;
      return { id, name, kind, size, standing, url: `/files/${id}` };
    } catch (error) {
      throw this.answer(error, context, 'POST /files/cv');
    }
  }

  /** A file to save, never to show: nothing in it may run here. */
  @Get(':id')
  async download(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const context = requestContext(request, reply);
    try {
      const viewer = await this.viewers.of(context);
      const file = await this.access.readable(id, viewer);
      if (!viewer || !file || file.standing === 'REFUSED') throw refusedFile('NOT_FOUND', context.language);
      if (file.standing === 'BEING_CHECKED') throw refusedFile('FILE_BEING_CHECKED', context.language);
      const found = await this.disk.cvs.read(file.diskName);
      if (!found) throw refusedFile('NOT_FOUND', context.language);
      await this.noteAdministrator(viewer, file);
      void reply.headers({
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'content-disposition': asAttachment(file.name),
      });
      return new StreamableFile(found.bytes, { type: mediaTypes[file.kind], length: found.size });
    } catch (error) {
      throw this.answer(error, context, 'GET /files');
    }
  }

  private async noteAdministrator(viewer: Viewer, file: StoredFile): Promise<void> {
    if (viewer.role !== 'ADMIN' || viewer.id === file.accountId) return;
    await this.audit.note(this.db.manager, {
      actor: viewer,
      act: 'file.read',
      objectType: file.labelId === null ? 'CandidateFile' : 'LabelDocument',
      objectId: file.id,
      ownerId: await this.access.personIn(file),
    });
  }

  private async candidate(context: RequestContext): Promise<Viewer> {
    const viewer = await this.viewers.required(context);
    if (!may(viewer, 'file.keep')) throw forbidden();
    return viewer;
  }

  /** What is said of a file that is too large differs from what is said where it is only read. */
  private answer(error: unknown, context: RequestContext, route: string): HttpException {
    const answer = restAnswer(error, context, route);
    const { code } = answer.getResponse() as { code?: UploadFault };
    return code === 'FILE_TOO_LARGE' ? refusedFile(code, context.language) : answer;
  }
}
