import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewers } from '../accounts/viewers.js';
import type { RequestContext } from '../common/context.js';
import type { InvalidInput } from '../common/refusal.js';
import { Asks } from '../permissions/act.decorator.js';
import { BatchAnswers } from './batch-answers.service.js';
import {
  AnswerApplicationsInput,
  AnswerApplicationsResult,
  type AnsweredApplications,
  type AnswerPreviews,
  PreviewAnswersResult,
} from './batch.type.js';

@Resolver()
export class BatchResolver {
  constructor(
    private readonly viewers: Viewers,
    private readonly answers: BatchAnswers,
  ) {}

  @Asks('application.answer')
  @Query(() => PreviewAnswersResult, {
    complexity: 100,
    description:
      'What the candidates of a batch would read, for owners and recruiters of the company. An application that the caller ' +
      'may not answer looks like one that does not exist.',
  })
  async previewAnswers(
    @Args('input', { description: 'The answer.' }) input: AnswerApplicationsInput,
    @Context() context: RequestContext,
  ): Promise<AnswerPreviews | InvalidInput> {
    return this.answers.preview(await this.viewers.required(context), input, context);
  }

  @Asks('application.answer')
  @Mutation(() => AnswerApplicationsResult, {
    complexity: 500,
    description:
      'Answers many applications at once, for owners and recruiters of their companies; each candidate is written to with ' +
      'their own words. Each is answered by itself, so some may be and others not.',
  })
  async answerApplications(
    @Args('input', { description: 'The answer.' }) input: AnswerApplicationsInput,
    @Context() context: RequestContext,
  ): Promise<AnsweredApplications | InvalidInput> {
    return this.answers.answer(await this.viewers.required(context), input, context.language);
  }
}
