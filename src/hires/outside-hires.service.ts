import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Attempts } from '../accounts/attempts.js';
import { type Counter, Counters, keyOf } from '../accounts/counters.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import type { Viewer } from '../accounts/viewer.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput, Refusal } from '../common/refusal.js';
import type { Language } from '../common/text.js';
import type { Company } from '../companies/company.entity.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { may } from '../permissions/may.js';
import { DeclaringService } from './declaring.service.js';
import { foreseen, type SaidOfHire, type SoundHire } from './hire-draft.js';
import { HireInvitationLetter } from './hire-invitation-letter.js';
import { HireLetters } from './hire-letters.js';
import { HirePartiesReader } from './hire-parties.js';
import {
  CompanyNotVerified,
  HireAlreadyDeclared,
  HireLinkNotValid,
  noSuchCompany,
  onlyCandidates,
} from './hire-refusals.js';
import { about, accepted, disowned } from './hire-words.js';
import { type Hire, HireInvitation } from './hire.entity.js';
import { HiresRepository, isDeclaredTwice } from './hires.repository.js';
import { HiresService } from './hires.service.js';

/** How long the link of a letter works. */
export const hireInvitationLife = 30 * 86_400_000;

/** Letters a company may have written to people outside in a day. */
const perDay = { points: 20, duration: 24 * 60 * 60 };

/** Why a company writes to nobody outside. */
function standingOf(company: Company | null): Refusal | null {
  if (!company) return noSuchCompany();
  if (company.suspendedAt) return new CompanySuspended();
  return company.verifiedAt ? null : new CompanyNotVerified();
}

/** Hires made elsewhere: a letter to an address, and what its reader answers. Nothing here asks whether an address has an account. */
@Injectable()
export class OutsideHiresService {
  private readonly letters: Counter;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly hires: HiresRepository,
    private readonly declaring: DeclaringService,
    private readonly service: HiresService,
    private readonly companies: CompaniesRepository,
    private readonly candidates: CandidatesRepository,
    private readonly parties: HirePartiesReader,
    private readonly told: HireLetters,
    private readonly letter: HireInvitationLetter,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
    counters: Counters,
  ) {
    this.letters = counters.of('outside-hire', perDay);
  }

  /** All that is wrong at once, the address included. */
  async declare(
    by: Viewer,
    { companyId, email: given, said }: { companyId: string; email: string; said: SaidOfHire },
    language: Language,
  ): Promise<Hire | Refusal> {
    if (!(await this.companies.may(by, 'hire.declare', companyId))) return noSuchCompany();
    const email = normaliseEmail(given);
    const problem = emailProblem(email) ?? ((await this.isOfCompany(by, companyId, email)) ? ofCompany : null);
    const draft = this.declaring.judged(foreseen(null, null), said);
    const problems = [
      ...(problem ? [new InputProblem(['email'], problem)] : []),
      ...(draft instanceof Refusal ? draft.problems : []),
    ];
    if (problems.length > 0 || draft instanceof Refusal) return new InvalidInput(problems);
    const refusal = standingOf(await this.companies.byId(companyId));
    if (refusal) return refusal;
    const hired = { companyId, addressDigest: keyOf(companyId, email), hiredOn: draft.hiredOn };
    const standing = await this.hires.ofAddress(hired);
    if (standing) return new HireAlreadyDeclared(standing);
    await this.letters.count(companyId);
    await this.attempts.letter(email);
    try {
      return await this.invite(by, draft, { ...hired, email, language });
    } catch (error) {
      const first = isDeclaredTwice(error) ? await this.hires.ofAddress(hired) : null;
      if (first) return new HireAlreadyDeclared(first);
      throw error;
    }
  }

  private invite(
    by: Viewer,
    draft: SoundHire,
    said: { companyId: string; addressDigest: string; email: string; language: Language },
  ): Promise<Hire | Refusal> {
    const { companyId, addressDigest, email, language } = said;
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR KEY SHARE', [by.id]);
      const company = await this.declaring.held(tx, companyId);
      if (!company || !(await this.companies.may(by, 'hire.declare', companyId, tx))) return noSuchCompany();
      const refusal = standingOf(company);
      if (refusal) return refusal;
      const hire = await this.declaring.insert(tx, draft, {
        companyId,
        addressDigest,
        declaredBy: by.id,
        status: 'AWAITING_PERSON',
      });
      const token = newToken();
      const now = this.clock.now();
      await tx.insert(HireInvitation, {
        hireId: hire.id,
        email,
        tokenHash: tokenHash(token),
        invitedAt: now,
        expiresAt: new Date(now.valueOf() + hireInvitationLife),
      });
      await this.letter.write(tx, { email, language, token, company, hire });
      return hire;
    });
  }

  /** What the link is about, while it works; changes nothing. */
  async invited(token: string): Promise<{ hire: Hire; email: string; companyName: string; siret: string } | null> {
    const invitation = await this.db.manager.findOneBy(HireInvitation, { tokenHash: tokenHash(token) });
    if (!invitation || invitation.expiresAt <= this.clock.now()) return null;
    const hire = await this.hires.byId(invitation.hireId);
    const between = hire && (await this.parties.of(this.db.manager, hire.id));
    return between && { hire, email: invitation.email, companyName: between.companyName, siret: between.siret };
  }

  /** The link alone is not enough, a letter may be passed on: the account must have the address it was sent to. */
  async accept(by: Viewer, token: string): Promise<Hire | Refusal> {
    if (!may(by, 'hire.accept')) return onlyCandidates();
    const invited = await this.invited(token);
    if (!invited || invited.email !== by.email) return new HireLinkNotValid();
    return this.db.transaction(async (tx) => {
      await this.parties.holdAccounts(tx, invited.hire.id, by);
      const candidate = await this.candidates.lockedOfAccount(tx, by.id);
      const held = await this.stillWaiting(tx, invited.hire.id, token, by);
      if (!held) return new HireLinkNotValid();
      await tx.delete(HireInvitation, { hireId: held.hire.id });
      const is = await this.hires.change(tx, held.hire, {
        candidateId: candidate.id,
        status: 'DRAFT',
        studyLevel: held.hire.studyLevel ?? candidate.studyLevel,
        updatedAt: this.clock.now(),
      });
      await this.told.to(
        tx,
        'COMPANY',
        { ...held.between, candidateAccountId: by.id },
        accepted(about(held.between, is)),
      );
      return is;
    });
  }

  /** Whoever holds the letter may say that it is not them, with an account or without. */
  async disown(token: string): Promise<boolean> {
    const invited = await this.invited(token);
    if (!invited) return false;
    return this.db.transaction(async (tx) => {
      const held = await this.stillWaiting(tx, invited.hire.id, token, null);
      if (!held) return false;
      await this.service.close(tx, held.hire, {
        endedBy: 'CANDIDATE',
        endReason: 'NOT_THE_PERSON',
        endWords: null,
        endedOn: this.clock.today(),
      });
      await this.told.to(tx, 'COMPANY', held.between, disowned(about(held.between, held.hire)));
      return true;
    });
  }

  /** The company sees the addresses of its members anyway. */
  private async isOfCompany(by: Viewer, companyId: string, email: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>(
      `SELECT FROM company_member m JOIN account a ON a.id = m.account_id WHERE m.company_id = $1 AND a.email = $2`,
      [companyId, email],
    );
    return email === by.email || rows.length > 0;
  }

  private async stillWaiting(tx: EntityManager, hireId: string, token: string, by: Viewer | null) {
    const held = await this.parties.hold(tx, hireId, by);
    const invitation = held && (await tx.findOneBy(HireInvitation, { tokenHash: tokenHash(token) }));
    const works = invitation && held.hire.status === 'AWAITING_PERSON' && invitation.expiresAt > this.clock.now();
    return works ? held : null;
  }
}

const ofCompany = {
  fr: 'Donnez l’adresse de la personne embauchée, et non la vôtre ni celle d’un membre de l’entreprise.',
  en: 'Give the address of the person hired, neither your own nor that of a member of the company.',
};
