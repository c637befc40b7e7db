import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Candidate } from '../candidates/candidate.entity.js';
import { Offer } from '../offers/offer.entity.js';

/** An offer that a candidate keeps for later. */
@Entity('favourite')
@Unique('favourite_once', ['candidateId', 'offerId'])
@Index('favourite_newest', { synchronize: false })
@Index('favourite_of_offer', ['offerId'])
export class Favourite {
  @PrimaryGeneratedColumn('uuid', { name: 'id', primaryKeyConstraintName: 'favourite_pk' })
  id!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  @ForeignKey(() => Candidate, { name: 'favourite_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  @ForeignKey(() => Offer, { name: 'favourite_offer_fk', onDelete: 'CASCADE' })
  offerId!: string;

  @Column({ name: 'added_at', type: 'timestamptz', precision: 3 })
  addedAt!: Date;

  /** The last day of the offer about which the candidate was written to; another last day is told again. */
  @Column({ name: 'warned_for', type: 'date', nullable: true })
  warnedFor!: string | null;
}
