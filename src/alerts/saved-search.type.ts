import { ArgsType, Field, ID, Int, ObjectType, OmitType } from '@nestjs/graphql';
import { WishedPlaceType } from '../candidates/candidate-place.type.js';
import { Refusal } from '../common/refusal.js';
import { OfferFilter } from '../offers/offer-filter.input.js';
import type { SavedSearch } from './saved-search.entity.js';

export const mostSavedSearches = 20;

@ArgsType()
export class SaveSearchArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The words, as for searchOffers; none when left out.',
  })
  words?: string | null;

  @Field(() => OfferFilter, { nullable: true, description: 'Which offers to keep, as for searchOffers.' })
  filter?: OfferFilter | null;

  @Field(() => String, { description: 'What the candidate calls the search: 1 to 100 characters.' })
  name!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Refuses to see a place, a contract or a level in the words, as for searchOffers.',
  })
  literal?: boolean | null;
}

@ObjectType('SavedOfferFilter', {
  description: 'The filter of a saved search, as it was said: to be shown, and to search by it again.',
})
export class SavedOfferFilter extends OmitType(OfferFilter, ['places'] as const, ObjectType) {
  @Field(() => [WishedPlaceType], {
    description: 'A union: an offer with a site in any of these places; everywhere when empty.',
  })
  places!: WishedPlaceType[];
}

@ObjectType('SavedSearch', {
  description:
    'A search that a candidate keeps. Each offer published from then on that answers it, with all of its words and every condition of its filter, becomes an alert.',
})
export class SavedSearchType implements Partial<SavedSearch> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => String, { description: 'What the candidate calls it.' })
  name!: string;

  @Field(() => String, { description: 'Its words, as they were typed; empty when it has none.' })
  words!: string;

  @Field(() => Boolean, { description: 'Whether places, contracts and levels are plain words in it.' })
  literal!: boolean;

  @Field(() => Date, { description: 'When it was saved.' })
  createdAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When its alerts were last marked as seen; null when they never were.',
  })
  lastSeenAt!: Date | null;

  @Field(() => Int, { description: 'Offers that it found and that were not marked as seen yet.' })
  newOffers!: number;
}

@ObjectType('SavedSearchDeleted', { description: 'A saved search is no more.' })
export class SavedSearchDeleted {
  @Field(() => ID, { description: 'The id it had.' })
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType('TooManySavedSearches', {
  implements: () => Refusal,
  description: 'The candidate keeps as many searches as one may; nothing was saved.',
})
export class TooManySavedSearches extends Refusal {
  @Field(() => Int, { description: 'How many searches a candidate may keep.' })
  readonly most: number = mostSavedSearches;

  constructor() {
    super({
      fr: `Vous gardez déjà ${mostSavedSearches} recherches : supprimez-en une avant d’en enregistrer une autre.`,
      en: `You keep ${mostSavedSearches} searches already: delete one before you save another.`,
    });
  }
}
