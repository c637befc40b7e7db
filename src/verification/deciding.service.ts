import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { Company } from '../companies/company.entity.js';
import { may } from '../permissions/may.js';
import { AutomaticVerification } from './automatic-verification.js';
import { sinceOf, statusOf } from './standing.js';
import { VerificationRepository } from './verification.repository.js';
import { VerificationSteps } from './verification-steps.js';
import type { CompanyVerification } from './verification.entity.js';
import { CompanyDecidedMeanwhile } from './verification.type.js';
import type { RefusalReason } from './verification-words.js';
import type { Doubt } from './doubts.js';

const longest = 1_000;

/** How often members write to the administrators about one company while it waits. */
const mostWords = 10;

/** Milliseconds within which the register is not asked about a company once more because a member presses again. */
const pause = 60_000;

export interface Decision {
  words: string | null;
  /** `since` of the standing that the administrator looked at, if they say so. */
  seen: Date | null;
}

/** What administrators decide of a company, and how its members ask them again. */
@Injectable()
export class DecidingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly companies: CompaniesRepository,
    private readonly repository: VerificationRepository,
    private readonly steps: VerificationSteps,
    private readonly automatic: AutomaticVerification,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Of a company that is verified it settles what was doubted since; what is settled already is left as it is. */
  verify(by: Viewer, id: string, { words: note, seen }: Decision): Promise<Company | Refusal> {
    const reason = plainText(note ?? '') || null;
    if (reason !== null && [...reason].length > longest) return Promise.resolve(tooLong('note'));
    return this.decided(by, id, seen, async (tx, company, known) => {
      if (!company.verifiedAt) await this.steps.move(tx, id, { to: 'VERIFIED', by: 'ADMINISTRATOR', accountId: by.id });
      else if (known?.queuedAt) await this.repository.save(tx, id, this.clock.now(), { queuedAt: null, doubts: [] });
      else return;
      await this.noted(tx, by, id, { to: 'VERIFIED' }, reason);
    });
  }

  /** Refusing what was refused for the same reason, in the same words, changes nothing: nobody is written to twice. */
  refuse(by: Viewer, id: string, reason: RefusalReason, { words: given, seen }: Decision): Promise<Company | Refusal> {
    const words = plainText(given ?? '') || null;
    if (words !== null && [...words].length > longest) return Promise.resolve(tooLong('words'));
    if (reason === 'OTHER' && words === null) return Promise.resolve(wordsMissing());
    return this.decided(by, id, seen, async (tx, company, known) => {
      const refused = statusOf(company, known) === 'REFUSED' && known?.refusedBecause === reason;
      if (refused && known.refusedWords === words && !known.queuedAt) return;
      await this.steps.move(tx, id, { to: 'REFUSED', by: 'ADMINISTRATOR', accountId: by.id, reason, words });
      await this.noted(tx, by, id, { to: 'REFUSED', because: reason }, words);
    });
  }

  /** While the company is being looked at it is checked once more, and words are kept; of a verified one nothing changes. */
  async askAgain(by: Viewer, id: string, given: string | null): Promise<Company | Refusal> {
    const words = plainText(given ?? '') || null;
    if (words !== null && [...words].length > longest) return tooLong('words');
    return this.db.transaction(async (tx) => {
      const company = await this.companies.lockedFor(tx, by.id, id);
      if (!company || !(await this.companies.may(by, 'company.manage', id, tx))) return notYourCompany();
      const before = await this.repository.of(tx, id);
      const status = statusOf(company, before);
      if (status === 'VERIFIED') return company;
      const now = this.clock.now();
      if (status === 'PENDING' && words !== null) {
        const said = await this.repository.wordsSince(tx, id, sinceOf(company, before));
        if (said.length >= mostWords) return wordsEnough();
        if (said.at(-1)?.words !== words) await this.steps.said(tx, id, by.id, words);
      }
      if (status === 'REFUSED') {
        const doubts = [...refusedBefore(before?.refusedBecause ?? null), this.automatic.firstDoubt()];
        const known = { queuedAt: now, doubts };
        await this.steps.move(tx, id, { to: 'PENDING', by: 'MEMBER', accountId: by.id, words, known });
      } else if (before?.registerAskedAt && now.valueOf() - before.registerAskedAt.valueOf() < pause) return company;
      await this.automatic.note(tx, id);
      return company;
    });
  }

  private decided(
    by: Viewer,
    id: string,
    seen: Date | null,
    act: (tx: EntityManager, company: Company, known: CompanyVerification | null) => Promise<void>,
  ): Promise<Company | Refusal> {
    return this.db.transaction(async (tx) => {
      if (!may(by, 'company.verify')) return this.refusedTo(tx, by, id);
      const company = await this.companies.lockedFor(tx, by.id, id);
      if (!company) return notYourCompany();
      const known = await this.repository.of(tx, id);
      const since = sinceOf(company, known);
      if (seen && since.valueOf() !== seen.valueOf()) return new CompanyDecidedMeanwhile(since);
      await act(tx, company, known);
      return tx.findOneByOrFail(Company, { id });
    });
  }

  /** Whoever tries what administrators do is noted, as everywhere. */
  private async refusedTo(tx: EntityManager, actor: Viewer, id: string): Promise<NotAllowed> {
    const objectId = isUuid(id) ? id : null;
    await this.audit.note(tx, { actor, act: 'company.verify', objectType: 'Company', objectId, outcome: 'REFUSED' });
    return notYourCompany();
  }

  private async noted(
    tx: EntityManager,
    by: Viewer,
    id: string,
    details: Record<string, string>,
    reason: string | null,
  ): Promise<void> {
    await this.audit.note(tx, {
      actor: by,
      act: 'company.verify',
      objectType: 'Company',
      objectId: id,
      reason,
      details,
    });
  }
}

/** What register and domain can show they may settle; what a person judged, a person judges again. */
const refusedBefore = (reason: RefusalReason | null): Doubt[] =>
  reason === 'NOT_FOUND' || reason === 'CLOSED' || reason === 'NOT_YOURS' ? [] : ['REFUSED_BEFORE'];

const tooLong = (field: string): InvalidInput =>
  new InvalidInput([
    new InputProblem([field], {
      fr: `Ce texte compte au plus ${longest.toLocaleString('fr-FR')} caractères.`,
      en: `This text has at most ${longest.toLocaleString('en')} characters.`,
    }),
  ]);

const wordsEnough = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['words'], {
      fr: `Vous nous avez déjà écrit ${mostWords} fois : un administrateur lira tout cela.`,
      en: `You wrote to us ${mostWords} times already: an administrator will read all of it.`,
    }),
  ]);

const wordsMissing = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['words'], {
      fr: 'Dites avec vos mots pourquoi l’entreprise est refusée.',
      en: 'Say in words why the company is refused.',
    }),
  ]);

const notYourCompany = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette entreprise n’existe pas, ou votre compte ne peut pas faire cela.',
    en: 'There is no such company, or your account may not do this.',
  });
