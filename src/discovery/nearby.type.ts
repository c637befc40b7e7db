import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { OfferType } from '../offers/offer.type.js';

export const nearbyKinds = ['AROUND', 'NEIGHBOURING_TERRITORY', 'RELATED_OCCUPATION'] as const;
export type NearbyKind = (typeof nearbyKinds)[number];
export const NearbyKind = enumOf(nearbyKinds);

registerEnumType(NearbyKind, {
  name: 'NearbyKind',
  description: 'In what offers are near a search that found little.',
  valuesMap: {
    AROUND: { description: 'Farther around a commune that was asked for; the code is its INSEE code.' },
    NEIGHBOURING_TERRITORY: {
      description: 'In a Territoire d’industrie next to the places asked for; the code is its id.',
    },
    RELATED_OCCUPATION: { description: 'Of an occupation close to the one asked for; the code is its ROME code.' },
  },
});

@ObjectType('NearbyOffers', { description: 'Offers that a search did not find, but that come close, and in what.' })
export class NearbyOffers {
  @Field(() => NearbyKind, { description: 'In what they come close.' })
  kind!: NearbyKind;

  @Field(() => String, { description: 'What to show above them, in the language of the request.' })
  label!: string;

  @Field(() => String, { description: 'The code of the commune, territory or occupation of the label.' })
  code!: string;

  @Field(() => Int, { description: 'How many there are; an offer may be near in several ways.' })
  totalCount!: number;

  @Field(() => [OfferType], { description: 'The best of them.' })
  offers!: OfferType[];
}
