import { Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { ApplicationStatus } from '../applications/application-status.js';
import { enumOf } from '../common/enum-of.js';
import { PlaceInput } from '../territories/place.input.js';

const sorts = ['URGENCY', 'NEWEST', 'LAST_MOVED', 'SCORE'] as const;
export type BoardSort = (typeof sorts)[number];
export const BoardSort = enumOf(sorts);

registerEnumType(BoardSort, {
  name: 'BoardSort',
  description: 'The order of the cards of a column. A cursor belongs to one order.',
  valuesMap: {
    URGENCY: {
      description:
        'What waits for an answer by the day it is due, soonest first; interviews by how long nothing moved, longest first; ' +
        'what is over by its end, latest first.',
    },
    NEWEST: { description: 'Sent last comes first.' },
    LAST_MOVED: { description: 'Moved last comes first.' },
    SCORE: { description: 'The best match comes first; those without a score come last.' },
  },
});

@InputType('BoardFilter', {
  description: 'Which applications a board shows. Conditions add up; a field left out, null or empty sets none.',
})
export class BoardFilter {
  @Field(() => [ID], { nullable: true, description: 'To any of these offers; at most 200.' })
  offerIds?: string[] | null;

  @Field(() => [ApplicationStatus], { nullable: true, description: 'Only these columns.' })
  statuses?: ApplicationStatus[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words, or their beginnings, in the name of the candidate, in what they wrote when they applied and in the notes of ' +
      'the company; all of them, accents and case aside. At most 10 words are looked for.',
  })
  words?: string | null;

  @Field(() => Float, { nullable: true, description: 'A match score of at least this, 0 to 100.' })
  minScore?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The candidate holds all of these skills, by their codes, at any level; at most 20.',
  })
  skillCodes?: string[] | null;

  @Field(() => [PlaceInput], {
    nullable: true,
    description: 'To an offer with a workplace in any of these places; at most 20.',
  })
  places?: PlaceInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: the day of the answer has passed without one; false: it has not.',
  })
  overdue?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Waits for an answer that is due within so many days, those overdue included; 0 is today.',
  })
  dueWithinDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether messages of the candidate wait to be read.' })
  unread?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a meeting is proposed, or agreed on and to come.' })
  hasInterview?: boolean | null;
}
