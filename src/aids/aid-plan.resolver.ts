import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import { CivilDate } from '../common/scalars.js';
import type { AidPair } from './aid-plan.js';
import { AidPairType } from './aid-plan.type.js';

@Resolver(() => AidPairType)
export class AidPairResolver {
  @ResolveField(() => String)
  explanation(@Parent() { text }: AidPair, @Context() { language }: RequestContext): string {
    return text[language];
  }

  @ResolveField(() => String, { nullable: true })
  source(@Parent() { row }: AidPair): string | null {
    return row?.source ?? null;
  }

  @ResolveField(() => CivilDate, { nullable: true })
  checkedOn(@Parent() { row }: AidPair): string | null {
    return row?.checkedOn ?? null;
  }
}
