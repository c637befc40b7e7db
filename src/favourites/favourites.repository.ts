import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import { openInSql } from '../offers/offer-status.js';
import { Favourite } from './favourite.entity.js';

@Injectable()
export class FavouritesRepository {
  constructor(@InjectRepository(Favourite) private readonly favourites: Repository<Favourite>) {}

  ofPair(tx: EntityManager, candidateId: string, offerId: string): Promise<Favourite | null> {
    return tx.findOneBy(Favourite, { candidateId, offerId });
  }

  countOf(tx: EntityManager, candidateId: string): Promise<number> {
    return tx.countBy(Favourite, { candidateId });
  }

  async insert(tx: EntityManager, candidateId: string, offerId: string, addedAt: Date): Promise<Favourite> {
    return tx.save(Favourite, tx.create(Favourite, { candidateId, offerId, addedAt }));
  }

  async remove(candidateId: string, offerId: string): Promise<void> {
    await this.favourites.delete({ candidateId, offerId });
  }

  /** One over `first`, latest first; only those open on a day, or only those that are not, when that is asked for. */
  newest(
    candidateId: string,
    open: { is: boolean; on: string } | null,
    first: number,
    after?: MomentAfter,
  ): Promise<Favourite[]> {
    const query = this.favourites
      .createQueryBuilder('favourite')
      .where({ candidateId })
      .orderBy('favourite.addedAt', 'DESC')
      .addOrderBy('favourite.id', 'DESC')
      .limit(first + 1);
    if (open) {
      const exists = `EXISTS (SELECT FROM offer o WHERE o.id = favourite.offer_id AND ${openInSql('o', ':today')})`;
      query.andWhere(open.is ? exists : `NOT ${exists}`, { today: open.on });
    }
    if (after) {
      query.andWhere('(favourite.added_at, favourite.id) < (:addedAt, :id)', { addedAt: after[0], id: after[1] });
    }
    return query.getMany();
  }
}
