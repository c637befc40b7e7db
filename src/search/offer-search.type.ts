import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConceptKind } from '../understanding/concept-kind.js';
import { PageArgs, PageInfo } from '../common/connection.js';
import { OfferFilter } from '../offers/offer-filter.input.js';
import { OfferType } from '../offers/offer.type.js';

export const OfferSort = { RELEVANCE: 'RELEVANCE', NEWEST: 'NEWEST', NEAREST: 'NEAREST', SALARY: 'SALARY' } as const;
export type OfferSort = keyof typeof OfferSort;

registerEnumType(OfferSort, {
  name: 'OfferSort',
  description:
    'The order of the offers found. With a filter on level, salary or start, offers that do not say come after those that ' +
    'do, in every order but NEAREST.',
  valuesMap: {
    RELEVANCE: {
      description:
        'The best answer to the words first. Newest first among equals, as if an offer were a day older, up to 14, for each ' +
        'application that waits per opening beyond five.',
    },
    NEWEST: { description: 'Latest published first.' },
    NEAREST: { description: 'By distance to the nearest commune or point asked for; one must be asked for.' },
    SALARY: { description: 'Best paid first; offers that do not say come last.' },
  },
});

@ArgsType()
export class OfferSearchArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'What the candidate types, at most 300 characters, of which the first ten telling words count: a job, skills, a place, ' +
      'a contract, a level, a company. A place, a contract or a level recognised in them acts as a filter, unless that finds ' +
      'nothing and the plain words do. All offers when left out.',
  })
  words?: string | null;

  @Field(() => OfferFilter, { nullable: true, description: 'Which offers to keep.' })
  filter?: OfferFilter | null;

  @Field(() => OfferSort, {
    nullable: true,
    defaultValue: OfferSort.RELEVANCE,
    description: 'The order of the offers.',
  })
  sort?: OfferSort | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Refuses to see a place, a contract or a level in the words: they are plain words then, and understoodAs is empty.',
  })
  literal?: boolean | null;
}

@ObjectType('FacetValue', { description: 'One choice of a facet, with what choosing it would find.' })
export class FacetValue {
  @Field(() => String, { description: 'The value to give to the filter.' })
  value!: string;

  @Field(() => String, { description: 'What to show, in the language of the request.' })
  label!: string;

  @Field(() => Int, { description: 'Offers that choosing it alone would find, the other filters kept.' })
  count!: number;

  @Field(() => Boolean, { description: 'Whether the filter of this search names it.' })
  selected!: boolean;
}

@ObjectType('Facet', { description: 'Counts by value of one property of the offers found.' })
export class Facet {
  @Field(() => String, {
    description:
      'contractTypes, studyLevel, missionCategories, remoteWork, greenMission, occupationCodes, skillCodes, companies, ' +
      'startMonths, aids, territories, departments or regions.',
  })
  name!: string;

  @Field(() => [FacetValue], {
    description:
      'Most frequent first, levels from the lowest, months in order of time; each facet ignores its own choice. At most ' +
      '300, the most frequent, besides those chosen; counts are exact.',
  })
  values!: FacetValue[];
}

@ObjectType('Concept', { description: 'Something recognised in the words of a search.' })
export class Concept {
  @Field(() => ConceptKind, { description: 'What kind of thing it is.' })
  kind!: ConceptKind;

  @Field(() => String, { description: 'Its code: ROME, skill, INSEE, an enum value.' })
  code!: string;

  @Field(() => String, { description: 'Its name, in the language of the request.' })
  label!: string;

  @Field(() => String, { description: 'The words it was recognised in, without accents.' })
  words!: string;

  @Field(() => Boolean, {
    description:
      'Whether it acts as a filter of this search: a place, a contract, a level. `literal: true` refuses that.',
  })
  applied!: boolean;
}

@ObjectType('OfferSearchEdge', { description: 'An offer found, with why and how far.' })
export class OfferSearchEdge {
  @Field(() => String, { description: 'Its place in the list, opaque.' })
  cursor!: string;

  @Field(() => OfferType, { description: 'The offer.' })
  node!: OfferType;

  @Field(() => Float, {
    nullable: true,
    description:
      'Kilometres from its nearest site to the nearest place asked for; null when no place with a point was given.',
  })
  distanceKm!: number | null;

  @Field(() => [String], {
    description:
      'The words of the offer, as it writes them, that answered the words searched for; those that acted as a filter are not among them. At most 20.',
  })
  matchedWords!: string[];

  @Field(() => String, {
    description:
      'The part of the description that answers best, about 220 characters, as HTML: everything escaped, the matching words in <mark>. Safe to show as it is.',
  })
  snippet!: string;

  @Field(() => String, { description: 'The title as HTML, likewise.' })
  highlightedTitle!: string;
}

@ObjectType('FullyRemoteOffers', {
  description: 'Offers done wholly from home whose workplace is elsewhere than in the places searched.',
})
export class FullyRemoteOffers {
  @Field(() => Int, { description: 'How many there are.' })
  totalCount!: number;

  @Field(() => [OfferType], { description: 'The best of them.' })
  offers!: OfferType[];
}

@ObjectType('OfferSearchConnection', { description: 'A page of the offers found.' })
export class OfferSearchConnection {
  @Field(() => [OfferSearchEdge], { description: 'The offers of the page in the order asked for.' })
  edges!: OfferSearchEdge[];

  @Field(() => [OfferType], { description: 'The offers without cursors.' })
  nodes!: OfferType[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many offers the whole search finds.' })
  totalCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Set when nothing was found in the radius asked for, or in the commune named in the words, and something farther away: ' +
      'the kilometres of the radius that found it, at most 100.',
  })
  widenedToKm!: number | null;

  @Field(() => Boolean, {
    description: 'True when no offer has all the words, not even in a wider radius: those found lack `leftOutWords`.',
  })
  partialMatch!: boolean;

  @Field(() => [String], {
    description:
      'The words that had to be left out for anything to be found, without accents and in the singular: the least telling ' +
      'ones, or those of a skill for which its occupations were looked for instead.',
  })
  leftOutWords!: string[];
}
