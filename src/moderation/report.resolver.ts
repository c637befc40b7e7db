import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import type { Refusal } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { ContestSuspensionResult, ReportInput, ReportResult, ReportTaken } from './report.input.js';
import { ReportingService } from './reporting.service.js';

@Resolver()
export class ReportResolver {
  constructor(private readonly reporting: ReportingService) {}

  @Asks('report.send')
  @Mutation(() => ReportResult, {
    description:
      'Tells the administrators that something is wrong with an offer, a company, an invitation, a message or what a territory ' +
      'says of itself. Open to all, also ' +
      'strangers; at most 20 an hour from one network (RATE_LIMITED). Whoever left an address, or has an account, is ' +
      'told when it is decided.',
  })
  report(
    @Args('input', { description: 'What is wrong, and with what.' }) input: ReportInput,
    @Context() context: RequestContext,
  ): Promise<ReportTaken | Refusal> {
    return this.reporting.report(input, context);
  }

  @Asks('suspension.contest')
  @Mutation(() => ContestSuspensionResult, {
    description:
      'Answers a suspension, with the token of the letter that told of it: what is a mistake, or what was corrected. ' +
      'An administrator reads it and decides again.',
  })
  contestSuspension(
    @Args('token', { description: 'The token of the letter.' }) token: string,
    @Args('words', { description: 'The answer, 10 to 2,000 characters of plain text.' }) words: string,
    @Context() context: RequestContext,
  ): Promise<ReportTaken | Refusal> {
    return this.reporting.contest(token, words, context);
  }
}
