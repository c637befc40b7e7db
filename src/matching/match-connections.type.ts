import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { CandidateType } from '../candidates/candidate.type.js';
import { PageArgs, PageInfo } from '../common/connection.js';
import { OfferFilter } from '../offers/offer-filter.input.js';
import { OfferType } from '../offers/offer.type.js';
import { MatchType } from './match.type.js';

@ArgsType()
export class MatchingOffersArgs extends PageArgs {
  @Field(() => OfferFilter, { nullable: true, description: 'Which offers to rank; all open ones when left out.' })
  filter?: OfferFilter | null;
}

@ObjectType('OfferMatchEdge', { description: 'An offer that suits the candidate, and why.' })
export class OfferMatchEdge {
  @Field(() => String, { description: 'Its place in the ranking, opaque.' })
  cursor!: string;

  @Field(() => OfferType, { description: 'The offer.' })
  node!: OfferType;

  @Field(() => MatchType, { description: 'The score and its reasons.' })
  match!: MatchType;
}

@ObjectType('OfferMatchConnection', { description: 'A page of the offers that suit a candidate, best first.' })
export class OfferMatchConnection {
  @Field(() => [OfferMatchEdge], { description: 'The offers of the page.' })
  edges!: OfferMatchEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands in the ranking.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many offers pass every gate.' })
  totalCount!: number;

  @Field(() => Boolean, {
    description:
      'False when the profile names no skill: the offers come without scores then, by distance where a place wished for has a point.',
  })
  scored!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Why there are no scores, and what orders the offers then, in the language of the request; null when there are.',
  })
  explanation!: string | null;
}

@ObjectType('CandidateMatchEdge', { description: 'A candidate who suits the offer, and why.' })
export class CandidateMatchEdge {
  @Field(() => String, { description: 'Its place in the ranking, opaque.' })
  cursor!: string;

  @Field(() => CandidateType, {
    description:
      'The candidate. First name and contact are null until they applied to an offer of the company or accepted an invitation of it.',
  })
  node!: CandidateType;

  @Field(() => MatchType, { description: 'The score and its reasons.' })
  match!: MatchType;
}

@ObjectType('CandidateMatchConnection', { description: 'A page of the candidates who suit an offer, best first.' })
export class CandidateMatchConnection {
  @Field(() => [CandidateMatchEdge], { description: 'The candidates of the page.' })
  edges!: CandidateMatchEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands in the ranking.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many visible candidates pass every gate.' })
  totalCount!: number;
}
