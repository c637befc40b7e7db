import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { Asks } from '../permissions/act.decorator.js';
import { bandSaid } from './headcount-bands.js';
import { reasonsOf, sinceOf, statusOf, whatToDo } from './standing.js';
import type { CompanyVerification, VerificationStep } from './verification.entity.js';
import { VerificationLoader } from './verification.loader.js';
import { VerificationRepository } from './verification.repository.js';
import { CompanyVerificationType, RegisterAnswerType, VerificationStepType } from './verification.type.js';

/** A company’s standing as it is read: that of a company about which nothing was ever noted too. */
export interface ShownVerification extends CompanyVerificationType {
  company: Company;
  known: CompanyVerification | null;
}

@Resolver(() => CompanyType)
export class CompanyVerifiedResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly companies: CompaniesRepository,
    private readonly loader: VerificationLoader,
  ) {}

  @ResolveField(() => Boolean, {
    description: 'Whether it was found to be the company it says it is. Offers of others are not public.',
  })
  verified(@Parent() { verifiedAt }: Company): boolean {
    return verifiedAt !== null;
  }

  @ResolveField(() => Date, {
    nullable: true,
    description: 'Since when it is verified; null while it is not.',
  })
  verifiedSince(@Parent() { verifiedAt }: Company): Date | null {
    return verifiedAt;
  }

  @Asks('company.readVerification')
  @ResolveField(() => CompanyVerificationType, {
    nullable: true,
    description: 'How it stands and what its members can do; null for everyone but its members and administrators.',
  })
  async verification(
    @Parent() company: Company,
    @Context() context: RequestContext,
  ): Promise<ShownVerification | null> {
    const viewer = await this.viewers.of(context);
    if (!(await this.companies.may(viewer, 'company.readVerification', company.id))) return null;
    const known = await this.loader.load(context, company.id);
    const { language } = context;
    return {
      company,
      known,
      status: statusOf(company, known),
      since: sinceOf(company, known),
      reasons: reasonsOf(company, known).map((text) => text[language]),
      whatToDo: whatToDo(company, known)[language],
    };
  }
}

@Resolver(() => CompanyVerificationType)
export class VerificationFieldsResolver {
  constructor(private readonly repository: VerificationRepository) {}

  @ResolveField(() => RegisterAnswerType, {
    nullable: true,
    description: 'What the public register said last; null while it has not answered.',
  })
  register(@Parent() { known }: ShownVerification, @Context() { language }: RequestContext): RegisterAnswerType | null {
    return shownAnswer(known, language);
  }

  @ResolveField(() => [VerificationStepType], { description: 'How it came to stand as it does, the first step first.' })
  history(@Parent() { company }: ShownVerification): Promise<VerificationStep[]> {
    return this.repository.history(company.id);
  }
}

function shownAnswer(
  known: CompanyVerification | null,
  language: RequestContext['language'],
): RegisterAnswerType | null {
  if (!known?.register || !known.registerAskedAt) return null;
  const { headcountBand, state, name, nafCode, closedOn } = known.register;
  const headcount = bandSaid(headcountBand)?.[language] ?? null;
  return { state, name, nafCode, closedOn, headcount, askedAt: known.registerAskedAt };
}
