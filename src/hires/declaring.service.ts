import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Counter, Counters } from '../accounts/counters.js';
import type { Viewer } from '../accounts/viewer.js';
import { ApplicationParties } from '../applications/application-parties.js';
import { Application } from '../applications/application.entity.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { InvalidInput, Refusal } from '../common/refusal.js';
import { Company } from '../companies/company.entity.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { draftOf, foreseen, type HireDraft, type SaidOfHire, type SoundHire } from './hire-draft.js';
import { HireLetters } from './hire-letters.js';
import { HirePartiesReader } from './hire-parties.js';
import { ApplicationNotAccepted, HireAlreadyDeclared, noSuchApplication } from './hire-refusals.js';
import { hireProblems, isSound } from './hire-rules.js';
import { about, declared } from './hire-words.js';
import type { Hire } from './hire.entity.js';
import { HiresRepository } from './hires.repository.js';

/** Hires of applicants a company may declare in a day. */
export const declaredPerDay = { points: 50, duration: 24 * 60 * 60 };

/** One that was called off is out of the way, unless the person hired said so. */
const isOutOfTheWay = ({ status, endedBy }: Hire): boolean => status === 'CANCELLED' && endedBy !== 'CANDIDATE';

/** A company says that it hired an applicant. */
@Injectable()
export class DeclaringService {
  private readonly declared: Counter;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly hires: HiresRepository,
    private readonly applications: ApplicationParties,
    private readonly companies: CompaniesRepository,
    private readonly offers: OffersRepository,
    private readonly parties: HirePartiesReader,
    private readonly letters: HireLetters,
    private readonly places: Gazetteer,
    private readonly clock: Clock,
    counters: Counters,
  ) {
    this.declared = counters.of('declare-hire', declaredPerDay);
  }

  /** Two recruiters at once wait for each other at the application, and the second finds the hire of the first. */
  async declare(by: Viewer, applicationId: string, said: SaidOfHire): Promise<Hire | Refusal> {
    const seen = isUuid(applicationId) && (await this.between(this.db.manager, applicationId));
    if (!seen || !(await this.companies.may(by, 'hire.declare', seen.companyId))) return noSuchApplication();
    await this.declared.count(seen.companyId);
    return this.db.transaction(async (tx) => {
      const between = await this.between(tx, applicationId);
      if (!between) return noSuchApplication();
      await this.applications.hold(tx, [between], by.id);
      const company = await this.held(tx, between.companyId);
      if (!company || !(await this.companies.may(by, 'hire.declare', company.id, tx))) return noSuchApplication();
      // Before the application, as whoever closes the offer takes them.
      await tx.query('SELECT FROM offer WHERE id = $1 FOR KEY SHARE', [between.offerId]);
      const application = await tx.findOne(Application, {
        where: { id: applicationId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!application) return noSuchApplication();
      const inTheWay = (await this.hires.ofApplications([applicationId], tx)).find((hire) => !isOutOfTheWay(hire));
      if (inTheWay) return new HireAlreadyDeclared(inTheWay);
      if (company.suspendedAt) return new CompanySuspended();
      if (application.status !== 'ACCEPTED') return new ApplicationNotAccepted();
      const candidate = await tx.findOneBy(Candidate, { id: application.candidateId });
      const draft = this.judged(foreseen(await this.offers.byId(between.offerId, tx), candidate), said);
      if (draft instanceof Refusal) return draft;
      const { offerId, candidateId } = application;
      const hire = await this.insert(tx, draft, {
        companyId: company.id,
        declaredBy: by.id,
        status: 'DRAFT',
        offerId,
        applicationId,
        candidateId,
      });
      const told = await this.parties.of(tx, hire.id);
      if (told) await this.letters.to(tx, 'CANDIDATE', told, declared(about(told, hire)));
      return hire;
    });
  }

  private async between(tx: EntityManager, applicationId: string) {
    return (await this.applications.of(tx, [applicationId])).get(applicationId);
  }

  /** The row of a company, which is neither erased nor suspended before the transaction ends. */
  async held(tx: EntityManager, companyId: string) {
    await this.companies.hold(tx, companyId);
    return tx.findOneBy(Company, { id: companyId });
  }

  /** What was said over what was known, or all that is wrong with it. */
  judged(before: HireDraft, said: SaidOfHire): SoundHire | InvalidInput {
    const draft = draftOf(before, said);
    const problems = hireProblems(draft, this.clock.today(), (code) => this.places.commune(code) !== undefined);
    return isSound(draft, problems) ? draft : new InvalidInput(problems);
  }

  insert(
    tx: EntityManager,
    draft: SoundHire,
    facts: Pick<Hire, 'companyId' | 'status' | 'declaredBy'> & Partial<Hire>,
  ): Promise<Hire> {
    const now = this.clock.now();
    return this.hires.insert(tx, { ...draft, ...facts, createdAt: now, updatedAt: now });
  }
}
