import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Viewers } from '../accounts/viewers.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { Offer } from './offer.entity.js';
import { isOpen } from './offer-status.js';
import { OffersRepository } from './offers.repository.js';

/** Who may read an offer: everyone while it is open, members of its company and administrators always. */
@Injectable()
export class OfferAccess implements OnModuleInit {
  constructor(
    private readonly offers: OffersRepository,
    private readonly companies: CompaniesRepository,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Offer, type: 'Offer', find: (id, context) => this.visible(id, context) });
  }

  /** The offer if it exists and the caller may see it. */
  async visible(id: string, context: RequestContext): Promise<Offer | null> {
    const offer = isUuid(id) ? await this.offers.byId(id) : null;
    return offer && (isOpen(offer, this.clock.today()) || (await this.isOfMember(offer, context))) ? offer : null;
  }

  /** Whether the caller belongs to the offer's company, in any role, or is an administrator. */
  async isOfMember(offer: Pick<Offer, 'companyId'>, context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    if (!viewer) return false;
    return viewer.role === 'ADMIN' || (await this.companies.memberRole(viewer.id, offer.companyId)) !== null;
  }

  /** Throws UNAUTHENTICATED for strangers and FORBIDDEN for everyone else who does not belong to the offer's company. */
  async requireMember(offer: Pick<Offer, 'companyId'>, context: RequestContext): Promise<void> {
    await this.viewers.required(context);
    if (!(await this.isOfMember(offer, context))) throw forbidden();
  }
}
