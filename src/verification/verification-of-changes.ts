import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { Company } from '../companies/company.entity.js';
import { type CompanyFollower, CompanyFollowers } from '../companies/company-followers.js';
import { may } from '../permissions/may.js';
import { AutomaticVerification } from './automatic-verification.js';
import { hostOf, isSameSite } from './domains.js';
import { isLikeName, namesOf } from './likeness.js';
import { sinceOf, statusOf } from './standing.js';
import { VerificationRepository } from './verification.repository.js';
import { VerificationSteps } from './verification-steps.js';

/** What registering and changing a company mean for whether it is verified (decision 0027). */
@Injectable()
export class VerificationOfChanges implements CompanyFollower, OnModuleInit {
  constructor(
    private readonly followers: CompanyFollowers,
    private readonly repository: VerificationRepository,
    private readonly automatic: AutomaticVerification,
    private readonly steps: VerificationSteps,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async registered(tx: EntityManager, { id }: Company, by: Viewer): Promise<void> {
    if (this.isOff()) return;
    const known = { queuedAt: this.clock.now(), doubts: [this.automatic.firstDoubt()] };
    await this.steps.move(tx, id, { to: 'PENDING', by: 'MEMBER', accountId: by.id, known });
    await this.automatic.note(tx, id);
  }

  /** A name that is another one is verified again; another website is looked at while the offers stay public. */
  async revised(tx: EntityManager, was: Company, is: Company, by: Viewer): Promise<void> {
    if (this.isOff() || may(by, 'company.verify')) return;
    const known = await this.repository.of(tx, is.id);
    if (statusOf(was, known) !== 'VERIFIED') return this.joined(tx, is.id);
    const verifiedName = known?.verifiedName ?? was.name;
    const names = [verifiedName, ...(known?.register ? namesOf(known.register) : [])];
    const since = known?.since ?? was.verifiedAt!;
    if (was.name !== is.name && !isLikeName(is.name, names)) {
      const queue = this.automatic.queued(known, ['NAME_CHANGED']);
      await this.steps.move(tx, is.id, { to: 'PENDING', by: 'PLATFORM', known: queue });
      await this.automatic.note(tx, is.id);
      const details = { to: 'PENDING', because: 'NAME_CHANGED' };
      await this.audit.note(tx, { actor: by, act: 'company.manage', objectType: 'Company', objectId: is.id, details });
    } else if (isElsewhere(was, is)) {
      const queue = this.automatic.queued(known, ['WEBSITE_CHANGED']);
      await this.repository.save(tx, is.id, this.clock.now(), { since, verifiedName, ...queue });
    } else if (was.name !== is.name) {
      await this.repository.save(tx, is.id, this.clock.now(), { since, verifiedName });
    }
  }

  /** An owner with an address of the company may settle it. */
  async joined(tx: EntityManager, companyId: string): Promise<void> {
    const known = await this.repository.of(tx, companyId);
    if (!this.isOff() && known?.queuedAt) await this.automatic.note(tx, companyId);
  }

  /** Administrators let people in where nobody else can: so they are shown it, whether companies are verified or not. */
  async askedInVain(tx: EntityManager, companyId: string): Promise<void> {
    const known = await this.repository.of(tx, companyId);
    const company = await tx.findOneByOrFail(Company, { id: companyId });
    const queue = this.automatic.queued(known, ['NOBODY_TO_ASK']);
    await this.repository.save(tx, companyId, this.clock.now(), { since: sinceOf(company, known), ...queue });
  }

  private isOff(): boolean {
    return this.config.COMPANY_VERIFICATION === 'off';
  }
}

function isElsewhere(was: Company, is: Company): boolean {
  const [before, after] = [hostOf(was.website), hostOf(is.website)];
  return after !== null && (before === null || !isSameSite(before, after));
}
