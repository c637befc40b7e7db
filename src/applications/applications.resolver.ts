import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { Candidate } from '../candidates/candidate.entity.js';
import { CandidateType } from '../candidates/candidate.type.js';
import { CandidatesLoader } from '../candidates/candidates.loader.js';
import type { RequestContext } from '../common/context.js';
import { AttachedFiles } from '../files/attached-files.loader.js';
import type { StoredFile } from '../files/stored-file.entity.js';
import { CandidateFileType } from '../files/stored-file.type.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersLoader } from '../offers/offers.loader.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import type { ApplicationEvent } from './application-event.entity.js';
import { ApplicationEventType } from './application-event.type.js';
import { ApplicationEventsLoader } from './application-events.loader.js';
import type { Application } from './application.entity.js';
import { ApplicationType } from './application.type.js';

/** Whoever reads an application may read its offer and its candidate: the access was checked on the way to it. */
@Resolver(() => ApplicationType)
export class ApplicationsResolver {
  constructor(
    private readonly offers: OffersLoader,
    private readonly candidates: CandidatesLoader,
    private readonly steps: ApplicationEventsLoader,
    private readonly files: AttachedFiles,
    private readonly viewers: Viewers,
  ) {}

  /** Never null, so that it can be asked for beside Refusal.message in one selection. */
  @Asks('application.read')
  @ResolveField(() => String, {
    description: 'What the candidate wrote to the company; plain text, empty for old ones without.',
  })
  message(@Parent() application: Application): string {
    return application.message ?? '';
  }

  @Asks('application.read')
  @ResolveField(() => CandidateFileType, {
    nullable: true,
    description:
      'The file sent with it, as a rule a CV; null when none was, when its owner deleted it since, and for the company once ' +
      'the application is withdrawn.',
  })
  async cv(@Parent() application: Application, @Context() context: RequestContext): Promise<StoredFile | null> {
    return (await this.fileIsShown(application, context)) ? this.files.load(context, application.id) : null;
  }

  @Asks('application.read')
  @ResolveField(() => [ApplicationEventType], {
    description: 'Every step since it was sent, first to last, reminders and delays included.',
  })
  events(@Parent() application: Application, @Context() context: RequestContext): Promise<ApplicationEvent[]> {
    return this.steps.load(context, application.id);
  }

  @Asks('application.read')
  @ResolveField(() => OfferType, { description: 'The offer applied to, whatever became of it.' })
  offer(@Parent() application: Application, @Context() context: RequestContext): Promise<Offer> {
    return this.offers.load(context, application.offerId);
  }

  @Asks('application.read')
  @ResolveField(() => CandidateType, { description: 'Who applied.' })
  candidate(@Parent() application: Application, @Context() context: RequestContext): Promise<Candidate> {
    return this.candidates.load(context, application.candidateId);
  }

  /** One that was taken back takes its file with it, as the download does. */
  private async fileIsShown({ status, candidateId }: Application, context: RequestContext): Promise<boolean> {
    if (status !== 'WITHDRAWN') return true;
    const { accountId } = await this.candidates.load(context, candidateId);
    return may(await this.viewers.of(context), 'file.read', { ownerId: accountId });
  }
}
