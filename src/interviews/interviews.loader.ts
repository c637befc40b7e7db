import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import type { Interview, InterviewSlot } from './interview.entity.js';
import { InterviewsRepository } from './interviews.repository.js';

/** The meetings of applications, read together. */
@Injectable()
export class InterviewsLoader extends BatchLoader<string, Interview[]> {
  constructor(private readonly interviews: InterviewsRepository) {
    super();
  }

  protected async batch(applicationIds: readonly string[]): Promise<Interview[][]> {
    const found = await this.interviews.ofApplications(applicationIds);
    return applicationIds.map((id) => found.filter((row) => row.applicationId === id));
  }
}

/** The times of meetings, read together. */
@Injectable()
export class InterviewSlotsLoader extends BatchLoader<string, InterviewSlot[]> {
  constructor(private readonly interviews: InterviewsRepository) {
    super();
  }

  protected async batch(interviewIds: readonly string[]): Promise<InterviewSlot[][]> {
    const found = await this.interviews.slotsOf(interviewIds);
    return interviewIds.map((id) => found.filter((row) => row.interviewId === id));
  }
}
