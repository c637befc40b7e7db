import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';

/**
 * Applications go with their candidate by themselves. Of someone who answered for a company the name they signed with goes;
 * the answer stays the candidate’s.
 */
@Injectable()
export class ApplicationsOfErased implements PersonalDataHolder, OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query('UPDATE application_event SET signed_as = NULL WHERE account_id = $1 AND signed_as IS NOT NULL', [
      accountId,
    ]);
  }
}
