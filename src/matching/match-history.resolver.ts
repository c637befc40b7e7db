import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import type { MatchLogEntry } from '../matchlog/match-log.entity.js';
import { MatchLogRepository } from '../matchlog/match-log.repository.js';
import { namesAgain, scoredAgain } from '../matchlog/shown-match.js';
import { Asks } from '../permissions/act.decorator.js';
import { discreetMatch } from './discreet.js';
import type { ExplainedMatch } from './explained-match.js';
import { MatchHistoryArgs, ShownMatchConnection, ShownMatchType } from './match-history.type.js';
import { MatchType } from './match.type.js';
import { PairAccess } from './pair-access.js';

/** What was shown, and to whom it is told again. */
type ToldAgain = MatchLogEntry & { toCompany: boolean };

@Resolver(() => ShownMatchType)
export class MatchHistoryResolver {
  constructor(
    private readonly entries: MatchLogRepository,
    private readonly access: PairAccess,
  ) {}

  @Asks('match.readPair')
  @Query(() => ShownMatchConnection, {
    description:
      'What was shown of an offer and a candidate in the last 90 days, last shown first. The candidate reads what was ' +
      'shown to anyone; members of the company of the offer, while that company may see the candidate, what was shown to ' +
      'their company, without the candidate’s own figures as in matchBetween. Empty for everyone else, administrators ' +
      'among them, as for what does not exist.',
  })
  async matchHistory(@Args() { offerId, candidateId, ...page }: MatchHistoryArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    const readable = await this.access.historyOf(offerId, candidateId, context);
    const rows =
      readable.length > 0 ? await this.entries.ofPair(offerId, candidateId, readable, page.first, after) : [];
    const toCompany = !readable.includes('CANDIDATE');
    const told = rows.map((row): ToldAgain => Object.assign(row, { toCompany }));
    return momentPage(told, page, ({ lastShownAt }) => lastShownAt);
  }

  @ResolveField(() => MatchType)
  match(@Parent() { shown, tenths, scoringVersion, toCompany }: ToldAgain): ExplainedMatch {
    const match = { ...scoredAgain(shown, tenths, scoringVersion), names: namesAgain(shown) };
    return toCompany ? discreetMatch(match) : match;
  }
}
