import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { noSuchApplication } from '../applications/application-refusals.js';
import type { Application } from '../applications/application.entity.js';
import { ApplicationsRepository } from '../applications/applications.repository.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainLine, plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { Jobs } from '../jobs/jobs.js';
import { closedBecause, mostCharacters, mostSignature, otherSide } from './conversation-rules.js';
import { MessageAttempts } from './message-attempts.js';
import type { Message } from './message.entity.js';
import { ConversationClosed } from './message.type.js';
import { MessagesRepository } from './messages.repository.js';
import { sideOf, Standings } from './standings.js';

/** The job that tells the other side of what was written. */
export const tellOfMessages = 'tell-of-messages';

export interface Written {
  body: string;
  signedAs?: string | null;
  byMail?: boolean;
}

@Injectable()
export class MessagesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly standings: Standings,
    private readonly moves: ApplicationMoves,
    private readonly applications: ApplicationsRepository,
    private readonly messages: MessagesRepository,
    private readonly attempts: MessageAttempts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Throws RATE_LIMITED. */
  async send(by: Viewer, applicationId: string, written: Written): Promise<Message | Refusal> {
    await this.attempts.count(by.id);
    return this.db.transaction((tx) => this.sendIn(tx, by, applicationId, written));
  }

  /** The same in the transaction of whoever takes it in, and counts it. */
  async sendIn(
    tx: EntityManager,
    by: Viewer,
    applicationId: string,
    { body: given, signedAs: name, byMail = false }: Written,
  ): Promise<Message | Refusal> {
    const body = plainText(given);
    const signedAs = plainLine(name ?? '') || null;
    const problems = problemsOf(body, signedAs);
    if (problems.length > 0) return new InvalidInput(problems);
    if (!(await this.standings.forAct(tx, by, 'message.send', applicationId))) return noSuchApplication();
    const held = await this.moves.locked(tx, applicationId, by.id);
    const standing = held && (await this.standings.forAct(tx, by, 'message.send', applicationId));
    if (!standing) return noSuchApplication();
    const [side, now] = [sideOf(by, standing), this.clock.now()];
    const closed = closedBecause(standing, side, now);
    if (closed) return new ConversationClosed(closed);
    const said = { body, byMail, signedAs: side === 'COMPANY' ? signedAs : null };
    const message = await this.messages.insert(tx, { applicationId, side, authorId: by.id, sentAt: now, ...said });
    if (byMail) await this.messages.markToldRead(tx, { applicationId, side: otherSide(side) }, now);
    await this.jobs.add(tx, tellOfMessages, { applicationId }, { key: `${tellOfMessages}:${applicationId}` });
    return message;
  }

  /** Readers of a company look without anyone having read: what waits, waits for those who answer. */
  async read(by: Viewer, applicationId: string, until: string | null): Promise<Application | Refusal> {
    return this.db.transaction(async (tx) => {
      const standing = await this.standings.forAct(tx, by, 'message.send', applicationId);
      if (!standing || (until !== null && !isUuid(until))) return noSuchApplication();
      const side = otherSide(sideOf(by, standing));
      await this.messages.markRead(tx, { applicationId, side }, until, this.clock.now());
      return (await this.applications.byId(applicationId)) ?? noSuchApplication();
    });
  }
}

function problemsOf(body: string, signedAs: string | null): InputProblem[] {
  const problems: InputProblem[] = [];
  if (body === '') problems.push(new InputProblem(['body'], empty));
  if ([...body].length > mostCharacters) problems.push(new InputProblem(['body'], tooLong));
  if ([...(signedAs ?? '')].length > mostSignature) problems.push(new InputProblem(['signedAs'], signatureTooLong));
  return problems;
}

const empty = { fr: 'Écrivez un message.', en: 'Write a message.' };
const tooLong = { fr: 'Un message compte au plus 5 000 caractères.', en: 'A message has at most 5,000 characters.' };
const signatureTooLong = {
  fr: 'La signature compte au plus 100 caractères.',
  en: 'The signature has at most 100 characters.',
};
