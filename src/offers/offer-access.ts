import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../accounts/viewer.js';
import { Viewers } from '../accounts/viewers.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { isUuid, NodeFinders } from '../common/node.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import { CompanyRoles, roleKey } from './company-roles.loader.js';
import { Offer } from './offer.entity.js';
import { isOpen } from './offer-status.js';
import { OffersRepository } from './offers.repository.js';

/** What is known of an offer, or of what belongs to a company as it does, when permissions are asked. */
@Injectable()
export class OfferAccess implements OnModuleInit {
  constructor(
    private readonly offers: OffersRepository,
    private readonly companies: CompaniesRepository,
    private readonly roles: CompanyRoles,
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
    if (!offer) return null;
    const isPublic = isOpen(offer, this.clock.today());
    if (may(null, 'offer.read', { isPublic })) return offer;
    return (await this.may('offer.read', offer, context)) ? offer : null;
  }

  /** Whether the caller may see this of the company, as far as that depends on who they are to it; cheap for many offers. */
  async may(act: Act, { companyId }: Pick<Offer, 'companyId'>, context: RequestContext): Promise<boolean> {
    const viewer = await this.viewers.of(context);
    if (!viewer || may(viewer, act)) return may(viewer, act);
    return may(viewer, act, { companyRole: await this.roles.load(context, roleKey(viewer.id, companyId)) });
  }

  /** The same; throws UNAUTHENTICATED for strangers and FORBIDDEN for everyone else who may not. */
  async require(act: Act, { companyId }: Pick<Offer, 'companyId'>, context: RequestContext): Promise<Viewer> {
    const viewer = await this.viewers.required(context);
    if (!may(viewer, act) && !(await this.companies.may(viewer, act, companyId))) throw forbidden();
    return viewer;
  }

  requireMember(of: Pick<Offer, 'companyId'>, context: RequestContext): Promise<Viewer> {
    return this.require('offer.readWithin', of, context);
  }
}
