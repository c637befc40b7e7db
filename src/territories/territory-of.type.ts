import { createUnionType, Extensions, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { Refusal, refusalOr } from '../common/refusal.js';
import { CivilDate } from '../common/scalars.js';
import { CommuneType } from './commune.type.js';
import { type TerritoryStanding, territoryStandings } from './territory-standing.js';
import { TerritoryType } from './territory.type.js';

const TerritoryStandingEnum = enumOf(territoryStandings);
registerEnumType(TerritoryStandingEnum, {
  name: 'TerritoryStanding',
  description: 'How sure it is that a commune does or does not belong to a Territoire d’industrie on a day.',
  valuesMap: {
    LISTED: { description: 'It belongs to one, by a list that was known on that day.' },
    LISTED_BY_A_LATER_LIST: {
      description:
        'It belongs to one by the list of that generation, but no list of that day or before is known that confirms it.',
    },
    NOT_LISTED: { description: 'It belongs to none, by the list that counts for that day.' },
    BEFORE_THE_PROGRAMME: { description: 'None: there were none before 22 November 2018.' },
    NOT_KNOWN: { description: 'Not known: no list is known for that day, which is after the last one.' },
  },
});

@ObjectType('TerritoryOfCommune', { description: 'The Territoires d’industrie of a commune on a day.' })
export class TerritoryOfCommuneType {
  @Field(() => CommuneType, { description: 'The commune of today: that of the code, or the one it merged into.' })
  commune!: CommuneType;

  @Field(() => CivilDate, { description: 'The day.' })
  on!: string;

  @Field(() => TerritoryStandingEnum, { description: 'Whether there is one, there is none, or it is not known.' })
  standing!: TerritoryStanding;

  @Extensions({ mostItems: 2 })
  @Field(() => [TerritoryType], { description: 'Empty when there is none or it is not known: see `standing`.' })
  territories!: TerritoryType[];
}

@ObjectType('UnknownCommune', {
  implements: () => Refusal,
  description:
    'No commune has this INSEE code, today or before, in metropolitan France or the five overseas departments.',
})
export class UnknownCommune extends Refusal {}

export const TerritoryOfResult = createUnionType({
  name: 'TerritoryOfResult',
  description: 'What is known of the commune on that day, or that there is no such commune.',
  types: () => [TerritoryOfCommuneType, UnknownCommune] as const,
  resolveType: refusalOr(TerritoryOfCommuneType),
});
