import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { ViewerType } from '../accounts/account.type.js';
import { InvalidInput, NotAllowed, refusalOr } from '../common/refusal.js';

@ObjectType('SeeingSession', {
  description: 'An administrator sees what an account sees. Every request is in the audit log; nothing can be changed.',
})
export class SeeingSession {
  @Field(() => String, {
    description:
      'To be sent as "Authorization: Bearer …" beside the administrator’s own session, which goes on; never shown again.',
  })
  token!: string;

  @Field(() => Date, { description: 'Until when it works: half an hour, however much it is used.' })
  until!: Date;

  @Field(() => ViewerType, { description: 'The account that is seen as, with seenBy.' })
  viewer!: ViewerType;
}

export const SeeAsResult = createUnionType({
  name: 'SeeAsResult',
  description: 'The session, or why there is none.',
  types: () => [SeeingSession, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(SeeingSession),
});
