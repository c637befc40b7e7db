import { Controller, type HttpException, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { type RequestContext, requestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { readsItsBody } from '../http/raw-body.js';
import { restAnswer, sentFile } from '../http/sent-file.js';
import { ExtractionThread } from '../extraction/extraction-thread.js';
import { TextNotRead } from '../extraction/text-not-read.js';
import { FileReader } from '../documents/file-reader.js';
import { may } from '../permissions/may.js';
import { ProposalAttempts } from './proposal-attempts.js';
import { retryAfter } from './proposal-refusals.js';
import type { ProfileProposalType } from './proposals.type.js';
import { type FileFault, UnreadableFile } from '../documents/read-file-faults.js';
import { shownProfile } from './shown-proposal.js';

/** A file is a body of its own here, since GraphQL carries JSON. Nothing of it is stored, logged or quoted in an error. */
@Controller('cv')
export class CvController {
  constructor(
    private readonly viewers: Viewers,
    private readonly attempts: ProposalAttempts,
    private readonly reader: FileReader,
    private readonly extraction: ExtractionThread,
  ) {}

  /** The bytes of a CV, PDF or Word, into a ProfileProposal; errors are `{ message, code }`. */
  @Post()
  @RouteConfig(readsItsBody)
  async propose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileProposalType> {
    const context = requestContext(request, reply);
    try {
      const text = await this.textOf(request, context);
      reply.status(200);
      return shownProfile(await this.extraction.read(text, 'CV'), text, context.language);
    } catch (error) {
      throw asAnswer(error, context);
    }
  }

  /** Who asks and how often is looked at before any of the body is read. */
  private async textOf(request: FastifyRequest, context: RequestContext): Promise<string> {
    const bytes = await sentFile(request, async () => {
      await this.attempts.count('file', await this.candidate(context));
      if (this.reader.isFull() || this.extraction.isFull()) throw new UnreadableFile('BUSY');
    });
    return this.reader.read(bytes);
  }

  private async candidate(context: RequestContext): Promise<Viewer> {
    const viewer = await this.viewers.required(context);
    if (!may(viewer, 'proposal.profile')) throw forbidden();
    return viewer;
  }
}

/** Every refusal in one shape, in the language of the request. */
function asAnswer(thrown: unknown, context: RequestContext): HttpException {
  const error = thrown instanceof TextNotRead ? new UnreadableFile(faultOf(thrown)) : thrown;
  if (error instanceof UnreadableFile && error.fault === 'BUSY') context.reply.header('retry-after', retryAfter);
  return restAnswer(error, context, 'POST /cv');
}

const faultOf = ({ fault }: TextNotRead): FileFault => (fault === 'BUSY' ? 'BUSY' : 'FILE_TOO_SLOW');
