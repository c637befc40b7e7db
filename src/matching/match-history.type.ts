import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes, PageArgs } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import { type Audience, audiences } from '../matchlog/match-log.entity.js';
import { MatchType } from './match.type.js';

export const MatchAudience = enumOf(audiences);

registerEnumType(MatchAudience, {
  name: 'MatchAudience',
  description: 'On whose side whoever was shown a match stands.',
  valuesMap: {
    CANDIDATE: { description: 'The candidate.' },
    COMPANY: { description: 'Somebody of the company of the offer; never told who.' },
    PLATFORM: { description: 'An administrator of the platform, who is shown no candidates any more.' },
  },
});

@ArgsType()
export class MatchHistoryArgs extends PageArgs {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => ID, { description: 'The candidate.' })
  candidateId!: string;
}

@ObjectType('ShownMatch', {
  description: 'A match as it was shown in the last 90 days: once, or several times the same.',
})
export class ShownMatchType {
  @Field(() => MatchAudience, { description: 'To whose side it was shown.' })
  shownTo!: Audience;

  @Field(() => Date, { description: 'When it was shown like this for the first time.' })
  firstShownAt!: Date;

  @Field(() => Date, { description: 'When it was shown like this for the last time; 90 days later it is forgotten.' })
  lastShownAt!: Date;

  @Field(() => Int, { description: 'How many times it was shown to the same person, as an answer of the platform.' })
  times!: number;

  @Field(() => String, { description: 'Which set of weights gave the score.' })
  scoringVersion!: string;

  @Field(() => MatchType, {
    description:
      'The score and the sentences as they were, whatever the profile, the offer, the weights or the names of skills have become since.',
  })
  match!: MatchType;
}

const { EdgeType, ConnectionType } = connectionTypes<ShownMatchType>('ShownMatch', () => ShownMatchType);
export const ShownMatchEdge = EdgeType;
export const ShownMatchConnection = ConnectionType;
