import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { momentAfter, momentPage } from '../common/moment-page.js';
import type { MatchLogEntry } from '../matchlog/match-log.entity.js';
import { MatchLogRepository } from '../matchlog/match-log.repository.js';
import { namesAgain, scoredAgain } from '../matchlog/shown-match.js';
import type { ExplainedMatch } from './explained-match.js';
import { MatchHistoryArgs, ShownMatchConnection, ShownMatchType } from './match-history.type.js';
import { MatchType } from './match.type.js';
import { PairAccess } from './pair-access.js';

@Resolver(() => ShownMatchType)
export class MatchHistoryResolver {
  constructor(
    private readonly entries: MatchLogRepository,
    private readonly access: PairAccess,
  ) {}

  @Query(() => ShownMatchConnection, {
    description:
      'What was shown of an offer and a candidate in the last 90 days, last shown first. The candidate reads what was ' +
      'shown to anyone; members of the company of the offer, while they may see the candidate, what was shown to their ' +
      'company. Empty for everyone else, as for what does not exist.',
  })
  async matchHistory(@Args() { offerId, candidateId, ...page }: MatchHistoryArgs, @Context() context: RequestContext) {
    const after = momentAfter(page);
    const audiences = await this.access.historyOf(offerId, candidateId, context);
    const rows =
      audiences.length > 0 ? await this.entries.ofPair(offerId, candidateId, audiences, page.first, after) : [];
    return momentPage(rows, page, ({ lastShownAt }) => lastShownAt);
  }

  @ResolveField(() => MatchType)
  match(@Parent() { shown, tenths, scoringVersion }: MatchLogEntry): ExplainedMatch {
    return { ...scoredAgain(shown, tenths, scoringVersion), names: namesAgain(shown) };
  }
}
