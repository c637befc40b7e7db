import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import { CompaniesRepository } from './companies.repository.js';

/** What is personal in a company is who acts for it; the company itself is a matter of public register and stays. */
@Injectable()
export class MembersOfErased implements PersonalDataHolder, OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly companies: CompaniesRepository,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  erase(tx: EntityManager, accountId: string): Promise<void> {
    return this.companies.removeMemberships(tx, accountId);
  }
}
