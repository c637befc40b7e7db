import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';

/** What members wrote when they asked again goes with them; the dated step stays with the company, and leads to nobody. */
@Injectable()
export class WordsOfErased implements PersonalDataHolder, OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE company_verification_step SET words = CASE WHEN by = 'MEMBER' THEN NULL ELSE words END, account_id = NULL
        WHERE account_id = $1`,
      [accountId],
    );
  }
}
