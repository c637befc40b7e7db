import { Args, ArgsType, Context, Extensions, Field, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { AdminDoor } from '../audit/admin-door.js';
import { CandidateAccess } from '../candidates/candidate-access.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import type { Hire } from '../hires/hire.entity.js';
import { HireType } from '../hires/hire.type.js';
import { ManagedTerritories } from '../managers/managed-territories.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import { TerritoryType } from '../territories/territory.type.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import { LabelAccess } from './label-access.js';
import { LabelFilter } from './label.input.js';
import { LabelsOfHires } from './label.loaders.js';
import type { Label } from './label.entity.js';
import { LabelConnection, LabelCount, LabelType } from './label.type.js';
import { type LabelsOf, LabelsRepository } from './labels.repository.js';

@ArgsType()
class LabelsArgs extends PageArgs {
  @Field(() => LabelFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: LabelFilter | null;
}

const since = ({ since }: Label): Date => since;
/** What an administrator decides. */
const toDecide = ['REQUESTED', 'PROOFS_SENT'] as const;

@Resolver(() => HireType)
export class HireLabelResolver {
  constructor(
    private readonly labels: LabelsOfHires,
    private readonly access: LabelAccess,
  ) {}

  @Asks('label.read')
  @ResolveField(() => LabelType, {
    nullable: true,
    description: 'The VTE label of the hire: every hire has one from the first moment.',
  })
  async label(@Parent() { id }: Hire, @Context() context: RequestContext): Promise<Label | null> {
    const label = await this.labels.load(context, id);
    return label && (await this.access.may('label.read', label, context)) ? label : null;
  }
}

@Resolver(() => CompanyType)
export class CompanyLabelsResolver {
  constructor(
    private readonly repository: LabelsRepository,
    private readonly companies: CompaniesRepository,
    private readonly viewers: Viewers,
    private readonly access: LabelAccess,
  ) {}

  @Asks('label.readOfCompany')
  @ResolveField(() => LabelConnection, {
    description:
      'Labels of the hires of the company, moved last first, for its members in any role and administrators. FORBIDDEN to others.',
  })
  async labels(
    @Parent() company: Company,
    @Args() { filter, ...page }: LabelsArgs,
    @Context() context: RequestContext,
  ) {
    const after = momentAfter(page);
    await this.require(company, context);
    const rows = await this.repository.page({ companyId: company.id }, filter ?? {}, page.first, after);
    return momentPage(await this.access.shown(rows, context), page, since);
  }

  @Asks('label.readOfCompany')
  @Extensions({ mostItems: 15 })
  @ResolveField(() => [LabelCount], {
    description:
      'How many labels of the company stand in each state, for its members and administrators. FORBIDDEN to others.',
  })
  async labelCounts(@Parent() company: Company, @Context() context: RequestContext) {
    await this.require(company, context);
    return this.repository.counts({ companyId: company.id });
  }

  private async require({ id }: Company, context: RequestContext): Promise<void> {
    const viewer = await this.viewers.required(context);
    const companyRole = await this.companies.memberRole(viewer.id, id);
    if (!may(viewer, 'label.readOfCompany', { companyRole })) throw forbidden();
  }
}

@Resolver(() => CandidateType)
export class CandidateLabelsResolver {
  constructor(
    private readonly repository: LabelsRepository,
    private readonly candidates: CandidateAccess,
    private readonly access: LabelAccess,
  ) {}

  @Asks('label.readOfCandidate')
  @ResolveField(() => LabelConnection, {
    description: 'Labels of the candidate’s own hires, moved last first. FORBIDDEN to others but administrators.',
  })
  async labels(
    @Parent() candidate: Candidate,
    @Args() { filter, ...page }: LabelsArgs,
    @Context() context: RequestContext,
  ) {
    const after = momentAfter(page);
    await this.candidates.require('label.readOfCandidate', candidate, context);
    const rows = await this.repository.page({ candidateId: candidate.id }, filter ?? {}, page.first, after);
    return momentPage(await this.access.shown(rows, context), page, since);
  }
}

@Resolver(() => TerritoryType)
export class TerritoryLabelsResolver {
  constructor(
    private readonly repository: LabelsRepository,
    private readonly managed: ManagedTerritories,
    private readonly viewers: Viewers,
    private readonly access: LabelAccess,
  ) {}

  @Asks('label.readOfTerritory')
  @ResolveField(() => LabelConnection, {
    description:
      'Labels whose workplace lies in the territory, moved last first, for its managers and administrators. FORBIDDEN to others.',
  })
  async labels(
    @Parent() territory: TerritoryFacts,
    @Args() { filter, ...page }: LabelsArgs,
    @Context() context: RequestContext,
  ) {
    const after = momentAfter(page);
    const of = await this.require(territory, context);
    const rows = await this.repository.page(of, filter ?? {}, page.first, after);
    return momentPage(await this.access.shown(rows, context), page, since);
  }

  @Asks('label.readOfTerritory')
  @Extensions({ mostItems: 15 })
  @ResolveField(() => [LabelCount], {
    description:
      'How many of these labels stand in each state, for managers of the territory and administrators. FORBIDDEN to others.',
  })
  async labelCounts(@Parent() territory: TerritoryFacts, @Context() context: RequestContext) {
    return this.repository.counts(await this.require(territory, context));
  }

  private async require({ id }: TerritoryFacts, context: RequestContext): Promise<LabelsOf> {
    const viewer = await this.viewers.required(context);
    if (!(await this.managed.may(viewer, 'label.readOfTerritory', [id]))) throw forbidden();
    return { territoryId: id };
  }
}

@Resolver()
export class LabelQueueResolver {
  constructor(
    private readonly door: AdminDoor,
    private readonly repository: LabelsRepository,
    private readonly access: LabelAccess,
  ) {}

  @Asks('label.decide')
  @Query(() => LabelConnection, {
    description:
      'Labels that wait for a decision, for their request or their proofs, oldest first. For administrators: UNAUTHENTICATED to ' +
      'strangers, FORBIDDEN to others.',
  })
  async labelsToDecide(@Args() page: PageArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    await this.door.enter(context, 'label.decide', 'Label');
    const rows = await this.repository.page({}, { states: [...toDecide] }, page.first, after, true);
    return momentPage(await this.access.shown(rows, context), page, since);
  }

  @Asks('label.decide')
  @Extensions({ mostItems: 15 })
  @Query(() => [LabelCount], {
    description: 'How many labels of the platform stand in each state. For administrators, as labelsToDecide.',
  })
  async labelCounts(@Context() context: RequestContext) {
    await this.door.enter(context, 'label.decide', 'Label');
    return this.repository.counts({});
  }
}
