import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { networkOf } from '../accounts/attempts.js';
import { keyOf } from '../accounts/counters.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import { tokenHash } from '../accounts/tokens.js';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { NodeFinders } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import { Company } from '../companies/company.entity.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { LinkPages } from '../mail/link-pages.js';
import { Message } from '../messages/message.entity.js';
import { Offer } from '../offers/offer.entity.js';
import { TerritoryFacts } from '../territories/territory-facts.js';
import { type NewReport, noteReport } from './case-book.js';
import type { CaseKind } from './moderation-words.js';
import { wordsProblem, NothingToReport, invalidWords } from './moderation-refusals.js';
import type { ReportInput } from './report.input.js';
import { ReportTaken } from './report.input.js';
import { ReportAttempts } from './report-attempts.js';
import { answerPage } from './suspension-letters.js';
import { TerritoryPages } from './territory-pages.js';

/** What visitors can report, by the class of its rows: whatever they can see of these. */
const kinds = new Map<unknown, Exclude<CaseKind, 'ACCOUNT'>>([
  [Offer, 'OFFER'],
  [Company, 'COMPANY'],
  [Invitation, 'INVITATION'],
  [Message, 'MESSAGE'],
  [TerritoryFacts, 'TERRITORY'],
]);

/** Takes reports of visitors, and the answers of those who are concerned by a suspension. */
@Injectable()
export class ReportingService implements OnModuleInit, PersonalDataHolder {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly viewers: Viewers,
    private readonly nodes: NodeFinders,
    private readonly attempts: ReportAttempts,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
    private readonly pages: LinkPages,
    private readonly territoryPages: TerritoryPages,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
    this.pages.register({
      kind: answerPage,
      title: { fr: 'Répondre à une suspension', en: 'Answer a suspension' },
      explain: {
        fr: 'Dites ce qui est une erreur, ou ce que vous avez corrigé. Une personne de l’équipe lira votre réponse et vous écrira.',
        en: 'Say what is a mistake, or what you corrected. A person of the team will read your answer and write to you.',
      },
      button: { fr: 'Envoyer ma réponse', en: 'Send my answer' },
      fields: [{ name: 'words', label: { fr: 'Votre réponse', en: 'Your answer' }, type: 'text' }],
      act: async (token, { words }, context) => {
        const answered = await this.contest(token, words ?? '', context);
        if (answered instanceof InvalidInput) return { again: answered.text };
        return answered instanceof ReportTaken ? thanks : null;
      },
    });
  }

  async report(input: ReportInput, context: RequestContext): Promise<ReportTaken | Refusal> {
    await this.attempts.count(context.address);
    const viewer = await this.viewers.of(context);
    const words = plainText(input.words ?? '');
    const email = input.email && !viewer ? normaliseEmail(input.email) : null;
    const problems = problemsOf(input, words, email);
    if (problems.length > 0) return new InvalidInput(problems);
    const object = await this.nodes.find(input.objectId, context);
    const kind = object ? kinds.get(object.constructor) : undefined;
    if (!object || !kind || !(await this.isForCaller(object, viewer))) return new NothingToReport();
    const at = this.clock.now();
    const report: NewReport = {
      kind,
      objectId: input.objectId,
      origin: 'VISITOR',
      reason: input.reason,
      words: words || null,
      reporterId: viewer?.id ?? null,
      email,
      language: context.language,
      callerKey: keyOf(viewer?.id ?? email ?? networkOf(context.address)),
      at,
    };
    try {
      await this.db.transaction((tx) => noteReport(tx, report));
    } catch (error) {
      if (isGone(error)) return new NothingToReport();
      throw error;
    }
    return new ReportTaken(at);
  }

  /** What was written to someone is reported by the side it was written to; of a territory, what it says of itself. */
  private async isForCaller(object: object, viewer: Viewer | null): Promise<boolean> {
    if (object instanceof Invitation) return viewer?.role === 'CANDIDATE';
    if (object instanceof TerritoryFacts) return this.territoryPages.kept.isShown(object.id);
    if (object instanceof Message) {
      return viewer?.role === (object.side === 'COMPANY' ? 'CANDIDATE' : 'COMPANY_MEMBER');
    }
    return true;
  }

  /** A second answer replaces the first while nobody has read it. */
  async contest(token: string, given: string, context: RequestContext): Promise<ReportTaken | Refusal> {
    await this.attempts.count(context.address);
    const words = plainText(given);
    const invalid = invalidWords(words, 10);
    if (invalid) return invalid;
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const [suspended] = await tx.query<{ kind: 'OFFER' | 'COMPANY' | 'ACCOUNT'; id: string }[]>(
        `SELECT CASE WHEN offer_id IS NOT NULL THEN 'OFFER' WHEN company_id IS NOT NULL THEN 'COMPANY' ELSE 'ACCOUNT' END AS kind,
                coalesce(offer_id, company_id, account_id) AS id
           FROM suspension WHERE answer_token_hash = $1 AND lifted_at IS NULL`,
        [tokenHash(token)],
      );
      if (!suspended) return staleLink();
      await noteReport(tx, {
        kind: suspended.kind,
        objectId: suspended.id,
        origin: 'CONCERNED',
        reason: 'CONTESTED',
        words,
        language: context.language,
        callerKey: 'concerned',
        at,
      });
      return new ReportTaken(at);
    });
  }

  /** A report stays for the sake of what it is about, without who made it and what they wrote. */
  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE moderation_report SET reporter_id = NULL, email = NULL, words = NULL, caller_key = NULL
        WHERE reporter_id = $1 OR email = (SELECT email FROM account WHERE id = $1)`,
      [accountId],
    );
  }
}

/** What is reported, or who reports, was deleted meanwhile: a foreign key says so. */
const isGone = (error: unknown): boolean => (error as { code?: unknown }).code === '23503';

function problemsOf({ reason }: ReportInput, words: string, email: string | null): InputProblem[] {
  const wrong = email === null ? null : emailProblem(email);
  return [
    ...(reason === 'CONTESTED' ? [notAReason()] : []),
    ...wordsProblem(words, reason === 'OTHER' ? 10 : 0),
    ...(wrong ? [new InputProblem(['email'], wrong)] : []),
  ];
}

const notAReason = (): InputProblem =>
  new InputProblem(['reason'], {
    fr: 'Ce motif est réservé à la réponse à une suspension.',
    en: 'This reason is for answers to a suspension.',
  });

const thanks = {
  fr: 'Merci : votre réponse est dans la file de l’équipe, qui vous écrira.',
  en: 'Thank you: your answer is in the queue of the team, which will write to you.',
};

const staleLink = (): NotAllowed =>
  new NotAllowed({
    fr: 'Ce lien n’est pas valable, ou la suspension est levée.',
    en: 'This link is not valid, or the suspension was lifted.',
  });
