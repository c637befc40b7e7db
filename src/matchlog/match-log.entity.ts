import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { Offer } from '../offers/offer.entity.js';
import type { ShownMatch } from './shown-match.js';

/** On whose side whoever saw a match stands: the candidate, a member of the offer's company, an administrator. */
export const audiences = ['CANDIDATE', 'COMPANY', 'PLATFORM'] as const;
export type Audience = (typeof audiences)[number];

/** One match as one account was shown it; the same again is the same row. Kept for 90 days after it was last shown. */
@Entity('match_log')
@Check('match_log_shown_to_known', `shown_to IN ('CANDIDATE', 'COMPANY', 'PLATFORM')`)
@Index('match_log_pair', ['offerId', 'candidateId'])
@Index('match_log_candidate', ['candidateId'])
@Index('match_log_account', ['accountId'])
@Index('match_log_age', ['lastShownAt'])
export class MatchLogEntry {
  /** Made from all that makes it another row: the viewer, the pair and what was shown. */
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'match_log_pk' })
  id!: string;

  /** Who saw it; told to nobody. */
  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'match_log_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  @ForeignKey(() => Offer, { name: 'match_log_offer_fk', onDelete: 'CASCADE' })
  offerId!: string;

  @Column({ name: 'candidate_id', type: 'uuid' })
  @ForeignKey(() => Candidate, { name: 'match_log_candidate_fk', onDelete: 'CASCADE' })
  candidateId!: string;

  @Column({ name: 'shown_to', type: 'text' })
  shownTo!: Audience;

  @Column({ name: 'scoring_version', type: 'text' })
  scoringVersion!: string;

  /** The score, in tenths of a point. */
  @Column({ name: 'tenths', type: 'smallint' })
  tenths!: number;

  @Column({ name: 'times', type: 'integer' })
  times!: number;

  @Column({ name: 'first_shown_at', type: 'timestamptz', precision: 3 })
  firstShownAt!: Date;

  @Column({ name: 'last_shown_at', type: 'timestamptz', precision: 3 })
  lastShownAt!: Date;

  @Column({ name: 'shown', type: 'json' })
  shown!: ShownMatch;
}
