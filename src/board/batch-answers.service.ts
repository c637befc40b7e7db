import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { mayMove } from '../applications/application-moves.js';
import { saidProblems, suspendedMay } from '../applications/application-reasons.js';
import { IllegalApplicationMove, noSuchApplication } from '../applications/application-refusals.js';
import { Audit } from '../audit/audit.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, Refusal } from '../common/refusal.js';
import type { Language } from '../common/text.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { type Standing, Standings } from '../messages/standings.js';
import { type BatchAnswer, batchAnswer } from './batch-answer.js';
import {
  type AnswerApplicationsInput,
  type AnsweredApplications,
  AnswerNotSent,
  type AnswerOutcome,
  type AnswerPreview,
  type AnswerPreviews,
} from './batch.type.js';
import { filled } from './placeholders.js';
import { Templates } from './templates.service.js';

/** One answer to many, each in a transaction of its own: what cannot be answered keeps nobody else waiting. */
@Injectable()
export class BatchAnswers {
  private readonly logger = new Logger('Board');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly templates: Templates,
    private readonly standings: Standings,
    private readonly moves: ApplicationMoves,
    private readonly audit: Audit,
  ) {}

  async answer(
    by: Viewer,
    input: AnswerApplicationsInput,
    language: Language,
  ): Promise<AnsweredApplications | InvalidInput> {
    const batch = await this.read(by, input, language);
    if (batch instanceof InvalidInput) return batch;
    const outcomes: AnswerOutcome[] = [];
    for (const id of batch.ids) outcomes.push(await this.one(by, id, batch));
    const many = (kind: AnswerOutcome['outcome']): number => outcomes.filter(({ outcome }) => outcome === kind).length;
    return { outcomes, answered: many('ANSWERED'), unchanged: many('UNCHANGED'), refused: many('REFUSED') };
  }

  /** Nothing is held or changed: what is true now may not be true any more when it is sent. */
  async preview(
    by: Viewer,
    input: AnswerApplicationsInput,
    context: RequestContext,
  ): Promise<AnswerPreviews | InvalidInput> {
    const batch = await this.read(by, input, context.language);
    if (batch instanceof InvalidInput) return batch;
    const standings = await Promise.all(
      batch.ids.map((id) => this.standings.forReading('application.answer', id, context)),
    );
    return { previews: batch.ids.map((id, at) => previewOf(id, standings[at] ?? null, batch)) };
  }

  private async read(by: Viewer, input: AnswerApplicationsInput, language: Language) {
    const template = input.templateId ? await this.templates.usable(by, input.templateId, language) : null;
    return batchAnswer(input, template);
  }

  private async one(by: Viewer, id: string, batch: BatchAnswer): Promise<AnswerOutcome> {
    try {
      return await this.db.transaction((tx) => this.answerIn(tx, by, id, batch));
    } catch (error) {
      this.logger.error(`an application of a batch was not answered: ${String(error)}`);
      return refused(id, new AnswerNotSent());
    }
  }

  /** What the caller may do is asked again once the application is held: a colleague may have been faster. */
  private async answerIn(tx: EntityManager, by: Viewer, id: string, batch: BatchAnswer): Promise<AnswerOutcome> {
    if (!(await this.standings.forAct(tx, by, 'application.answer', id))) return refused(id, noSuchApplication());
    const held = await this.moves.locked(tx, id, by.id);
    const standing = held && (await this.standings.forAct(tx, by, 'application.answer', id));
    if (!standing) return refused(id, noSuchApplication());
    const { to, reason, signedAs } = batch;
    if (held.status === to) return { id, outcome: 'UNCHANGED', application: held, refusal: null };
    const order = { id, to, reason, signedAs, words: wordsFor(standing, batch) };
    const moved = await this.moves.move(tx, { ...order, by: { side: 'COMPANY', accountId: by.id } }, held);
    if (moved instanceof Refusal) return refused(id, moved);
    if (by.role === 'ADMIN') {
      const note = { actor: by, act: 'application.answer', objectType: 'Application', objectId: id };
      await this.audit.note(tx, { ...note, ownerId: standing.ownerId, details: { to } });
    }
    return { id, outcome: 'ANSWERED', application: moved, refusal: null };
  }
}

const refused = (id: string, refusal: Refusal): AnswerOutcome => ({
  id,
  outcome: 'REFUSED',
  application: null,
  refusal,
});

const wordsFor = (
  { candidateFirstName: firstName, candidateLastName: lastName, offerTitle, companyName }: Standing,
  { words }: BatchAnswer,
): string | null => words && filled(words, { firstName, lastName, offerTitle, companyName });

function previewOf(id: string, standing: Standing | null, batch: BatchAnswer): AnswerPreview {
  if (!standing) return { id, words: null, refusal: noSuchApplication() };
  const words = wordsFor(standing, batch);
  const { to, reason, signedAs } = batch;
  const problems = saidProblems(to, { reason, signedAs, words });
  const { status, companySuspended } = standing;
  if (problems.length > 0) return { id, words, refusal: new InvalidInput(problems) };
  if (status !== to && companySuspended && !suspendedMay(to, { words, signedAs }))
    return { id, words, refusal: new CompanySuspended() };
  const moves = status === to || mayMove(status, to, 'COMPANY');
  return { id, words, refusal: moves ? null : new IllegalApplicationMove(status, to) };
}
