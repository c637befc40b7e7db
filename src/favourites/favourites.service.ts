import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { OfferNotOpen } from '../applications/application.type.js';
import { notACandidate } from '../candidates/candidates.service.js';
import { CandidatesRepository } from '../candidates/candidates.repository.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import type { Refusal } from '../common/refusal.js';
import { isOpen } from '../offers/offer-status.js';
import { OffersRepository } from '../offers/offers.repository.js';
import { may } from '../permissions/may.js';
import type { Favourite } from './favourite.entity.js';
import { mostFavourites, TooManyFavourites } from './favourite-refusals.js';
import type { FavouriteRemoved } from './favourite.type.js';
import { FavouritesRepository } from './favourites.repository.js';

@Injectable()
export class FavouritesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly favourites: FavouritesRepository,
    private readonly candidates: CandidatesRepository,
    private readonly offers: OffersRepository,
    private readonly clock: Clock,
  ) {}

  /** Keeping again changes nothing, not even the moment. The candidate is held, so that the bound is one. */
  async keep(by: Viewer, offerId: string): Promise<Favourite | Refusal> {
    if (!may(by, 'favourite.keep')) return notACandidate();
    if (!isUuid(offerId)) return new OfferNotOpen();
    return this.db.transaction(async (tx) => {
      const { id } = await this.candidates.lockedOfAccount(tx, by.id);
      const kept = await this.favourites.ofPair(tx, id, offerId);
      if (kept) return kept;
      const offer = await this.offers.locked(tx, offerId);
      if (!offer || !isOpen(offer, this.clock.today())) return new OfferNotOpen();
      if ((await this.favourites.countOf(tx, id)) >= mostFavourites) return new TooManyFavourites();
      return this.favourites.insert(tx, id, offerId, this.clock.now());
    });
  }

  /** What is not kept is removed all the same. */
  async remove(by: Viewer, offerId: string): Promise<FavouriteRemoved | Refusal> {
    if (!may(by, 'favourite.keep')) return notACandidate();
    const { id } = await this.candidates.ofAccount(by.id);
    if (isUuid(offerId)) await this.favourites.remove(id, offerId);
    return { offerId };
  }
}
