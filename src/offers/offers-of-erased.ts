import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { Outbox } from '../outbox/outbox.js';
import { OfferWatchers } from './offer-watchers.js';
import { OffersRepository } from './offers.repository.js';

/** When the last member of a company is erased nobody could answer candidates any more: its offers are closed. */
@Injectable()
export class OffersOfErased implements PersonalDataHolder, OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly companies: CompaniesRepository,
    private readonly offers: OffersRepository,
    private readonly watchers: OfferWatchers,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    const companyIds = await this.companies.withoutMembers(tx, accountId);
    await this.watchers.ending(tx, await this.offers.liveOfCompanies(tx, companyIds));
    const ids = await this.offers.lockedOfCompanies(tx, companyIds);
    for (const id of ids) {
      await this.offers.setStatus(tx, id, 'CLOSED');
      await this.watchers.ended(tx, { offerId: id, to: 'CLOSED', accountId: null, reason: null, words: null });
    }
    await this.outbox.mark(tx, 'offer', ...ids);
  }
}
