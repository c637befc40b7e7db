import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Language } from '../common/text.js';
import type { CompanyResponsiveness } from './responsiveness.entity.js';
import { sayResponsiveness } from './responsiveness.js';

@ObjectType('Responsiveness', {
  description:
    'La réactivité d’une entreprise : how it answered those who applied within the last 12 months. Counted hourly from ' +
    'applications that were answered or whose day of answer is over. An answer is an interview, a hire or a refusal.',
})
export class ResponsivenessType {
  @Field(() => Int, {
    description: 'Taux de réponse: applications answered, in whole per cent of `counted`, 0 to 100.',
  })
  answerRate!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Délai médian de réponse: days from the application to the first answer within which half of the answers came, 0 ' +
      'for the same day; null when none was answered.',
  })
  medianDaysToAnswer!: number | null;

  @Field(() => Int, { description: 'How many applications this rests on, at least 5.' })
  counted!: number;

  @Field(() => String, { description: 'The same as a plain sentence, in the language of the request.' })
  sentence!: string;
}

export const shownResponsiveness = (
  known: CompanyResponsiveness | null,
  language: Language,
): ResponsivenessType | null =>
  known && {
    answerRate: known.rate,
    medianDaysToAnswer: known.medianDays,
    counted: known.due,
    sentence: sayResponsiveness(known)[language],
  };
