import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import { Clock } from '../common/clock.js';
import { CandidatesLoader } from '../candidates/candidates.loader.js';
import type { RequestContext } from '../common/context.js';
import { CivilDate } from '../common/scalars.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import { CompaniesLoader } from '../companies/companies.loader.js';
import type { Hire } from '../hires/hire.entity.js';
import { HireType } from '../hires/hire.type.js';
import { Hires } from '../hires/hires.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import { CommuneType } from '../territories/commune.type.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { LabelAccess } from './label-access.js';
import { needsATalk, shownCheckIns, type ShownCheckIn } from './label-check-in-rules.js';
import { type Missing, missingOf } from './label-missing.js';
import type { LabelDocument } from './label-paper.entity.js';
import { type LabelStep, stepsOf } from './label-steps.js';
import { LabelEventsLoader, LabelFilesLoader, PaperFiles } from './label.loaders.js';
import { type Label, type LabelAid, LabelEvent } from './label.entity.js';
import {
  LabelAidType,
  LabelCheckInType,
  LabelDocumentType,
  LabelEventType,
  LabelMissingType,
  LabelStepType,
  LabelType,
} from './label.type.js';

/** An event, and whether whoever is shown it reads its words. */
export interface ShownEvent extends LabelEvent {
  withWords: boolean;
}

/** Whoever was given a label reads its dates and states; papers, words and names are asked for one by one. */
@Resolver(() => LabelType)
export class LabelsResolver {
  constructor(
    private readonly access: LabelAccess,
    private readonly viewers: Viewers,
    private readonly files: LabelFilesLoader,
    private readonly history: LabelEventsLoader,
    private readonly papers: PaperFiles,
    private readonly companies: CompaniesLoader,
    private readonly candidates: CandidatesLoader,
    private readonly hires: Hires,
    private readonly gazetteer: Gazetteer,
    private readonly clock: Clock,
  ) {}

  @Asks('label.read')
  @ResolveField(() => CompanyType, { description: 'The company.' })
  async company(@Parent() { id }: Label, @Context() context: RequestContext): Promise<Company> {
    const { hire } = await this.files.load(context, id);
    return this.companies.load(context, hire.companyId);
  }

  @Asks('label.read')
  @ResolveField(() => String, { description: 'The post, as the charter names it.' })
  async missionTitle(@Parent() { id }: Label, @Context() context: RequestContext): Promise<string> {
    return (await this.files.load(context, id)).hire.missionTitle;
  }

  @Asks('label.read')
  @ResolveField(() => CommuneType, { description: 'The commune of the workplace.' })
  async workplace(@Parent() { id }: Label, @Context() context: RequestContext) {
    return this.gazetteer.commune((await this.files.load(context, id)).hire.communeCode)!;
  }

  @Asks('label.readPapers')
  @ResolveField(() => String, {
    nullable: true,
    description:
      'The first name of the young person; null when their account is gone, when nobody said yet that it is them, and for ' +
      'managers of territories.',
  })
  async firstName(@Parent() label: Label, @Context() context: RequestContext): Promise<string | null> {
    if (!(await this.access.may('label.readPapers', label, context))) return null;
    const { hire } = await this.files.load(context, label.id);
    return hire.candidateId === null ? null : (await this.candidates.load(context, hire.candidateId)).firstName;
  }

  @Asks('label.readPapers')
  @ResolveField(() => HireType, {
    nullable: true,
    description: 'The hire, for whoever may read it: not for managers of territories, who get null.',
  })
  async hire(@Parent() label: Label, @Context() context: RequestContext): Promise<Hire | null> {
    if (!(await this.access.may('label.readPapers', label, context))) return null;
    const { hire } = await this.files.load(context, label.id);
    return (await this.hires.may('hire.read', hire, context)) ? hire : null;
  }

  @Asks('label.read')
  @Extensions({ mostItems: 14 })
  @ResolveField(() => [LabelStepType], { description: 'The whole way, first to last, as it stands.' })
  async steps(@Parent() { id }: Label, @Context() context: RequestContext): Promise<LabelStep[]> {
    const [{ view }, events] = [await this.files.load(context, id), await this.history.load(context, id)];
    return stepsOf(view, events, this.clock.today());
  }

  @Asks('label.read')
  @Extensions({ mostItems: 20 })
  @ResolveField(() => [LabelMissingType], {
    description: 'What is still missing, from whom and by when; empty when nothing is.',
  })
  async missing(@Parent() label: Label, @Context() context: RequestContext): Promise<Missing[]> {
    const { view } = await this.files.load(context, label.id);
    // What is asked of the company may name somebody: others are told which kind is missing.
    const withWords = await this.access.may('label.readOfCompany', label, context);
    const documents = withWords ? view.documents : view.documents.map((one) => ({ ...one, words: null }));
    return missingOf({ ...view, documents }, this.clock.today());
  }

  @Asks('label.read')
  @Extensions({ mostItems: 2 })
  @ResolveField(() => [LabelAidType], {
    description: 'The aids that come with a label, by the rules; empty before the request.',
  })
  aids(@Parent() { aids }: Label): LabelAid[] {
    return aids;
  }

  @Asks('label.read')
  @Extensions({ mostItems: 50 })
  @ResolveField(() => [LabelEventType], { description: 'Every step and every notice, first to last.' })
  async events(@Parent() label: Label, @Context() context: RequestContext): Promise<ShownEvent[]> {
    const withWords = await this.access.may('label.readPapers', label, context);
    return (await this.history.load(context, label.id)).map((event) =>
      Object.assign(new LabelEvent(), event, { withWords }),
    );
  }

  @Asks('label.read')
  @Extensions({ mostItems: 12 })
  @ResolveField(() => [LabelCheckInType], {
    description:
      'Each check-in of each side, whether it was answered or not. What a side says in confidence is not for the other side; ' +
      'of a company it is for administrators alone, of the young person for managers of the territory too.',
  })
  async checkIns(@Parent() label: Label, @Context() context: RequestContext): Promise<ShownCheckIn[]> {
    const viewer = await this.viewers.of(context);
    if (!viewer) return [];
    const facts = await this.access.facts(viewer, label.id, context);
    const file = await this.files.load(context, label.id);
    return shownCheckIns(file.view, file.checkIns, {
      isAdministrator: viewer.role === 'ADMIN',
      manages: may(viewer, 'label.watch', facts),
      sides: [
        ...(facts.ownerId === viewer.id ? (['CANDIDATE'] as const) : []),
        ...(facts.companyRole ? (['COMPANY'] as const) : []),
      ],
    });
  }

  @Asks('label.watch')
  @ResolveField(() => Boolean, {
    nullable: true,
    description:
      'Whether the last answer of the young person asks for a talk: in confidence, a rating of 1 or 2, not as agreed, or no tutor. ' +
      'For managers of the territory and administrators; null to others.',
  })
  async needsATalk(@Parent() label: Label, @Context() context: RequestContext): Promise<boolean | null> {
    if (!(await this.access.may('label.watch', label, context))) return null;
    return needsATalk((await this.files.load(context, label.id)).checkIns);
  }

  @Asks('label.readPapers')
  @Extensions({ mostItems: 40 })
  @ResolveField(() => [LabelDocumentType], {
    description:
      'Documents that are asked for or were sent, for members of the company and administrators; the young person sees those they ' +
      'sent themselves. Empty to others.',
  })
  async documents(@Parent() label: Label, @Context() context: RequestContext): Promise<LabelDocument[]> {
    const viewer = await this.viewers.of(context);
    if (!viewer || !(await this.access.may('label.readPapers', label, context))) return [];
    const { documents } = await this.files.load(context, label.id);
    const facts = await this.access.facts(viewer, label.id, context);
    if (viewer.role === 'ADMIN' || facts.companyRole) return documents;
    const sent = documents.filter(({ fileId }) => fileId !== null);
    const files = await Promise.all(sent.map(({ fileId }) => this.papers.load(context, fileId!)));
    return sent.filter((_, index) => files[index]?.sentBy === viewer.id);
  }

  @Asks('label.read')
  @ResolveField(() => CivilDate, { description: 'The last day on which the label can be requested.' })
  async requestBy(@Parent() { id }: Label, @Context() context: RequestContext): Promise<string> {
    return (await this.files.load(context, id)).view.dates.requestBy;
  }
}
