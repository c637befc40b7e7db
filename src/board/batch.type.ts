import { createUnionType, Extensions, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Application } from '../applications/application.entity.js';
import { ApplicationAnswer } from '../applications/application.input.js';
import { DeclineReason } from '../applications/application-reasons.js';
import { ApplicationType } from '../applications/application.type.js';
import { enumOf } from '../common/enum-of.js';
import { InvalidInput, Refusal, refusalOr } from '../common/refusal.js';

/** How many applications one batch answers. */
export const mostAtOnce = 100;

@InputType('AnswerApplicationsInput', { description: 'One answer to many applications, each with its own words.' })
export class AnswerApplicationsInput {
  @Field(() => [ID], { description: `The applications, 1 to ${mostAtOnce}; one that is named twice is answered once.` })
  ids!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'A template to take from it what is left out below: the answer, its reason, the words.',
  })
  templateId?: string | null;

  @Field(() => ApplicationAnswer, { nullable: true, description: 'The answer; that of the template when left out.' })
  answer?: ApplicationAnswer | null;

  @Field(() => DeclineReason, {
    nullable: true,
    description: 'Needed for a refusal, and for nothing else; that of the template when left out.',
  })
  reason?: DeclineReason | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words to the candidates, with {prénom}, {nom}, {offre} and {entreprise}; at most 2,000 characters once these are ' +
      'filled in. Those of the template when left out; empty for none.',
  })
  words?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name under which the caller chooses to be known to the candidates, at most 100 characters.',
  })
  signedAs?: string | null;
}

const outcomes = ['ANSWERED', 'UNCHANGED', 'REFUSED'] as const;
export const AnswerOutcomeKind = enumOf(outcomes);

registerEnumType(AnswerOutcomeKind, {
  name: 'AnswerOutcomeKind',
  description: 'What became of one application of a batch.',
  valuesMap: {
    ANSWERED: { description: 'It was answered, and the candidate is written to.' },
    UNCHANGED: { description: 'It had this answer before, from a colleague as a rule; nobody is written to again.' },
    REFUSED: { description: 'It was not answered; the refusal says why.' },
  },
});

@ObjectType('AnswerOutcome', { description: 'What became of one application of a batch.' })
export class AnswerOutcome {
  @Field(() => ID, { description: 'The application, as it was named.' })
  id!: string;

  @Field(() => AnswerOutcomeKind, { description: 'What became of it.' })
  outcome!: (typeof outcomes)[number];

  @Field(() => ApplicationType, { nullable: true, description: 'As it stands now; null when it was not answered.' })
  application!: Application | null;

  @Field(() => Refusal, { nullable: true, description: 'Why it was not answered; null when it was.' })
  refusal!: Refusal | null;
}

@ObjectType('AnsweredApplications', {
  description: 'What became of each application of a batch. One that is not answered keeps none of the others back.',
})
export class AnsweredApplications {
  @Extensions({ mostItems: 100 })
  @Field(() => [AnswerOutcome], { description: 'In the order in which they were named.' })
  outcomes!: AnswerOutcome[];

  @Field(() => Int, { description: 'How many were answered.' })
  answered!: number;

  @Field(() => Int, { description: 'How many had this answer before.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How many were not answered.' })
  refused!: number;
}

@ObjectType('AnswerPreview', { description: 'What one candidate would read, if it were sent now.' })
export class AnswerPreview {
  @Field(() => ID, { description: 'The application, as it was named.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The words with everything filled in; null when there are none.',
  })
  words!: string | null;

  @Field(() => Refusal, { nullable: true, description: 'Why it would not be sent; null when it would.' })
  refusal!: Refusal | null;
}

@ObjectType('AnswerPreviews', { description: 'What the candidates of a batch would read.' })
export class AnswerPreviews {
  @Extensions({ mostItems: 100 })
  @Field(() => [AnswerPreview], { description: 'In the order in which the applications were named.' })
  previews!: AnswerPreview[];
}

@ObjectType('AnswerNotSent', {
  implements: () => Refusal,
  description: 'Something went wrong on our side for this application; nothing was changed, and it can be tried again.',
})
export class AnswerNotSent extends Refusal {
  constructor() {
    super({
      fr: 'Cette réponse n’est pas partie, par une erreur de notre côté. Vous pouvez réessayer.',
      en: 'This answer was not sent because of an error on our side. You can try again.',
    });
  }
}

export const AnswerApplicationsResult = createUnionType({
  name: 'AnswerApplicationsResult',
  description: 'What became of each application, or why none was looked at.',
  types: () => [AnsweredApplications, InvalidInput] as const,
  resolveType: refusalOr(AnsweredApplications),
});

export const PreviewAnswersResult = createUnionType({
  name: 'PreviewAnswersResult',
  description: 'What each candidate would read, or what is wrong with the answer.',
  types: () => [AnswerPreviews, InvalidInput] as const,
  resolveType: refusalOr(AnswerPreviews),
});
