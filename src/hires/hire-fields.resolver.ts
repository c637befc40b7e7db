import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Application } from '../applications/application.entity.js';
import { ApplicationType } from '../applications/application.type.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { CandidatesLoader } from '../candidates/candidates.loader.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { Eligibility } from '../eligibility/eligibility.service.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersLoader } from '../offers/offers.loader.js';
import { Asks } from '../permissions/act.decorator.js';
import type { StudyLevel } from '../skills/study-level.js';
import { CommuneType } from '../territories/commune.type.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { TerritoryType } from '../territories/territory.type.js';
import { CharterType } from './charter.type.js';
import { Charters } from './charters.service.js';
import { type Missing, whatIsMissing } from './hire-missing.js';
import type { Hire } from './hire.entity.js';
import { HireConnection, HireType, MissingOfHireType } from './hire.type.js';
import { Hires } from './hires.js';
import { CharterVersionsLoader, HirePartiesLoader, HiresOfApplications, InvitedAddresses } from './hires.loader.js';
import { HiresRepository } from './hires.repository.js';

/** Whoever reads a hire may read what it is about: the access was checked on the way to it. */
@Resolver(() => HireType)
export class HireFieldsResolver {
  constructor(
    private readonly companies: CompaniesLoader,
    private readonly offers: OffersLoader,
    private readonly candidates: CandidatesLoader,
    private readonly places: Gazetteer,
    private readonly access: Hires,
    private readonly addresses: InvitedAddresses,
  ) {}

  @ResolveField(() => CompanyType, { description: 'The company that hired.' })
  company(@Parent() { companyId }: Hire, @Context() context: RequestContext): Promise<Company> {
    return this.companies.load(context, companyId);
  }

  @Asks('hire.read')
  @ResolveField(() => OfferType, {
    nullable: true,
    description: 'The offer it came from; null for a hire made elsewhere.',
  })
  async offer(@Parent() { offerId }: Hire, @Context() context: RequestContext): Promise<Offer | null> {
    return offerId === null ? null : this.offers.load(context, offerId);
  }

  @Asks('hire.read')
  @ResolveField(() => CandidateType, {
    nullable: true,
    description: 'The person hired; null while they have not said that it is them, and once their account is gone.',
  })
  async candidate(@Parent() { candidateId }: Hire, @Context() context: RequestContext): Promise<Candidate | null> {
    return candidateId === null ? null : this.candidates.load(context, candidateId);
  }

  @Asks('hire.readWithin')
  @ResolveField(() => String, {
    nullable: true,
    description: 'The address the company wrote to, while its reader has not answered; for members of the company.',
  })
  async invitedEmail(@Parent() hire: Hire, @Context() context: RequestContext): Promise<string | null> {
    if (hire.status !== 'AWAITING_PERSON' || !(await this.access.may('hire.readWithin', hire, context))) return null;
    return this.addresses.load(context, hire.id);
  }

  @ResolveField(() => CommuneType, { description: 'The commune of the workplace.' })
  commune(@Parent() { communeCode }: Hire) {
    return this.places.commune(communeCode)!;
  }

  @ResolveField(() => [TerritoryType], {
    description:
      'The Territoires d’industrie that the workplace lies in on the first day of work; as a rule one or none.',
  })
  territories(@Parent() { communeCode, startsOn }: Hire) {
    return this.places.territoriesOf(communeCode, startsOn);
  }
}

@Resolver(() => HireType)
export class HireChartersResolver {
  constructor(
    private readonly versions: CharterVersionsLoader,
    private readonly parties: HirePartiesLoader,
    private readonly charters: Charters,
    private readonly candidates: CandidatesLoader,
    private readonly eligibility: Eligibility,
  ) {}

  @Asks('hire.read')
  @ResolveField(() => CharterType, { description: 'Its charter, before and after it is signed.' })
  async charter(@Parent() hire: Hire, @Context() context: RequestContext): Promise<CharterType> {
    const versions = await this.versions.load(context, hire.id);
    const standing = versions.find(({ voidedAt }) => voidedAt === null);
    return {
      versions,
      sha256: standing?.sha256 ?? null,
      signatures: standing?.signatures ?? [],
      url: standing?.content ? `/charters/${hire.id}.pdf` : null,
      verificationUrl: standing?.signedAt ? this.charters.verifyAt(standing.sha256) : null,
    };
  }

  @Asks('hire.read')
  @ResolveField(() => [MissingOfHireType], {
    description:
      'All that must still be done before both have signed, in words; nothing once they have, or it has ended. ' +
      'What begins with “Vérifiez” is to be looked at, and keeps nobody from opening the charter.',
  })
  async whatIsMissing(@Parent() hire: Hire, @Context() context: RequestContext): Promise<Missing[]> {
    const [between, versions] = await Promise.all([
      this.parties.load(context, hire.id),
      this.versions.load(context, hire.id),
    ]);
    const standing = versions.find(({ voidedAt }) => voidedAt === null);
    const signed = new Set(standing?.signatures.map(({ side }) => side));
    return whatIsMissing(hire, between, { signed, levelUnder: await this.levelUnder(hire, context) });
  }

  /** The level that the VTE asks for where the hire says a lower one. */
  private async levelUnder(hire: Hire, context: RequestContext): Promise<StudyLevel | null> {
    const { candidateId, studyLevel, startsOn, contractType } = hire;
    const candidate = candidateId && studyLevel && (await this.candidates.load(context, candidateId));
    if (!candidate) return null;
    const { items } = this.eligibility.ofCandidate(
      Object.assign(new Candidate(), candidate, { studyLevel }),
      startsOn,
      contractType,
    );
    const rules = items.filter(({ met }) => met === false).map(({ rule }) => rule);
    return rules.find((rule) => rule.rule === 'CANDIDATE_LEVEL')?.level ?? null;
  }
}

@Resolver(() => MissingOfHireType)
export class MissingOfHireResolver {
  @ResolveField(() => String, { description: 'What it is, in the language of the request.' })
  words(@Parent() { text }: Missing, @Context() { language }: RequestContext): string {
    return text[language];
  }
}

@Resolver(() => ApplicationType)
export class ApplicationHireResolver {
  constructor(
    private readonly hires: HiresOfApplications,
    private readonly access: Hires,
  ) {}

  @Asks('application.read')
  @ResolveField(() => HireType, {
    nullable: true,
    description: 'The hire it became, or the last one that was called off; null while none is declared.',
  })
  async hire(@Parent() { id }: Application, @Context() context: RequestContext): Promise<Hire | null> {
    const hire = await this.hires.load(context, id);
    if (hire) await this.access.shown([hire], context);
    return hire;
  }
}

@Resolver(() => CompanyType)
export class CompanyHiresResolver {
  constructor(
    private readonly repository: HiresRepository,
    private readonly access: Hires,
  ) {}

  @Asks('hire.read')
  @ResolveField(() => HireConnection, {
    description: 'Hires of the company, the last declared first, for its members. FORBIDDEN to others.',
  })
  async hires(@Parent() { id }: Company, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.access.requireMember(id, context);
    const rows = await this.repository.ofCompany(id, page.first, after);
    return momentPage(await this.access.shown(rows, context), page, ({ createdAt }) => createdAt);
  }
}

@Resolver(() => CandidateType)
export class CandidateHiresResolver {
  constructor(
    private readonly repository: HiresRepository,
    private readonly candidates: CandidateAccess,
    private readonly access: Hires,
  ) {}

  @Asks('candidate.readApplications')
  @ResolveField(() => HireConnection, {
    description: 'The candidate’s own hires, the last declared first. FORBIDDEN to others.',
  })
  async hires(@Parent() candidate: Candidate, @Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.candidates.require('candidate.readApplications', candidate, context);
    const rows = await this.repository.ofCandidate(candidate.id, page.first, after);
    return momentPage(await this.access.shown(rows, context), page, ({ createdAt }) => createdAt);
  }
}
