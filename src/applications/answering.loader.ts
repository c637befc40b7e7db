import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import { AnsweringRepository } from './answering.repository.js';
import { daysToAnswer } from './application-status.js';

/** Days within which companies promise an answer, read together. */
@Injectable()
export class AnswerDaysLoader extends BatchLoader<string, number> {
  constructor(private readonly answering: AnsweringRepository) {
    super();
  }

  protected async batch(companyIds: readonly string[]): Promise<number[]> {
    const known = await this.answering.byCompanies(companyIds);
    return companyIds.map((id) => known.get(id)?.answerDays ?? daysToAnswer);
  }
}
