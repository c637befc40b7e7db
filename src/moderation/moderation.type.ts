import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import { InvalidInput, NotAllowed, refusalOr } from '../common/refusal.js';
import type { ModerationCase, ModerationReport } from './moderation-case.entity.js';
import { AlreadySuspended, CaseAlreadyDecided, NotSuspended } from './moderation-refusals.js';
import { CaseKind, Decision, ReportOrigin, ReportReason, SuspensionReason } from './moderation-words.js';

export const ModerationState = enumOf(['OPEN', 'DECIDED'] as const);
export type ModerationState = keyof typeof ModerationState;

registerEnumType(ModerationState, {
  name: 'ModerationState',
  description: 'Where a case stands.',
  valuesMap: {
    OPEN: { description: 'It waits for a decision; new reports of the object join it.' },
    DECIDED: { description: 'An administrator decided; a new report of the object opens a new case.' },
  },
});

@ObjectType('ModerationReport', {
  description: 'What one caller said of the object of a case. Administrators read it.',
})
export class ModerationReportType implements Partial<ModerationReport> {
  @Field(() => ID, { description: 'The id of the report.' })
  id!: string;

  @Field(() => ReportOrigin, { description: 'Who reported.' })
  origin!: ReportOrigin;

  @Field(() => ReportReason, { description: 'What is wrong.' })
  reason!: ReportReason;

  @Field(() => String, {
    nullable: true,
    description: 'In their own words, or the words that the platform found; plain text. Null when nothing was said.',
  })
  words!: string | null;

  @Field(() => Date, { description: 'When it was reported.' })
  reportedAt!: Date;
}

@ObjectType('ModerationCase', {
  description: 'All reports of one object that wait for one decision, or that were decided. Administrators read it.',
})
export class ModerationCaseType implements Partial<ModerationCase> {
  @Field(() => ID, { description: 'The id of the case.' })
  id!: string;

  @Field(() => CaseKind, { description: 'What it is about.' })
  kind!: CaseKind;

  @Field(() => Date, { description: 'When the first report was made.' })
  openedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was decided; null while it waits.' })
  decidedAt!: Date | null;

  @Field(() => Decision, { nullable: true, description: 'What was decided; null while it waits.' })
  decision!: Decision | null;

  @Field(() => SuspensionReason, { nullable: true, description: 'Why; null while it waits, or when nothing was done.' })
  reason!: SuspensionReason | null;

  @Field(() => String, { nullable: true, description: 'What the administrator wrote to those concerned.' })
  words!: string | null;
}

export const { EdgeType: ModerationCaseEdge, ConnectionType: ModerationCaseConnection } =
  connectionTypes<ModerationCaseType>('ModerationCase', () => ModerationCaseType);

export const DecideCaseResult = createUnionType({
  name: 'DecideCaseResult',
  description: 'The case, decided, or why it was not.',
  types: () =>
    [ModerationCaseType, InvalidInput, NotAllowed, CaseAlreadyDecided, AlreadySuspended, NotSuspended] as const,
  resolveType: refusalOr(ModerationCaseType),
});
