import { Args, ArgsType, Context, Extensions, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { waitingStatuses } from '../applications/application-moves.js';
import { Clock, daysBetween } from '../common/clock.js';
import { PageArgs } from '../common/connection.js';
import type { RequestContext } from '../common/context.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyType } from '../companies/company.type.js';
import type { Interview } from '../interviews/interview.entity.js';
import { isUnderway } from '../interviews/interview-rules.js';
import { InterviewType } from '../interviews/interview.type.js';
import { InterviewsLoader } from '../interviews/interviews.loader.js';
import type { ExplainedMatch } from '../matching/explained-match.js';
import { MatchType } from '../matching/match.type.js';
import { Standings } from '../messages/standings.js';
import type { Offer } from '../offers/offer.entity.js';
import { OfferType } from '../offers/offer.type.js';
import { OffersLoader } from '../offers/offers.loader.js';
import { Asks } from '../permissions/act.decorator.js';
import { BoardFilter, BoardSort } from './board.input.js';
import { CardMatches, NoteCounts } from './board-cards.loader.js';
import type { OfferCount } from './board.repository.js';
import {
  BoardCardConnection,
  BoardCardType,
  BoardColumnType,
  BoardOfferType,
  BoardType,
  type OpenBoard,
  type OpenColumn,
} from './board.type.js';
import { Boards } from './boards.js';

@ArgsType()
class BoardArgs {
  @Field(() => BoardFilter, { nullable: true, description: 'Which applications; all when left out.' })
  filter?: BoardFilter | null;

  @Field(() => BoardSort, {
    nullable: true,
    defaultValue: BoardSort.URGENCY,
    description: 'The order of the cards in their columns.',
  })
  sort?: BoardSort | null;
}

@Resolver(() => CompanyType)
export class CompanyBoardResolver {
  constructor(private readonly boards: Boards) {}

  @Asks('board.read')
  @ResolveField(() => BoardType, {
    complexity: 200,
    description:
      'The applications to all offers of the company, for its members in any role and administrators. FORBIDDEN to others.',
  })
  board(
    @Parent() { id }: Company,
    @Args() { filter, sort }: BoardArgs,
    @Context() context: RequestContext,
  ): Promise<OpenBoard> {
    return this.boards.open({ companyId: id }, filter ?? {}, sort ?? 'URGENCY', context);
  }
}

@Resolver(() => OfferType)
export class OfferBoardResolver {
  constructor(private readonly boards: Boards) {}

  @Asks('board.read')
  @ResolveField(() => BoardType, {
    complexity: 200,
    description:
      'The applications to the offer, for members of its company in any role and administrators. FORBIDDEN to others.',
  })
  board(
    @Parent() { id, companyId }: Offer,
    @Args() { filter, sort }: BoardArgs,
    @Context() context: RequestContext,
  ): Promise<OpenBoard> {
    return this.boards.open({ companyId, offerId: id }, filter ?? {}, sort ?? 'URGENCY', context);
  }
}

@Resolver(() => BoardType)
export class BoardResolver {
  constructor(private readonly boards: Boards) {}

  @ResolveField(() => Int)
  total(@Parent() { counts }: OpenBoard): number {
    return counts.reduce((sum, { count }) => sum + count, 0);
  }

  @ResolveField(() => Int)
  overdue(@Parent() { counts }: OpenBoard): number {
    return counts.reduce((sum, { overdue }) => sum + overdue, 0);
  }

  @ResolveField(() => Int)
  unread(@Parent() { counts }: OpenBoard): number {
    return counts.reduce((sum, { unread }) => sum + unread, 0);
  }

  @ResolveField(() => [BoardColumnType], {
    description: 'One for each state, empty ones included, in the order in which applications go through them.',
  })
  columns(@Parent() board: OpenBoard): OpenColumn[] {
    return this.boards.columns(board);
  }

  @Extensions({ mostItems: 200 })
  @ResolveField(() => [BoardOfferType], {
    description: 'The same applications by offer: most overdue first, then most waiting; at most 200 offers.',
  })
  offers(@Parent() board: OpenBoard): Promise<OfferCount[]> {
    return this.boards.byOffer(board);
  }
}

@Resolver(() => BoardOfferType)
export class BoardOfferResolver {
  constructor(private readonly offers: OffersLoader) {}

  @ResolveField(() => OfferType, { description: 'The offer.' })
  offer(@Parent() { offerId }: OfferCount, @Context() context: RequestContext): Promise<Offer> {
    return this.offers.load(context, offerId);
  }
}

@Resolver(() => BoardColumnType)
export class BoardColumnResolver {
  constructor(private readonly boards: Boards) {}

  @ResolveField(() => BoardCardConnection, { description: 'The cards, in the order of the board.' })
  cards(
    @Parent() column: OpenColumn,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<BoardCardConnection> {
    return this.boards.cards(column, page, context);
  }
}

@Resolver(() => BoardCardType)
export class BoardCardResolver {
  constructor(
    private readonly matches: CardMatches,
    private readonly notes: NoteCounts,
    private readonly interviews: InterviewsLoader,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  @Asks('match.readPair')
  @ResolveField(() => MatchType, {
    nullable: true,
    description:
      'How well the candidate suits the offer and why, as companies read it: without the candidate’s own days, pay and ' +
      'places. Null for administrators.',
  })
  async match(
    @Parent() { application }: BoardCardType,
    @Context() context: RequestContext,
  ): Promise<ExplainedMatch | null> {
    const standing = await this.standings.forReading('match.readPair', application.id, context);
    return standing ? this.matches.show(application, context) : null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Days until the answer is due, negative once that day has passed; null when none is waited for.',
  })
  daysLeft(@Parent() { application }: BoardCardType): number | null {
    return isWaiting(application) ? daysBetween(this.clock.today(), application.answerDueOn) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the day of the answer has passed without one.' })
  overdue(@Parent() { application }: BoardCardType): boolean {
    return isWaiting(application) && application.answerDueOn < this.clock.today();
  }

  @ResolveField(() => Int, { description: 'How many notes the company keeps about it.' })
  noteCount(@Parent() { application }: BoardCardType, @Context() context: RequestContext): Promise<number> {
    return this.notes.load(context, application.id);
  }

  @ResolveField(() => InterviewType, {
    nullable: true,
    description: 'The meeting that is proposed or agreed on and not over; null when there is none.',
  })
  async interview(
    @Parent() { application }: BoardCardType,
    @Context() context: RequestContext,
  ): Promise<Interview | null> {
    const all = await this.interviews.load(context, application.id);
    return all.findLast((one) => isUnderway(one, this.clock.now())) ?? null;
  }
}

const isWaiting = ({ status }: BoardCardType['application']): boolean =>
  waitingStatuses.some((waiting) => waiting === status);
