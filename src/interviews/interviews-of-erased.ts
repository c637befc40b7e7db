import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import { Clock } from '../common/clock.js';
import { InterviewLetters } from './interview-letters.js';
import { InterviewsRepository } from './interviews.repository.js';

/** Meetings go with the application by themselves. Whoever was to meet the candidate hears of it, so that calendars stay true. */
@Injectable()
export class InterviewsOfErased implements PersonalDataHolder, OnModuleInit {
  constructor(
    private readonly interviews: InterviewsRepository,
    private readonly letters: InterviewLetters,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    const toCome = await this.interviews.toComeOf(tx, accountId, this.clock.now());
    for (const interview of toCome) await this.letters.writeOfErased(tx, interview);
  }
}
