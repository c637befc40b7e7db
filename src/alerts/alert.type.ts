import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import type { Alert, AlertSetting } from './alert.entity.js';

@ObjectType('Alert', {
  description:
    'A published offer that concerns a candidate: it answers searches they keep, or suits their profile. Each offer is told once.',
})
export class AlertType implements Partial<Alert> {
  @Field(() => ID, { description: 'Unique among all objects of the platform.' })
  id!: string;

  @Field(() => Date, { description: 'When it was found.' })
  foundAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the candidate marked it as seen; null until then.' })
  seenAt!: Date | null;
}

const { EdgeType, ConnectionType } = connectionTypes<AlertType>('Alert', () => AlertType);
export const AlertEdge = EdgeType;
export const AlertConnection = ConnectionType;

@ObjectType('AlertSetting', {
  description: 'What a candidate wants to be told besides what their saved searches find.',
})
export class AlertSettingType implements Partial<AlertSetting> {
  @Field(() => Boolean, {
    description: 'Whether offers that suit the profile become alerts; they do not unless the candidate said so.',
  })
  profileAlerts!: boolean;

  @Field(() => Int, { description: 'The least score, out of 100, of an offer that does.' })
  minScore!: number;
}

@ObjectType('AlertsSeen', { description: 'Alerts were marked as seen.' })
export class AlertsSeen {
  @Field(() => Int, { description: 'How many were not before.' })
  count!: number;

  @Field(() => Date, { description: 'The moment they are marked with.' })
  at!: Date;
}
