import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { forbidden } from '../common/errors.js';
import { ExtractionThread } from '../extraction/extraction-thread.js';
import type { Proposal, TextKind } from '../extraction/proposal.js';
import { TextNotRead } from '../extraction/text-not-read.js';
import { Asks } from '../permissions/act.decorator.js';
import { may } from '../permissions/may.js';
import type { Act } from '../permissions/rules.js';
import { ProposalAttempts } from './proposal-attempts.js';
import { OfferProposalType, ProfileProposalType } from './proposals.type.js';
import { busy, inAddress, longestPasted, tooLong, tooSlow } from './proposal-refusals.js';
import { shownOffer, shownProfile } from './shown-proposal.js';

/** So dear that one request cannot ask for many. */
const complexity = 10_000;

const limits = `At most ${longestPasted.toLocaleString('en')} characters. RATE_LIMITED when asked very often, or when many texts are being read.`;

/** What a text says, for whoever wrote it to confirm. */
@Resolver()
export class ProposalsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly extraction: ExtractionThread,
    private readonly attempts: ProposalAttempts,
  ) {}

  @Asks('proposal.profile')
  @Query(() => ProfileProposalType, {
    complexity,
    description:
      'What the text of a CV says, proposed for the caller’s profile, which it does not change. For candidates. Send it as ' +
      `a variable, by POST: addresses are kept in logs. Files go to POST /cv. ${limits}`,
  })
  async proposeProfile(
    @Args('text', { description: 'The text of the CV, with its lines.' }) text: string,
    @Context() context: RequestContext,
  ): Promise<ProfileProposalType> {
    await this.admit(context, text, 'proposal.profile');
    return shownProfile(await this.read(text, 'CV'), text, context.language);
  }

  @Asks('proposal.offer')
  @Query(() => OfferProposalType, {
    complexity,
    description:
      'What the text of an offer asks for, proposed for its skills, occupation, level and contract. For members of ' +
      `companies. ${limits}`,
  })
  async proposeForOffer(
    @Args('title', { description: 'The title of the offer.' }) title: string,
    @Args('description', { description: 'Its description, with its lines.' }) description: string,
    @Context() context: RequestContext,
  ): Promise<OfferProposalType> {
    const text = `${title}\n\n${description}`;
    await this.admit(context, text, 'proposal.offer');
    return shownOffer(await this.read(text, 'OFFER'), text, context.language);
  }

  private async admit(context: RequestContext, text: string, act: Act): Promise<void> {
    const viewer = await this.viewers.required(context);
    if (!may(viewer, act)) throw forbidden();
    if (text.length > longestPasted) throw tooLong();
    if (context.reply.request.method === 'GET') throw inAddress();
    if (this.extraction.isFull()) throw busy();
    await this.attempts.count('text', viewer);
  }

  private async read(text: string, kind: TextKind): Promise<Proposal> {
    try {
      return await this.extraction.read(text, kind);
    } catch (error) {
      if (!(error instanceof TextNotRead)) throw error;
      throw error.fault === 'BUSY' ? busy() : tooSlow();
    }
  }
}
