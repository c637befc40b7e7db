import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotAllowed, refusalOr } from '../common/refusal.js';
import { AlreadySuspended, NotSuspended } from './moderation-refusals.js';
import { SuspensionReason } from './moderation-words.js';
import type { Suspension } from './suspension.entity.js';

@ObjectType('Suspension', {
  description: 'That administrators took something offline. Seen by those concerned and by administrators.',
})
export class SuspensionType implements Partial<Suspension> {
  @Field(() => Date, { description: 'Since when.' })
  since!: Date;

  @Field(() => SuspensionReason, { description: 'Why.' })
  reason!: SuspensionReason;

  @Field(() => String, { nullable: true, description: 'What the administrator wrote to those concerned; plain text.' })
  words!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it ended; null while it holds.' })
  liftedAt!: Date | null;
}

export const SuspendResult = createUnionType({
  name: 'SuspendResult',
  description: 'The suspension that holds from now on, or why nothing was changed.',
  types: () => [SuspensionType, InvalidInput, NotAllowed, AlreadySuspended] as const,
  resolveType: refusalOr(SuspensionType),
});

export const LiftSuspensionResult = createUnionType({
  name: 'LiftSuspensionResult',
  description: 'The suspension that has ended, or why nothing was changed.',
  types: () => [SuspensionType, NotAllowed, NotSuspended] as const,
  resolveType: refusalOr(SuspensionType),
});
