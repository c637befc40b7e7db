import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { LabelState } from '../labels/label-words.js';
import { FigureType } from './figure.type.js';
import { type Change, changes } from './insights.repository.js';
import { SkillTensionType } from './statistics.type.js';

export const InsightChangeKind = enumOf(changes);
registerEnumType(InsightChangeKind, {
  name: 'InsightChangeKind',
  description: 'What is compared between this month and the last one.',
  valuesMap: {
    OFFERS_OPENED: { description: 'Offers that went online, also after a pause.' },
    OFFERS_ENDED: { description: 'Offers that ended: filled, closed, expired or withheld.' },
    OFFERS_FILLED: { description: 'Offers declared filled.' },
    APPLICATIONS: { description: 'Applications sent to offers with a site here.' },
    ANSWERS: { description: 'First answers to such applications.' },
    HIRES: { description: 'Hires whose workplace is here.' },
    LABELS: { description: 'VTE labels granted to such hires.' },
  },
});

@ObjectType('InsightChange', {
  description: 'A number of this month up to now beside that of last month up to the same day and hour.',
})
export class InsightChangeType {
  @Field(() => InsightChangeKind, { description: 'What is counted.' })
  what!: Change;

  @Field(() => Int, {
    nullable: true,
    description: 'Since this month began; null for 1 to 4 applications, answers, hires or labels.',
  })
  current!: number | null;

  @Field(() => Int, { nullable: true, description: 'Last month, up to the same day and hour; null like `current`.' })
  previous!: number | null;

  @Field(() => Int, { nullable: true, description: '`current` less `previous`; null where one of them is.' })
  difference!: number | null;

  @Field(() => String, { description: 'The same as a plain sentence, in the language of the request.' })
  sentence!: string;
}

@ObjectType('SchoolCandidates', {
  description: 'A school and how many of its students or graduates applied here; at least 5.',
})
export class SchoolCandidatesType {
  @Field(() => String, { description: 'The school, as candidates write it.' })
  school!: string;

  @Field(() => Int, { description: 'Candidates.' })
  candidates!: number;
}

@ObjectType('LateCompany', { description: 'A company that lets candidates wait.' })
export class LateCompanyType {
  companyId!: string;

  @Field(() => Int, { description: 'Applications to its offers here that wait beyond the promised day.' })
  late!: number;

  @Field(() => Int, {
    description: 'Applications to its offers here that were closed within twelve months without any answer.',
  })
  never!: number;
}

@ObjectType('LabelsWaiting', { description: 'How many labels wait at one step.' })
export class LabelsWaitingType {
  @Field(() => LabelState, { description: 'The step.' })
  state!: LabelState;

  @Field(() => Int, { description: 'Labels of hires whose workplace is here.' })
  labels!: number;

  @Field(() => Int, { description: 'Of these, those of which something is late, as Query.labels tells with `late`.' })
  late!: number;
}

@ObjectType('NeighbourFigures', { description: 'A territory nearby, to compare with.' })
export class NeighbourFiguresType {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'Kilometres between the two nearest communes of both.' })
  km!: number;

  @Field(() => Int, { description: 'Offers open now.' })
  openOffers!: number;

  @Field(() => FigureType, { description: 'Candidates who would work there.' })
  candidates!: FigureType;

  @Field(() => FigureType, { description: 'Applications of the last twelve months that are over.' })
  applications!: FigureType;

  @Field(() => FigureType, { description: 'Answered by the promised day, of those due in these months, in per cent.' })
  answerRate!: FigureType;
}

@ObjectType('TerritoryInsights', {
  description: 'A territory in depth, for those who manage it and for administrators.',
})
export class TerritoryInsightsType {
  @Field(() => FigureType, {
    description:
      'Candidates who applied here in the last twelve months that are over and whose school is too rare to be told or not ' +
      'known; where they would be too few, the smallest school is counted among them.',
  })
  candidatesOfOtherSchools!: FigureType;

  @Field(() => [SkillTensionType], {
    description:
      'Of the skills asked for most, those that more open offers ask for than candidates have, or of which the latter is not told; up to ten.',
  })
  skillsShort!: SkillTensionType[];
}
