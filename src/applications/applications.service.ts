import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { notACandidate } from '../candidates/candidates.service.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { may } from '../permissions/may.js';
import { ApplicationParties } from './application-parties.js';
import type { Application } from './application.entity.js';
import { OfferNotOpen } from './application.type.js';
import { ApplyCheck } from './apply-check.js';
import { messageProblem } from './apply-rules.js';
import { NewApplications, NoSuchFile } from './new-applications.js';

@Injectable()
export class ApplicationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly offers: OffersRepository,
    private readonly candidates: CandidatesRepository,
    private readonly parties: ApplicationParties,
    private readonly check: ApplyCheck,
    private readonly made: NewApplications,
  ) {}

  /**
   * People, candidate and offer are held while the application is made, in this order: two clicks make one application, the
   * twenty-first of a day is refused, and the one that fills the quota of an offer is the last.
   */
  async apply(
    by: Viewer,
    offerId: string,
    words: string | null,
    cvFileId: string | null,
  ): Promise<Application | Refusal> {
    if (!may(by, 'application.send')) return notACandidate();
    const message = plainText(words ?? '');
    const problem = messageProblem(message);
    if (problem) return problem;
    if (!isUuid(offerId)) return new OfferNotOpen();
    try {
      return await this.db.transaction(async (tx) => {
        await this.offers.keepForApplying(tx, offerId);
        await this.parties.holdForApplying(tx, by.id, offerId);
        const candidate = await this.candidates.lockedOfAccount(tx, by.id);
        const offer = await this.offers.locked(tx, offerId);
        if (!offer) return new OfferNotOpen();
        const refusal = await this.check.refusal(tx, by, candidate, offer);
        return refusal ?? (await this.made.make(tx, candidate, offer, { message, cvFileId }));
      });
    } catch (error) {
      if (error instanceof NoSuchFile) return noSuchFile();
      throw error;
    }
  }
}

const noSuchFile = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['cvFileId'], {
      fr: 'Vous n’avez pas de fichier de cet identifiant, ou il n’a pas passé le contrôle de sécurité.',
      en: 'You have no file with this id, or it did not pass the security check.',
    }),
  ]);
