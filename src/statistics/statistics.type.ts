import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { ContractType, MissionCategory } from '../offers/offer-words.js';
import { FigureType } from './figure.type.js';
import { MonthScalar } from './month.scalar.js';

export const StatisticsScopeKind = enumOf(['NATION', 'REGION', 'DEPARTMENT', 'TERRITORY'] as const);
registerEnumType(StatisticsScopeKind, {
  name: 'StatisticsScopeKind',
  description: 'What kind of place figures are of.',
  valuesMap: {
    NATION: { description: 'The whole of France, each offer and each person once.' },
    REGION: { description: 'A region.' },
    DEPARTMENT: { description: 'A department.' },
    TERRITORY: { description: 'A Territoire d’industrie.' },
  },
});

@ObjectType('StatisticsScope', { description: 'The place that figures are of.' })
export class StatisticsScopeType {
  @Field(() => StatisticsScopeKind, { description: 'What kind of place.' })
  kind!: keyof typeof StatisticsScopeKind;

  @Field(() => String, { description: 'Its code: INSEE code, code of the territory in its generation, or FR.' })
  code!: string;

  @Field(() => String, { description: 'Its name, in French.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The id of the territory; null for other places.' })
  territoryId!: string | null;
}

@ObjectType('StatisticsMonth', {
  description:
    'Figures of one civil month (Europe/Paris). Offers are counted up to now in the month that runs, what people did only ' +
    'once a month is over.',
})
export class StatisticsMonthType {
  @Field(() => MonthScalar, { description: 'The month.' })
  month!: string;

  @Field(() => Int, { description: 'Offers that were open at some moment of the month.' })
  offersOpenDuring!: number;

  @Field(() => Int, { description: 'Offers still open when the month ended, or now.' })
  openOffers!: number;

  @Field(() => Int, {
    description: 'Positions of the offers still open when the month ended, or now, as they read now.',
  })
  openings!: number;

  @Field(() => Int, { description: 'Companies with an offer still open when the month ended, or now.' })
  companies!: number;

  @Field(() => Int, { description: 'Offers that went online in the month, also after a pause.' })
  offersOpened!: number;

  @Field(() => Int, {
    description: 'Offers that ended in the month: filled, closed, expired or withheld; not those paused.',
  })
  offersEnded!: number;

  @Field(() => Int, { description: 'Of those that ended, the ones declared filled.' })
  offersFilled!: number;

  @Field(() => FigureType, { description: 'Applications sent in the month.' })
  applications!: FigureType;

  @Field(() => FigureType, { description: 'First answers given in the month: an interview, a hire or a refusal.' })
  answers!: FigureType;

  @Field(() => FigureType, {
    description:
      'Hires of the month: by the day of hiring, or that of the declaration where it came later; cancelled ones not.',
  })
  hires!: FigureType;

  @Field(() => FigureType, { description: 'VTE labels granted in the month.' })
  labels!: FigureType;
}

@ObjectType('SkillTension', { description: 'A skill as open offers ask for it and as candidates have it.' })
export class SkillTensionType {
  code!: string;

  @Field(() => Int, { description: 'Open offers that ask for it, as required or desired.' })
  asked!: number;

  @Field(() => FigureType, {
    description: 'Candidates who would work there and have it, counted as Statistics.candidates is.',
  })
  offered!: FigureType;

  @Field(() => Int, { nullable: true, description: '`asked` less `offered`; null where the latter is not told.' })
  difference!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Open offers that ask for it for each candidate who has it; null where that is not told.',
  })
  askedPerCandidate!: number | null;

  @Field(() => String, { description: 'The same as a plain sentence, in the language of the request.' })
  sentence!: string;
}

@ObjectType('OccupationAsked', { description: 'An occupation and how many open offers are for it.' })
export class OccupationAskedType {
  code!: string;

  @Field(() => Int, { description: 'Open offers.' })
  offers!: number;
}

@ObjectType('MissionCategoryAsked', { description: 'A family of missions and how many open offers are of it.' })
export class MissionCategoryAskedType {
  @Field(() => MissionCategory, { description: 'The family.' })
  category!: MissionCategory;

  @Field(() => Int, { description: 'Open offers.' })
  offers!: number;
}

@ObjectType('ContractTypeAsked', { description: 'A contract type and how many open offers propose it.' })
export class ContractTypeAskedType {
  @Field(() => ContractType, { description: 'The contract type.' })
  contractType!: ContractType;

  @Field(() => Int, { description: 'Open offers.' })
  offers!: number;
}

@ObjectType('Statistics', {
  description:
    'Figures of a place. Offers and companies are public and counted every quarter of an hour; an offer with several sites ' +
    'counts once in each place it has a site in. What people did is counted where the first site of the offer, or the ' +
    'workplace of the hire, is, for months that are over, and masked where it is too little (see Figure). Under Licence ' +
    'Ouverte 2.0. Nothing is read but what was counted beforehand.',
})
export class StatisticsType {
  @Field(() => StatisticsScopeType, { description: 'The place.' })
  scope!: StatisticsScopeType;

  @Field(() => Date, { nullable: true, description: 'When it was counted; null before the first time, when all is 0.' })
  computedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether invented data of a demonstration are counted too.' })
  includesDemo!: boolean;

  @Field(() => MonthScalar, {
    nullable: true,
    description: 'The first month of what people did; null before one is over.',
  })
  from!: string | null;

  @Field(() => MonthScalar, { nullable: true, description: 'The last month of what people did, included.' })
  until!: string | null;

  @Field(() => Int, { description: 'Offers open now.' })
  openOffers!: number;

  @Field(() => Int, { description: 'Positions of the offers open now.' })
  openings!: number;

  @Field(() => Int, { description: 'Companies with an offer open now.' })
  companies!: number;

  @Field(() => FigureType, {
    description:
      'Candidates with a place they would work in that lies there or reaches into it, whether or not they agreed to be seen by ' +
      'companies; counted once a month. A candidate may count in many places, and once in France. Not counted in a territory ' +
      'of a former generation.',
  })
  candidates!: FigureType;

  @Field(() => FigureType, { description: 'Applications sent from `from` to `until`.' })
  applications!: FigureType;

  @Field(() => FigureType, { description: 'First answers given from `from` to `until`.' })
  answers!: FigureType;

  @Field(() => FigureType, {
    description:
      'Of the applications whose promised day of answer fell into the period, those answered by that day, in whole per cent; ' +
      'not counted are those taken back before. Told where both numbers behind it are.',
  })
  answerRate!: FigureType;

  @Field(() => FigureType, { description: 'Hires from `from` to `until`; see StatisticsMonth.hires.' })
  hires!: FigureType;

  @Field(() => FigureType, { description: 'VTE labels granted from `from` to `until`.' })
  labels!: FigureType;
}
