import { Field, InputType, Int } from '@nestjs/graphql';

/** What the VTE asks of a company’s size and state. */
@InputType({ isAbstract: true })
export class CompanyFiguresInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'Turnover of the last closed year, in whole euros; 2,000,000,000 for that and more. Read by members and administrators alone, as are the four below.',
  })
  turnoverEuros?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Balance sheet total of the last closed year, in whole euros; 2,000,000,000 for that and more.',
  })
  balanceSheetEuros?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Staff of all establishments, and of the group the company belongs to: 0 to 5,000,000, not under headcount. The ' +
      'same number as headcount for a company of its own.',
  })
  groupHeadcount?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the company is run as a micro-entrepreneur (micro-entreprise).',
  })
  microEntrepreneur?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the company is in difficulty in the sense of the European rules on State aid.',
  })
  inDifficulty?: boolean | null;
}
