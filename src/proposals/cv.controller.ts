import { Readable } from 'node:stream';
import { Controller, HttpException, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { type RequestContext, requestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { failureMessage, recordFailure } from '../http/masking.js';
import { bytesOf, readsItsBody } from '../http/raw-body.js';
import { ExtractionThread } from '../extraction/extraction-thread.js';
import { TextNotRead } from '../extraction/text-not-read.js';
import { FileReader } from '../documents/file-reader.js';
import { ProposalAttempts } from './proposal-attempts.js';
import { retryAfter } from './proposal-refusals.js';
import type { ProfileProposalType } from './proposals.type.js';
import { type FileFault, UnreadableFile } from '../documents/read-file-faults.js';
import { fileLimits } from '../documents/read-file-limits.js';
import { shownProfile } from './shown-proposal.js';

/**
 * What a body may call itself; what it is, its bytes tell. Only types that a page of another site cannot send without
 * asking first: that is what keeps such pages from using a visitor’s cookie here, as on the GraphQL endpoint.
 */
const types = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/msword',
  'application/octet-stream',
]);

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
    const said = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (said === 'multipart/form-data') throw new UnreadableFile('FORM_INSTEAD_OF_FILE');
    if (request.body === undefined || request.body === null || request.body === '') throw new UnreadableFile('NO_FILE');
    if (!types.has(said) || !(request.body instanceof Readable)) throw new UnreadableFile('UNSUPPORTED_FILE');
    await this.attempts.count('file', await this.candidate(context));
    if (this.reader.isFull() || this.extraction.isFull()) throw new UnreadableFile('BUSY');
    const bytes = await bytesOf(request.body, fileLimits.bytes);
    if (!bytes) throw new UnreadableFile('FILE_TOO_LARGE');
    if (bytes.length === 0) throw new UnreadableFile('NO_FILE');
    return this.reader.read(bytes);
  }

  private async candidate(context: RequestContext): Promise<Viewer> {
    const viewer = await this.viewers.required(context);
    if (viewer.role !== 'CANDIDATE') throw forbidden();
    return viewer;
  }
}

const statuses = new Map<unknown, number>([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['RATE_LIMITED', 429],
]);

/** Every refusal in one shape, in the language of the request. */
function asAnswer(thrown: unknown, { reply, language }: RequestContext): HttpException {
  const error = thrown instanceof TextNotRead ? new UnreadableFile(faultOf(thrown)) : thrown;
  if (error instanceof UnreadableFile) {
    if (error.fault === 'BUSY') reply.header('retry-after', retryAfter);
    return new HttpException({ message: error.text[language], code: error.fault }, error.status);
  }
  const { code, retryAfterSeconds } = error instanceof GraphQLError ? error.extensions : {};
  const status = statuses.get(code);
  if (error instanceof GraphQLError && status !== undefined) {
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
    return new HttpException({ message: error.message, code }, status);
  }
  const reference = recordFailure(error, 'POST /cv');
  return new HttpException({ message: failureMessage(reference), code: 'INTERNAL_SERVER_ERROR', reference }, 500);
}

const faultOf = ({ fault }: TextNotRead): FileFault => (fault === 'BUSY' ? 'BUSY' : 'FILE_TOO_SLOW');
