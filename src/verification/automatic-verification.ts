import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { CompanyRegister, type RegisterAnswer } from './company-register.js';
import { type Doubt, doubtsAbout } from './doubts.js';
import { statusOf } from './standing.js';
import type { CompanyVerification } from './verification.entity.js';
import { VerificationRepository } from './verification.repository.js';
import { VerificationSteps } from './verification-steps.js';

/** What the next answer of the register does not settle by itself. */
const lasting = new Set<Doubt>(['NAME_CHANGED', 'REFUSED_BEFORE', 'NOBODY_TO_ASK']);

const objectOf = ({ id }: Company) => ({ objectType: 'Company', objectId: id });

const job = 'check-company';
const day = 86_400_000;

/** Days after which the register is asked again about a company that is verified. */
const recheckAfter = 30;
const mostADay = 1_000;

/** Asks the register, and verifies a company that leaves no doubt; puts all others before the administrators. */
@Injectable()
export class AutomaticVerification implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly companies: CompaniesRepository,
    private readonly repository: VerificationRepository,
    private readonly register: CompanyRegister,
    private readonly steps: VerificationSteps,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(job, ({ companyId }) => this.check(String(companyId)));
    this.handlers.schedule({ name: 'recheck-companies', cron: '41 4 * * *', work: () => this.recheck() });
    this.handlers.schedule({ name: 'check-new-addresses', cron: '*/10 * * * *', work: () => this.checkNewAddresses() });
  }

  /** In the transaction that made it worth looking; one after another, to spare the register. */
  async note(tx: Pick<EntityManager, 'query'>, companyId: string): Promise<void> {
    await this.jobs.add(tx, job, { companyId }, { key: `${job}:${companyId}`, queue: job });
  }

  /** Until the register answers the company waits with the administrators, who may decide without it. */
  firstDoubt(): Doubt {
    return this.register.isOn ? 'REGISTER_SILENT' : 'REGISTER_OFF';
  }

  private async check(companyId: string): Promise<void> {
    const company = await this.companies.byId(companyId);
    if (!company || company.demo || this.config.COMPANY_VERIFICATION === 'off') return;
    try {
      const answer = this.register.isOn ? await this.register.look(company.siret) : null;
      await this.db.transaction((tx) => this.judge(tx, companyId, answer));
    } catch (error) {
      await this.db.transaction((tx) => this.judge(tx, companyId, null));
      throw error;
    }
  }

  /** With null the register was not asked, or did not answer: what it said once is too old to verify by. */
  private async judge(tx: EntityManager, companyId: string, answer: RegisterAnswer | null): Promise<void> {
    const company = await this.companies.locked(tx, companyId);
    if (!company) return;
    const known = await this.repository.of(tx, companyId);
    const asked = answer ? { register: answer, registerAskedAt: this.clock.now() } : {};
    const status = statusOf(company, known);
    if (status === 'PENDING') return this.decide(tx, company, known, asked);
    const closed = status === 'VERIFIED' && answer?.state === 'CLOSED' && known?.register?.state !== 'CLOSED';
    await this.repository.save(tx, companyId, this.clock.now(), {
      ...asked,
      ...(status === 'VERIFIED' && !known ? { since: company.verifiedAt! } : {}),
      ...(closed ? this.queued(known, ['CLOSED_SINCE']) : {}),
    });
  }

  private async decide(
    tx: EntityManager,
    company: Company,
    known: CompanyVerification | null,
    asked: Partial<Pick<CompanyVerification, 'register' | 'registerAskedAt'>>,
  ): Promise<void> {
    const owners = await this.repository.owners(tx, company.id);
    const sisters = await this.repository.sisters(tx, company);
    const said = asked.register ?? (this.register.isOn ? 'SILENT' : 'OFF');
    const { name, website } = company;
    const doubts = doubtsAbout({ name, website, owners, sisters }, said);
    const blocked = known?.doubts.includes('REFUSED_BEFORE') ?? false;
    if (doubts.length === 0 && !blocked) {
      await this.steps.move(tx, company.id, { to: 'VERIFIED', by: 'PLATFORM', known: asked });
      await this.audit.note(tx, {
        actor: null,
        act: 'company.verify',
        ...objectOf(company),
        details: { to: 'VERIFIED' },
      });
      return;
    }
    const kept = known?.doubts.filter((doubt) => lasting.has(doubt)) ?? [];
    const queuedAt = known?.queuedAt ?? this.clock.now();
    await this.repository.save(tx, company.id, this.clock.now(), { ...asked, queuedAt, doubts: [...kept, ...doubts] });
  }

  /** What else is doubted stays. */
  queued(known: CompanyVerification | null, doubts: Doubt[]): Pick<CompanyVerification, 'queuedAt' | 'doubts'> {
    const before = known?.queuedAt ? known.doubts : [];
    return { queuedAt: known?.queuedAt ?? this.clock.now(), doubts: [...new Set([...before, ...doubts])] };
  }

  private async recheck(): Promise<void> {
    const before = new Date(this.clock.now().valueOf() - recheckAfter * day);
    if (this.asks) await this.noteAll(await this.repository.toAsk(before, mostADay));
  }

  /** Whoever owns a company may have come to its domain, and waits for nothing else. */
  private async checkNewAddresses(): Promise<void> {
    if (this.asks) await this.noteAll(await this.repository.withNewAddresses(mostADay));
  }

  private get asks(): boolean {
    return this.register.isOn && this.config.COMPANY_VERIFICATION !== 'off';
  }

  private noteAll(ids: readonly string[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      for (const id of ids) await this.note(tx, id);
    });
  }
}
