import { Args, Context, createUnionType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { Viewer } from '../accounts/viewer.js';
import { ViewerType } from '../accounts/account.type.js';
import type { RequestContext } from '../common/context.js';
import { InvalidInput, NotAllowed, type Refusal, refusalOr } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { OccupationsLoader } from '../skills/occupations.loader.js';
import { OccupationType } from '../skills/occupation.type.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import { SkillType } from '../skills/skill.type.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { may } from '../permissions/may.js';
import { CandidateAccess } from './candidate-access.js';
import type { Candidate, HeldSkill } from './candidate.entity.js';
import { CandidateProfileInput } from './candidate.input.js';
import { WishedPlaceType, wishedPlace } from './candidate-place.type.js';
import { CandidateContactType, CandidateProfileType, CandidateSkillType, CandidateType } from './candidate.type.js';
import { CandidatesRepository } from './candidates.repository.js';
import { CandidatesService } from './candidates.service.js';
import { ContactEmails } from './identity.loader.js';

const SaveCandidateProfileResult = createUnionType({
  name: 'SaveCandidateProfileResult',
  description: 'The candidate, or why nothing was stored.',
  types: () => [CandidateType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(CandidateType),
});

@Resolver(() => CandidateType)
export class CandidatesResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly candidates: CandidatesService,
    private readonly access: CandidateAccess,
    private readonly emails: ContactEmails,
  ) {}

  @Asks('candidate.save')
  @Mutation(() => SaveCandidateProfileResult, {
    description: 'Saves the caller’s own profile; it counts in the next match.',
  })
  async saveCandidateProfile(
    @Args('input', { description: 'What to change in the profile.' }) input: CandidateProfileInput,
    @Context() context: RequestContext,
  ): Promise<Candidate | Refusal> {
    return this.candidates.save(await this.viewers.required(context), input);
  }

  @ResolveField(() => [CandidateSkillType], { description: 'What the candidate can do.' })
  skills(@Parent() candidate: Candidate): HeldSkill[] {
    return candidate.skills;
  }

  /** The act it asks for stands on the type: what is said here of a field declared there is lost. */
  @ResolveField(() => String, { nullable: true })
  async firstName(@Parent() candidate: Candidate, @Context() context: RequestContext): Promise<string | null> {
    return (await this.access.mayIdentify(candidate, context)) ? candidate.firstName : null;
  }

  @Asks('candidate.identify')
  @ResolveField(() => CandidateContactType, {
    nullable: true,
    description:
      'Who the candidate is: for themselves, and for members of a company to which they applied or whose invitation they accepted, and for administrators, who are noted in the audit log; null for others.',
  })
  async contact(
    @Parent() candidate: Candidate,
    @Context() context: RequestContext,
  ): Promise<CandidateContactType | null> {
    if (!(await this.access.mayIdentify(candidate, context))) return null;
    const { firstName, lastName, school, accountId } = candidate;
    return { firstName, lastName, school, email: await this.emails.load(context, accountId) };
  }

  @Asks('candidate.readProfile')
  @ResolveField(() => CandidateProfileType, {
    nullable: true,
    description:
      'The whole profile, for the candidate, and for administrators, who are noted in the audit log; null for others.',
  })
  async profile(@Parent() candidate: Candidate, @Context() context: RequestContext): Promise<Candidate | null> {
    return (await this.access.may('candidate.readProfile', candidate, context)) ? candidate : null;
  }
}

@Resolver(() => CandidateSkillType)
export class CandidateSkillResolver {
  constructor(private readonly loader: SkillsLoader) {}

  @ResolveField(() => SkillType, { description: 'The skill.' })
  skill(@Parent() held: HeldSkill, @Context() context: RequestContext) {
    return this.loader.load(context, held.code);
  }
}

@Resolver(() => CandidateProfileType)
export class CandidateProfileResolver {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly loader: OccupationsLoader,
  ) {}

  @ResolveField(() => [WishedPlaceType], { description: 'Where the candidate would work; everywhere when empty.' })
  places(@Parent() candidate: Candidate): WishedPlaceType[] {
    return candidate.places.map((place) => wishedPlace(place, this.gazetteer));
  }

  @ResolveField(() => [OccupationType], { description: 'Occupations preferred.' })
  occupations(@Parent() candidate: Candidate, @Context() context: RequestContext) {
    return Promise.all(candidate.occupationCodes.map((code) => this.loader.load(context, code)));
  }
}

@Resolver(() => ViewerType)
export class ViewerCandidateResolver {
  constructor(private readonly candidates: CandidatesRepository) {}

  @Asks('account.act')
  @ResolveField(() => CandidateType, {
    nullable: true,
    description: 'The caller’s profile; null for accounts of other roles.',
  })
  candidate(@Parent() viewer: Viewer): Promise<Candidate> | null {
    return may(viewer, 'candidate.save') ? this.candidates.ofAccount(viewer.id) : null;
  }
}
