import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Company } from '../companies/company.entity.js';
import { CompanyFollowers } from '../companies/company-followers.js';
import { VerificationLetters } from './verification-letters.js';
import { VerificationRepository } from './verification.repository.js';
import { type CompanyVerification, VerificationStep } from './verification.entity.js';
import type { RefusalReason, VerificationStatus, VerifiedBy } from './verification-words.js';

export interface Move {
  to: VerificationStatus;
  by: VerifiedBy;
  accountId?: string | null;
  reason?: RefusalReason | null;
  words?: string | null;
  /** Besides what follows from the move. */
  known?: Partial<Pick<CompanyVerification, 'queuedAt' | 'doubts' | 'register' | 'registerAskedAt' | 'verifiedName'>>;
}

/** The one way from one standing to another: the company, what is known of it, the dated step and the letters, together. */
@Injectable()
export class VerificationSteps {
  constructor(
    private readonly repository: VerificationRepository,
    private readonly letters: VerificationLetters,
    private readonly followers: CompanyFollowers,
    private readonly clock: Clock,
  ) {}

  /** What a member says while the company waits changes nothing of how it stands. */
  async said(tx: EntityManager, companyId: string, accountId: string, words: string): Promise<void> {
    const step = { companyId, at: this.clock.now(), status: 'PENDING' as const, by: 'MEMBER' as const };
    await tx.insert(VerificationStep, { ...step, accountId, words });
  }

  /** To be called while the company is held; its offers follow by a trigger of the table of companies. */
  async move(
    tx: EntityManager,
    companyId: string,
    { to, by, accountId = null, reason = null, words = null, known = {} }: Move,
  ): Promise<VerificationStep> {
    const now = this.clock.now();
    const since = to === 'VERIFIED' ? await this.repository.unverifiedSince(tx, companyId) : null;
    if (since) await this.followers.goingPublic(tx, companyId, since);
    await tx.update(Company, { id: companyId }, { verifiedAt: to === 'VERIFIED' ? now : null });
    const { name: verifiedName } = await tx.findOneByOrFail(Company, { id: companyId });
    await this.repository.save(tx, companyId, now, {
      since: now,
      ...(to === 'VERIFIED' ? { verifiedName } : {}),
      refusedBecause: to === 'REFUSED' ? reason : null,
      refusedWords: to === 'REFUSED' ? words : null,
      queuedAt: null,
      doubts: [],
      ...known,
    });
    const step = { companyId, at: now, status: to, by, accountId, reason, words };
    const made = await tx.save(tx.create(VerificationStep, step));
    await this.letters.note(tx, made);
    return made;
  }
}
