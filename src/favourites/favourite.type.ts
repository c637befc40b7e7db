import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import type { Favourite } from './favourite.entity.js';

const favouriteStandings = ['OPEN', 'OFFLINE', 'FILLED', 'CLOSED', 'EXPIRED'] as const;
export type FavouriteStanding = (typeof favouriteStandings)[number];
export const FavouriteStanding = enumOf(favouriteStandings);

registerEnumType(FavouriteStanding, {
  name: 'FavouriteStanding',
  description: 'What became of an offer that a candidate keeps.',
  valuesMap: {
    OPEN: { description: 'Open to applications.' },
    OFFLINE: { description: 'Taken offline, for a while perhaps: by its company or by the platform.' },
    FILLED: { description: 'Someone was hired.' },
    CLOSED: { description: 'Withdrawn for good.' },
    EXPIRED: { description: 'Its last day has passed.' },
  },
});

@ObjectType('Favourite', { description: 'An offer that a candidate keeps for later; seen by the candidate alone.' })
export class FavouriteType implements Partial<Favourite> {
  @Field(() => ID, { description: 'The offer, also when it is no longer public.' })
  offerId!: string;

  @Field(() => Date, { description: 'Since when it is kept.' })
  addedAt!: Date;
}

const { EdgeType, ConnectionType } = connectionTypes<FavouriteType>('Favourite', () => FavouriteType);
export const FavouriteEdge = EdgeType;
export const FavouriteConnection = ConnectionType;

@ObjectType('FavouriteRemoved', { description: 'The offer is not kept, or not any more.' })
export class FavouriteRemoved {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;
}
