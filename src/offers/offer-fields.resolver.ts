import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { OccupationsLoader } from '../skills/occupations.loader.js';
import { OccupationType } from '../skills/occupation.type.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import { SkillType } from '../skills/skill.type.js';
import { CommuneType } from '../territories/commune.type.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { PointType } from '../territories/point.type.js';
import { TerritoryType } from '../territories/territory.type.js';
import type { Offer } from './offer.entity.js';
import { isOpen } from './offer-status.js';
import { OfferSiteType, OfferType } from './offer.type.js';

/** What an offer refers to, each read once per request. */
@Resolver(() => OfferType)
export class OfferFieldsResolver {
  constructor(
    private readonly companies: CompaniesLoader,
    private readonly occupations: OccupationsLoader,
    private readonly skills: SkillsLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Boolean, {
    description:
      'Whether everyone sees and finds it now. An OPEN one is not public while its company is not verified, while it or its company is suspended, and after its last day.',
  })
  isPublic(@Parent() offer: Offer): boolean {
    return isOpen(offer, this.clock.today());
  }

  @ResolveField(() => CompanyType, { description: 'Who posts it.' })
  company(@Parent() offer: Offer, @Context() context: RequestContext): Promise<Company> {
    return this.companies.load(context, offer.companyId);
  }

  @ResolveField(() => [OfferSiteType], {
    description: 'One or more workplaces; a search finds the offer by any of them.',
  })
  sites(@Parent() offer: Offer): Offer['sites'] {
    return offer.sites;
  }

  @ResolveField(() => OccupationType, {
    nullable: true,
    description: 'The occupation (ROME); its label is the code itself when this platform does not know it.',
  })
  occupation(@Parent() offer: Offer, @Context() context: RequestContext) {
    return offer.occupationCode === null ? null : this.occupations.load(context, offer.occupationCode);
  }

  @ResolveField(() => [SkillType], { description: 'Skills the position needs.' })
  requiredSkills(@Parent() offer: Offer, @Context() context: RequestContext) {
    return Promise.all(offer.requiredSkillCodes.map((code) => this.skills.load(context, code)));
  }

  @ResolveField(() => [SkillType], { description: 'Skills that would be welcome.' })
  desiredSkills(@Parent() offer: Offer, @Context() context: RequestContext) {
    return Promise.all(offer.desiredSkillCodes.map((code) => this.skills.load(context, code)));
  }
}

type Site = Offer['sites'][number];

@Resolver(() => OfferSiteType)
export class OfferSiteFieldsResolver {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => CommuneType, { description: 'The commune of the workplace.' })
  commune(@Parent() site: Site) {
    return this.gazetteer.commune(site.communeCode)!;
  }

  @ResolveField(() => PointType, { description: 'The centre of the commune, in degrees (WGS 84).' })
  point(@Parent() site: Site) {
    return this.gazetteer.commune(site.communeCode)!;
  }

  @ResolveField(() => [TerritoryType], {
    description: 'The Territoires d’industrie of today that the workplace lies in.',
  })
  territories(@Parent() site: Site) {
    return this.gazetteer.territoriesOf(site.communeCode, this.clock.today());
  }
}
