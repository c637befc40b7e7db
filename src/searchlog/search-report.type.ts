import { ArgsType, Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ArgsType()
export class SearchReportArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 30,
    description: 'How many days back, today included, from 1 to 90.',
  })
  days?: number | null;
}

@ArgsType()
export class ReportLinesArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many at the most, from 0 to 100.' })
  first!: number;
}

@ObjectType('SearchReportLine', { description: 'Something searched for at least three times in the days reported on.' })
export class SearchReportLine {
  @Field(() => String, {
    description: 'In the masculine singular and without accents; words that may be a person’s are left out.',
  })
  words!: string;

  @Field(() => String, {
    nullable: true,
    description: 'INSEE code of the department, or of the region asked for; null for all of France.',
  })
  placeCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name; null for all of France.' })
  placeName!: string | null;

  @Field(() => Int, { description: 'How often it was searched for.' })
  searches!: number;

  @Field(() => Int, { description: 'How often nothing was found.' })
  empty!: number;
}

@ObjectType('SearchReport', {
  description: 'What was searched for, without anything of who searched: no account, no address, no time of day.',
})
export class SearchReport {
  @Field(() => Int, { description: 'All searches of these days, by first page.' })
  searches!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of them that found nothing, from 0 to 1; null when nothing was searched for.',
  })
  zeroResultRate!: number | null;

  /** The first day reported on. */
  since!: string;
}
