import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import { CommuneType } from './commune.type.js';
import type { MemberKind } from './territory.entity.js';
import { type TerritoryChange, territoryChanges } from './territory-crosswalk.js';
import { TerritoryType } from './territory.type.js';

export const { ConnectionType: CommuneConnectionType } = connectionTypes('Commune', () => CommuneType);

const TerritoryMemberKind = enumOf<MemberKind>(['EPCI', 'EPT', 'COMMUNE']);
registerEnumType(TerritoryMemberKind, {
  name: 'TerritoryMemberKind',
  description: 'What a member of a Territoire d’industrie is.',
  valuesMap: {
    EPCI: { description: 'A group of communes with its own taxes (CC, CA, CU, métropole).' },
    EPT: { description: 'An établissement public territorial, part of the Métropole du Grand Paris.' },
    COMMUNE: { description: 'A single commune, listed without the group that it belongs to.' },
  },
});

export const TerritoryChangeEnum = enumOf(territoryChanges);
registerEnumType(TerritoryChangeEnum, {
  name: 'TerritoryChange',
  description:
    'What became of a territory from the first generation to the second, worked out from the inhabitants of its communes of today. Whole means 95 % or more of them.',
  valuesMap: {
    CONTINUED: { description: 'The one is the other, whole, though its name or code may differ.' },
    EXTENDED: { description: 'The earlier one lies whole in the later one, which is larger.' },
    REDUCED: { description: 'The later one lies whole in the earlier one, which was larger.' },
    MERGED: { description: 'Most of two earlier ones or more came into the same later one.' },
    SPLIT: { description: 'Two later ones or more were mostly made out of the same earlier one.' },
    RESHAPED: { description: 'They share a part of each, and each has another part.' },
    MARGINAL: { description: 'Less than 5 % of either is in common.' },
    NEW: { description: 'It shares more than that with none of the first generation.' },
    ENDED: { description: 'It shares more than that with none of the second generation.' },
  },
});

@ObjectType('TerritoryMember', { description: 'What a territory is made of, as the official list names it.' })
export class TerritoryMemberType {
  @Field(() => String, { description: 'SIREN of an EPCI or EPT, nine digits; INSEE code of a single commune.' })
  code!: string;

  @Field(() => TerritoryMemberKind, { description: 'What it is.' })
  kind!: MemberKind;

  @Field(() => String, { description: 'Its name, in French.' })
  name!: string;
}

@ObjectType('TerritoryPassage', { description: 'What a territory has in common with one of the other generation.' })
export class TerritoryPassageType {
  @Field(() => TerritoryType, { description: 'The one of the other generation.' })
  territory!: TerritoryType;

  @Field(() => Int, { description: 'Inhabitants of the communes of today that lie in both (INSEE).' })
  sharedPopulation!: number;

  @Field(() => Float, { description: 'They are this share of the inhabitants of the territory asked about, 0 to 1.' })
  share!: number;

  @Field(() => Float, { description: 'They are this share of the inhabitants of the other one, 0 to 1.' })
  shareOfOther!: number;

  @Field(() => TerritoryChangeEnum, { description: 'What became of the one in the other.' })
  change!: TerritoryChange;
}

@ObjectType('TerritoryNeighbour', { description: 'Another territory of the same generation, and how far it is.' })
export class TerritoryNeighbourType {
  @Field(() => TerritoryType, { description: 'The neighbour.' })
  territory!: TerritoryType;

  @Field(() => Float, {
    description:
      'Kilometres as the crow flies, over the sea too, between the two communes, one of each, whose centres are nearest.',
  })
  km!: number;
}
