import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ApplicationAnswer } from '../applications/application.input.js';
import { DeclineReason } from '../applications/application-reasons.js';
import { InvalidInput, NotAllowed, refusalOr } from '../common/refusal.js';
import { CompanyType } from '../companies/company.type.js';

@ObjectType('AnswerTemplate', {
  description: 'A text to answer applications with: one that comes with the platform, or one of a company’s own.',
})
export class AnswerTemplateType {
  @Field(() => ID, { description: 'To be given when it is used, revised or deleted.' })
  id!: string;

  @Field(() => String, { description: 'What it is called; once in a company.' })
  name!: string;

  @Field(() => ApplicationAnswer, { description: 'The answer it is for.' })
  answer!: ApplicationAnswer;

  @Field(() => DeclineReason, {
    nullable: true,
    description: 'The reason of a refusal; null for other answers, and when it is to be chosen each time.',
  })
  reason!: DeclineReason | null;

  @Field(() => String, {
    description: 'Plain text, with {prénom}, {nom}, {offre} and {entreprise} where each reader reads their own.',
  })
  body!: string;

  @Field(() => Boolean, { description: 'Whether it comes with the platform; nobody revises or deletes these.' })
  shipped!: boolean;

  @Field(() => Date, { nullable: true, description: 'When it was last written; null for one that is shipped.' })
  writtenAt!: Date | null;
}

@InputType('AnswerTemplateInput', { description: 'A text of a company’s own.' })
export class AnswerTemplateInput {
  @Field(() => String, { description: 'What it is called, 1 to 80 characters; once in a company.' })
  name!: string;

  @Field(() => ApplicationAnswer, { description: 'The answer it is for.' })
  answer!: ApplicationAnswer;

  @Field(() => DeclineReason, { nullable: true, description: 'For refusals: their reason, unless it is chosen later.' })
  reason?: DeclineReason | null;

  @Field(() => String, {
    description: 'Plain text, 1 to 2,000 characters, with {prénom}, {nom}, {offre} and {entreprise}.',
  })
  body!: string;
}

export const SaveAnswerTemplateResult = createUnionType({
  name: 'SaveAnswerTemplateResult',
  description: 'The template, or why it was not kept.',
  types: () => [AnswerTemplateType, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(AnswerTemplateType),
});

export const DeleteAnswerTemplateResult = createUnionType({
  name: 'DeleteAnswerTemplateResult',
  description: 'The company without the template, or why it was not deleted.',
  types: () => [CompanyType, NotAllowed] as const,
  resolveType: refusalOr(CompanyType),
});
