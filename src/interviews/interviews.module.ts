import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { InterviewLetters } from './interview-letters.js';
import { InterviewSchedules } from './interview-schedules.js';
import { Interview, InterviewSlot } from './interview.entity.js';
import { InterviewSlotsLoader, InterviewsLoader } from './interviews.loader.js';
import { InterviewsOfErased } from './interviews-of-erased.js';
import { InterviewsRepository } from './interviews.repository.js';
import { ApplicationInterviewsResolver, InterviewsResolver } from './interviews.resolver.js';
import { InterviewsService } from './interviews.service.js';

/** Candidates and companies agree on a time to meet, and find it in their calendars. */
@Module({
  imports: [TypeOrmModule.forFeature([Interview, InterviewSlot]), AccountsModule, ApplicationsModule, MessagesModule],
  providers: [
    ApplicationInterviewsResolver,
    InterviewLetters,
    InterviewSchedules,
    InterviewSlotsLoader,
    InterviewsLoader,
    InterviewsOfErased,
    InterviewsRepository,
    InterviewsResolver,
    InterviewsService,
  ],
  exports: [InterviewsLoader],
})
export class InterviewsModule {}
