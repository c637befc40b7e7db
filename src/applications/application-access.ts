import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CandidateAccess } from '../candidates/candidate-access.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { IdentityGrounds } from '../candidates/identity-grounds.js';
import type { RequestContext } from '../common/context.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { OfferAccess } from '../offers/offer-access.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { Application } from './application.entity.js';
import { ApplicationsRepository } from './applications.repository.js';
import { hasApplied } from './has-applied.js';

/** Who may read an application: its candidate, and members of the company it was sent to, who thereby know the candidate. */
@Injectable()
export class ApplicationAccess implements OnModuleInit {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly candidates: CandidatesRepository,
    private readonly candidateAccess: CandidateAccess,
    private readonly offers: OffersRepository,
    private readonly offerAccess: OfferAccess,
    private readonly nodes: NodeFinders,
    private readonly grounds: IdentityGrounds,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.grounds.register(hasApplied(this.db));
    this.nodes.register({ row: Application, type: 'Application', find: (id, context) => this.visible(id, context) });
  }

  async visible(id: string, context: RequestContext): Promise<Application | null> {
    const application = isUuid(id) ? await this.applications.byId(id) : null;
    if (!application) return null;
    const candidate = await this.candidates.byId(application.candidateId);
    if (candidate && (await this.candidateAccess.isSelf(candidate, context))) return application;
    const offer = await this.offers.byId(application.offerId);
    return offer && (await this.offerAccess.isOfMember(offer, context)) ? application : null;
  }
}
