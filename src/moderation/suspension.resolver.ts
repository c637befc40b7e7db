import { Args, ArgsType, Context, Field, ID, Mutation, Resolver } from '@nestjs/graphql';
import { AdminDoor } from '../audit/admin-door.js';
import type { RequestContext } from '../common/context.js';
import type { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import type { Act } from '../permissions/rules.js';
import { SuspensionReason } from './moderation-words.js';
import type { Suspension } from './suspension.entity.js';
import { LiftSuspensionResult, SuspendResult } from './suspension.type.js';
import { type Suspendable, Suspensions } from './suspensions.service.js';

@ArgsType()
class SuspendArgs {
  @Field(() => ID, { description: 'What is to be suspended.' })
  id!: string;

  @Field(() => SuspensionReason, { description: 'Why.' })
  reason!: SuspensionReason;

  @Field(() => String, {
    nullable: true,
    description: 'Words to those concerned, up to 2,000 characters of plain text; at least 10 for OTHER.',
  })
  words?: string | null;
}

/** What administrators suspend, with or without a report. */
@Resolver()
export class SuspensionResolver {
  constructor(
    private readonly door: AdminDoor,
    private readonly suspensions: Suspensions,
  ) {}

  @Asks('offer.suspend')
  @Mutation(() => SuspendResult, {
    description:
      'Suspends the offer: candidates do not see it any more, at once. Those who applied and wait are told. Those concerned are told why and how to contest. For administrators; FORBIDDEN to others.',
  })
  suspendOffer(@Args() args: SuspendArgs, @Context() context: RequestContext): Promise<Suspension | Refusal> {
    return this.suspend('OFFER', 'offer.suspend', args, context);
  }

  @Asks('offer.suspend')
  @Mutation(() => LiftSuspensionResult, {
    description:
      'Ends a suspension. The offer is shown again if its company wants it open and is not suspended itself. Those concerned are told. For administrators; FORBIDDEN to others.',
  })
  liftOfferSuspension(
    @Args('id', { type: () => ID, description: 'What is suspended.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Suspension | Refusal> {
    return this.lift('OFFER', 'offer.suspend', id, context);
  }

  @Asks('company.suspend')
  @Mutation(() => SuspendResult, {
    description:
      'Suspends a company: none of its offers is shown any more, at once, and it cannot write to candidates. Its applicants who wait are told. Those concerned are told why and how to contest. For administrators; FORBIDDEN to others.',
  })
  suspendCompany(@Args() args: SuspendArgs, @Context() context: RequestContext): Promise<Suspension | Refusal> {
    return this.suspend('COMPANY', 'company.suspend', args, context);
  }

  @Asks('company.suspend')
  @Mutation(() => LiftSuspensionResult, {
    description:
      'Ends a suspension. Its offers that it wants open are shown again. Those concerned are told. For administrators; FORBIDDEN to others.',
  })
  liftCompanySuspension(
    @Args('id', { type: () => ID, description: 'What is suspended.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Suspension | Refusal> {
    return this.lift('COMPANY', 'company.suspend', id, context);
  }

  @Asks('account.suspend')
  @Mutation(() => SuspendResult, {
    description:
      'Suspends an account: its sessions end, it cannot sign in, and companies do not find its profile. Not one’s own, nor an administrator’s. Those concerned are told why and how to contest. For administrators; FORBIDDEN to others.',
  })
  suspendAccount(@Args() args: SuspendArgs, @Context() context: RequestContext): Promise<Suspension | Refusal> {
    return this.suspend('ACCOUNT', 'account.suspend', args, context);
  }

  @Asks('account.suspend')
  @Mutation(() => LiftSuspensionResult, {
    description:
      'Ends a suspension. It can sign in again, and companies find its profile if it had agreed to that. Those concerned are told. For administrators; FORBIDDEN to others.',
  })
  liftAccountSuspension(
    @Args('id', { type: () => ID, description: 'What is suspended.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Suspension | Refusal> {
    return this.lift('ACCOUNT', 'account.suspend', id, context);
  }

  private async suspend(
    kind: Suspendable,
    act: Act,
    { id, reason, words }: SuspendArgs,
    context: RequestContext,
  ): Promise<Suspension | Refusal> {
    const by = await this.door.enter(context, act, objectTypes[kind], id);
    return (await this.suspensions.suspend(by, kind, id, reason, words ?? null)) ?? this.suspensions.latest(id);
  }

  private async lift(kind: Suspendable, act: Act, id: string, context: RequestContext): Promise<Suspension | Refusal> {
    const by = await this.door.enter(context, act, objectTypes[kind], id);
    return (await this.suspensions.lift(by, kind, id)) ?? this.suspensions.latest(id);
  }
}

const objectTypes: Record<Suspendable, string> = { OFFER: 'Offer', COMPANY: 'Company', ACCOUNT: 'Account' };
