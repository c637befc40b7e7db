import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from './context.js';
import { InputProblem, Refusal } from './refusal.js';

/** Every refusal's message, in the language of the request. */
@Resolver(() => Refusal)
export class RefusalResolver {
  @ResolveField(() => String)
  message(@Parent() refusal: Refusal, @Context() { language }: RequestContext): string {
    return refusal.text[language];
  }
}

@Resolver(() => InputProblem)
export class InputProblemResolver {
  @ResolveField(() => String)
  message(@Parent() problem: InputProblem, @Context() { language }: RequestContext): string {
    return problem.text[language];
  }
}
