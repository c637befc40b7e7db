import { Field, ObjectType } from '@nestjs/graphql';
import { OfferType } from '../offers/offer.type.js';

@ObjectType('SimilarOffer', { description: 'An offer like another one, and in what.' })
export class SimilarOffer {
  @Field(() => OfferType, { description: 'The offer.' })
  offer!: OfferType;

  @Field(() => [String], {
    description:
      'What the two have in common, in the language of the request: occupation, skills, mission, distance. Never empty.',
  })
  reasons!: string[];
}
