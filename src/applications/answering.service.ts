import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { isUuid } from '../common/node.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import type { Offer } from '../offers/offer.entity.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { notYourOffer } from '../offers/offers.service.js';
import { AnsweringRepository } from './answering.repository.js';
import { ApplicationParties } from './application-parties.js';
import { fewestDays, mostDays } from './company-answering.entity.js';
import { fewestWaiting, mostWaiting, OfferQuota } from './offer-quota.js';

/** What a company promises, and how many it lets wait. */
@Injectable()
export class AnsweringService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly answering: AnsweringRepository,
    private readonly companies: CompaniesRepository,
    private readonly offers: OffersRepository,
    private readonly parties: ApplicationParties,
    private readonly quota: OfferQuota,
    private readonly audit: Audit,
  ) {}

  /** Applications that were sent before keep the day they were promised. */
  setAnswerDelay(by: Viewer, companyId: string, days: number): Promise<Company | Refusal> {
    return this.db.transaction(async (tx) => {
      const company = await this.companies.byId(companyId);
      if (!company || !(await this.companies.may(by, 'company.promise', companyId, tx))) return notYourCompany();
      if (days < fewestDays || days > mostDays) return outside('days', fewestDays, mostDays);
      await this.answering.locked(tx, companyId);
      await this.answering.setAnswerDays(tx, companyId, days);
      const noted = { act: 'company.promise', objectType: 'Company', objectId: companyId, details: { days } };
      await this.audit.noteOfAdministrator(tx, by, noted);
      return company;
    });
  }

  /** An offer for which as many wait already pauses at once; one that paused for it goes online when few enough do. */
  setPauseAtWaiting(by: Viewer, offerId: string, most: number): Promise<Offer | Refusal> {
    return this.db.transaction(async (tx) => {
      const before = isUuid(offerId) ? await this.offers.byId(offerId, tx) : null;
      if (!before || !(await this.companies.may(by, 'offer.manage', before.companyId, tx))) return notYourOffer();
      if (most < fewestWaiting || most > mostWaiting) return outside('pauseAtWaiting', fewestWaiting, mostWaiting);
      await this.parties.hold(tx, [], ...(await this.parties.members(tx, before.companyId)));
      if (!(await this.offers.locked(tx, offerId))) return notYourOffer();
      await this.offers.setPauseAtWaiting(tx, offerId, most);
      await this.quota.pauseWhenFull(tx, offerId);
      await this.quota.reopenWhenAnswered(tx, offerId);
      const noted = { act: 'offer.manage', objectType: 'Offer', objectId: offerId, details: { pauseAtWaiting: most } };
      await this.audit.noteOfAdministrator(tx, by, noted);
      return (await this.offers.byId(offerId, tx))!;
    });
  }
}

const outside = (field: string, least: number, most: number): InvalidInput =>
  new InvalidInput([
    new InputProblem([field], {
      fr: `Donnez un nombre de ${least} à ${most}.`,
      en: `Give a number from ${least} to ${most}.`,
    }),
  ]);

const notYourCompany = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette entreprise n’existe pas, ou votre compte ne peut pas s’engager en son nom.',
    en: 'There is no such company, or your account may not make promises for it.',
  });
