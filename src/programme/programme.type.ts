import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { CivilDate } from '../common/scalars.js';
import { TerritoryGeneration } from '../territories/generation.js';
import { howKinds } from './programme-content.js';

export const HowKind = enumOf(howKinds);
export type HowKind = keyof typeof HowKind;

registerEnumType(HowKind, {
  name: 'ProgrammeHowKind',
  description: 'What of the API serves something.',
  valuesMap: {
    QUERY: { description: 'A field of Query.' },
    MUTATION: { description: 'A field of Mutation.' },
    FIELD: { description: 'A field of another type, as Type.field.' },
    ROUTE: { description: 'A route, as METHOD /path.' },
  },
});

@ObjectType('ProgrammeMeasure', { description: 'A measure of the programme of which a source speaks.' })
export class MeasureType {
  @Field(() => ID, { description: 'Unique within its generation.' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What is known of it.' })
  text!: string;

  @Field(() => String, { description: 'Where it was read.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'The address of that; null where none is known.' })
  sourceUrl!: string | null;

  @Field(() => CivilDate, { description: 'When that was looked at last.' })
  checkedOn!: string;

  @Field(() => Boolean, {
    description: 'Whether a source says which challenge it answers; else it was put there by the platform.',
  })
  attachedBySource!: boolean;
}

@ObjectType('ProgrammeHow', { description: 'The query, field, mutation or route that serves something.' })
export class HowType {
  @Field(() => HowKind, { description: 'What it is.' })
  kind!: HowKind;

  @Field(() => String, { description: 'Its name in this API.' })
  name!: string;
}

@ObjectType('ProgrammeService', { description: 'What the platform does for a challenge or a priority.' })
export class ServiceType {
  @Field(() => ID, { description: 'Unique within its generation.' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it does.' })
  text!: string;

  @Field(() => HowType, { description: 'What serves it.' })
  how!: HowType;
}

@ObjectType('ProgrammeGoal', { description: 'A challenge of the first generation, or a priority of the second.' })
export class GoalType {
  @Field(() => ID, { description: 'Unique within its generation: ATTRACT, RECRUIT, SKILLS…' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What is meant by it.' })
  text!: string;

  @Field(() => [MeasureType], { description: 'The measures for it of which a source speaks; not all that there were.' })
  measures!: MeasureType[];

  @Field(() => [ServiceType], { description: 'What the platform does for it.' })
  onThePlatform!: ServiceType[];

  @Field(() => String, {
    nullable: true,
    description: 'What the platform does not do of it; null when that is not said.',
  })
  beyondThePlatform!: string | null;
}

@ObjectType('ProgrammeFact', { description: 'A fact about how the programme is led and paid.' })
export class FactType {
  @Field(() => ID, { description: 'Unique within its generation.' })
  key!: string;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => String, { description: 'What is known.' })
  text!: string;

  @Field(() => String, { description: 'Where it was read.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'The address of that; null where none is known.' })
  sourceUrl!: string | null;

  @Field(() => CivilDate, { description: 'When that was looked at last.' })
  checkedOn!: string;
}

@ObjectType('ProgrammeCount', { description: 'How many Territoires d’industrie there were.' })
export class CountType {
  @Field(() => TerritoryGeneration, { description: 'Of which generation.' })
  generation!: TerritoryGeneration;

  @Field(() => String, {
    nullable: true,
    description: 'From when, as far as it is known: a day (2018-11-22), a month (2019-03), a year (2020), or null.',
  })
  on!: string | null;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => String, { description: 'What list that was.' })
  text!: string;

  @Field(() => String, { description: 'Where it was read.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'The address of that; null where none is known.' })
  sourceUrl!: string | null;

  @Field(() => CivilDate, { description: 'When that was looked at last.' })
  checkedOn!: string;
}

@ObjectType('ProgrammeSource', { description: 'Where something of the programme was read.' })
export class SourceType {
  @Field(() => String, { description: 'Its name.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'Its address; null where none is known.' })
  sourceUrl!: string | null;

  @Field(() => CivilDate, { description: 'When it was looked at last.' })
  checkedOn!: string;
}

@ObjectType('Programme', {
  description:
    'The programme of the Territoires d’industrie, one generation of it: what it wants, what was sourced of what it did, and what the platform does for it.',
})
export class ProgrammeType {
  @Field(() => TerritoryGeneration, { description: 'Which generation.' })
  generation!: TerritoryGeneration;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it is, in a few sentences.' })
  text!: string;

  @Field(() => [GoalType], { description: 'The four challenges of the first generation; none of the second.' })
  challenges!: GoalType[];

  @Field(() => [GoalType], { description: 'The four priorities of the second generation; none of the first.' })
  priorities!: GoalType[];

  @Field(() => Int, { nullable: true, description: 'How many measures were announced; null where no number was.' })
  measuresAnnounced!: number | null;

  @Field(() => Int, { description: 'How many measures stand here with a source.' })
  measuresSourced!: number;

  @Field(() => String, { description: 'What these two numbers mean.' })
  measuresNote!: string;

  @Field(() => [FactType], { description: 'How it is led and paid.' })
  governance!: FactType[];

  @Field(() => [CountType], {
    description: 'How many territories there were over time, of both generations, in order.',
  })
  timeline!: CountType[];

  @Field(() => [SourceType], { description: 'Where all this was read, each source once.' })
  sources!: SourceType[];
}
