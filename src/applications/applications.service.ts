import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { notACandidate } from '../candidates/candidates.service.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { addDays, Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { isOpen } from '../offers/offer-status.js';
import { OffersRepository } from '../offers/offers.repository.js';
import type { Application } from './application.entity.js';
import { daysToAnswer } from './application-status.js';
import { AlreadyApplied, OfferNotOpen } from './application.type.js';
import { ApplicationsRepository } from './applications.repository.js';

const longestMessage = 5_000;

@Injectable()
export class ApplicationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly applications: ApplicationsRepository,
    private readonly offers: OffersRepository,
    private readonly candidates: CandidatesRepository,
    private readonly clock: Clock,
  ) {}

  /** Candidate and offer are held while the application is made, so that neither goes in between. */
  async apply(by: Viewer, offerId: string, words: string | null): Promise<Application | Refusal> {
    if (by.role !== 'CANDIDATE') return notACandidate();
    const message = plainText(words ?? '') || null;
    if ([...(message ?? '')].length > longestMessage) return messageTooLong();
    return this.db.transaction(async (tx) => {
      const candidate = await this.candidates.lockedOfAccount(tx, by.id);
      const offer = isUuid(offerId) ? await this.offers.locked(tx, offerId) : null;
      const before = offer && (await this.applications.ofPair(tx, offer.id, candidate.id));
      if (before) return new AlreadyApplied(before);
      if (!offer || !isOpen(offer, this.clock.today())) return new OfferNotOpen();
      const made = await this.applications.insert(tx, {
        offerId: offer.id,
        candidateId: candidate.id,
        message,
        sentAt: this.clock.now(),
        answerDueOn: addDays(this.clock.today(), daysToAnswer),
      });
      return made ?? new AlreadyApplied((await this.applications.ofPair(tx, offer.id, candidate.id))!);
    });
  }
}

const messageTooLong = (): InvalidInput =>
  new InvalidInput([
    new InputProblem(['message'], {
      fr: 'Le message compte au plus 5 000 caractères.',
      en: 'The message has at most 5,000 characters.',
    }),
  ]);
