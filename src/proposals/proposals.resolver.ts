import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { AccountRole } from '../accounts/account-role.js';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import { badInput, forbidden } from '../common/errors.js';
import { Extraction } from '../extraction/extraction.js';
import { ProposalAttempts } from './proposal-attempts.js';
import { OfferProposalType, ProfileProposalType } from './proposals.type.js';
import { fileLimits } from '../documents/read-file-limits.js';
import { shownOffer, shownProfile } from './shown-proposal.js';

/** So dear that one request cannot ask for many. */
const complexity = 10_000;

const limits = `At most ${fileLimits.characters} characters. RATE_LIMITED when asked very often.`;

/** What a text says, for whoever wrote it to confirm. */
@Resolver()
export class ProposalsResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly extraction: Extraction,
    private readonly attempts: ProposalAttempts,
  ) {}

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
    await this.admit(context, text, ['CANDIDATE']);
    return shownProfile(this.extraction.read(text, 'CV'), text, context.language);
  }

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
    await this.admit(context, text, ['COMPANY_MEMBER', 'ADMIN']);
    return shownOffer(this.extraction.read(text, 'OFFER'), text, context.language);
  }

  private async admit(context: RequestContext, text: string, roles: AccountRole[]): Promise<void> {
    const viewer = await this.viewers.required(context);
    if (!roles.includes(viewer.role)) throw forbidden();
    if (text.length > fileLimits.characters) throw tooLong();
    if (context.reply.request.method === 'GET') throw inAddress();
    await this.attempts.count('text', viewer);
  }
}

const tooLong = () =>
  badInput(`Texte trop long : ${fileLimits.characters} caractères au plus. (The text is too long.)`);

const inAddress = () =>
  badInput('Envoyez le texte par POST : une adresse reste dans des journaux. (Send the text by POST.)');
