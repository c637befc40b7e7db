import { Field, ObjectType } from '@nestjs/graphql';
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
