import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Viewers } from '../accounts/viewers.js';
import { Reads } from '../audit/reads.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { IdentityGrounds } from '../candidates/identity-grounds.js';
import type { RequestContext } from '../common/context.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { may } from '../permissions/may.js';
import type { Facts } from '../permissions/relation.js';
import type { Act } from '../permissions/rules.js';
import { Application } from './application.entity.js';
import { ApplicationsRepository } from './applications.repository.js';
import { hasApplied } from './has-applied.js';

/** What is known of an application when permissions are asked; a company that got one thereby knows the candidate. */
@Injectable()
export class ApplicationAccess implements OnModuleInit {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly candidates: CandidatesRepository,
    private readonly companies: CompaniesRepository,
    private readonly offers: OffersRepository,
    private readonly viewers: Viewers,
    private readonly reads: Reads,
    private readonly nodes: NodeFinders,
    private readonly grounds: IdentityGrounds,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.grounds.register(hasApplied(this.db));
    this.nodes.register({ row: Application, type: 'Application', find: (id, context) => this.visible(id, context) });
  }

  async visible(id: string, context: RequestContext): Promise<Application | null> {
    const application = isUuid(id) && (await this.viewers.of(context)) ? await this.applications.byId(id) : null;
    return application && (await this.may('application.read', application, context)) ? application : null;
  }

  async may(act: Act, application: Application, context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    const facts = viewer ? await this.facts(viewer.id, application) : {};
    if (!may(viewer, act, facts)) return false;
    await this.reads.note(context, act, 'Application', [application.id], facts);
    return true;
  }

  /** A list that the caller may read as such: what an administrator is shown of it is noted in the audit log. */
  async shown(applications: Application[], context: RequestContext): Promise<Application[]> {
    if (!may(await this.viewers.of(context), 'audit.read')) return applications;
    const candidates = await this.candidates.byIds([...new Set(applications.map(({ candidateId }) => candidateId))]);
    for (const { id, candidateId } of applications) {
      const ownerId = candidates.get(candidateId)?.accountId;
      await this.reads.note(context, 'application.read', 'Application', [id], { ownerId });
    }
    return applications;
  }

  private async facts(accountId: string, { candidateId, offerId }: Application): Promise<Facts> {
    const [candidate, offer] = await Promise.all([this.candidates.byId(candidateId), this.offers.byId(offerId)]);
    return {
      ownerId: candidate?.accountId,
      companyRole: offer && (await this.companies.memberRole(accountId, offer.companyId)),
    };
  }
}
