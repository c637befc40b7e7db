import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { BatchLoader } from '../common/batch-loader.js';
import type { RequestContext } from '../common/context.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { OfferAccess } from '../offers/offer-access.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { Suspension } from './suspension.entity.js';
import { SuspensionType } from './suspension.type.js';

/** The suspensions that hold, by the id of their object. */
@Injectable()
export class SuspensionsLoader extends BatchLoader<string, Suspension | null> {
  constructor(@InjectDataSource() private readonly db: DataSource) {
    super();
  }

  protected async batch(ids: readonly string[]): Promise<(Suspension | null)[]> {
    const found = await this.db.manager
      .createQueryBuilder(Suspension, 's')
      .where('s.lifted_at IS NULL AND coalesce(s.offer_id, s.company_id, s.account_id) = ANY (:ids)', { ids })
      .getMany();
    const byObject = new Map(found.map((one) => [one.offerId ?? one.companyId ?? one.accountId, one]));
    return ids.map((id) => byObject.get(id) ?? null);
  }
}

@Resolver(() => OfferType)
export class OfferSuspensionResolver {
  constructor(
    private readonly access: OfferAccess,
    private readonly suspensions: SuspensionsLoader,
  ) {}

  @Asks('suspension.read')
  @ResolveField(() => SuspensionType, {
    nullable: true,
    description:
      'That administrators suspended the offer; null when they did not, and to others than its company and administrators.',
  })
  async suspension(@Parent() offer: Offer, @Context() context: RequestContext): Promise<Suspension | null> {
    if (!offer.suspendedAt || !(await this.access.may('suspension.read', offer, context))) return null;
    return this.suspensions.load(context, offer.id);
  }
}

@Resolver(() => CompanyType)
export class CompanySuspensionResolver {
  constructor(
    private readonly access: OfferAccess,
    private readonly suspensions: SuspensionsLoader,
  ) {}

  @Asks('suspension.read')
  @ResolveField(() => SuspensionType, {
    nullable: true,
    description:
      'That administrators suspended the company; null when they did not, and to others than its members and administrators.',
  })
  async suspension(@Parent() company: Company, @Context() context: RequestContext): Promise<Suspension | null> {
    if (!company.suspendedAt) return null;
    if (!(await this.access.may('suspension.read', { companyId: company.id }, context))) return null;
    return this.suspensions.load(context, company.id);
  }
}
