import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotAllowed, refusalOr } from '../common/refusal.js';
import { NothingToReport } from './moderation-refusals.js';
import { ReportReason } from './moderation-words.js';

@InputType('ReportInput', {
  description: 'What is wrong with an offer, a company, an invitation, a message or what a territory says of itself.',
})
export class ReportInput {
  @Field(() => ID, {
    description: 'The offer, the company, the territory, or the invitation or message that the caller got.',
  })
  objectId!: string;

  @Field(() => ReportReason, { description: 'What is wrong with it.' })
  reason!: ReportReason;

  @Field(() => String, {
    nullable: true,
    description: 'More of it, up to 2,000 characters of plain text; needed for OTHER. Only administrators read it.',
  })
  words?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where a stranger wants to be told what was decided; accounts are told at their own address.',
  })
  email?: string | null;
}

@ObjectType('ReportTaken', {
  description: 'It will be read. The same whether or not the caller had reported the object before.',
})
export class ReportTaken {
  @Field(() => Date, { description: 'When it was taken.' })
  readonly at: Date;

  constructor(at: Date) {
    this.at = at;
  }
}

export const ReportResult = createUnionType({
  name: 'ReportResult',
  description: 'That the report was taken, or why it was not.',
  types: () => [ReportTaken, InvalidInput, NothingToReport] as const,
  resolveType: refusalOr(ReportTaken),
});

export const ContestSuspensionResult = createUnionType({
  name: 'ContestSuspensionResult',
  description: 'That the answer was taken, or why it was not.',
  types: () => [ReportTaken, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(ReportTaken),
});
