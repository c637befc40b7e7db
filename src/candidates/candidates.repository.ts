import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import { unauthenticated } from '../common/errors.js';
import { Candidate } from './candidate.entity.js';
import type { ProfileDraft } from './profile-draft.js';
import { schoolKey } from './school-key.js';

@Injectable()
export class CandidatesRepository {
  constructor(@InjectRepository(Candidate) private readonly candidates: Repository<Candidate>) {}

  byId(id: string): Promise<Candidate | null> {
    return this.candidates.findOneBy({ id });
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Candidate>> {
    const rows = await this.candidates.findBy({ id: In([...ids]) });
    return new Map(rows.map((candidate) => [candidate.id, candidate]));
  }

  /** The candidate behind an account of that role; an empty profile is made the first time it is asked for. */
  async ofAccount(accountId: string, manager: EntityManager = this.candidates.manager): Promise<Candidate> {
    const found = await manager.findOneBy(Candidate, { accountId });
    if (found) return found;
    await manager.query(
      `INSERT INTO candidate (account_id) SELECT id FROM account WHERE id = $1 FOR KEY SHARE
       ON CONFLICT ON CONSTRAINT candidate_of_account DO NOTHING`,
      [accountId],
    );
    return (await manager.findOneBy(Candidate, { accountId })) ?? Promise.reject(unauthenticated());
  }

  /** Held against other changes until the transaction ends. Throws UNAUTHENTICATED when the account was erased meanwhile. */
  async lockedOfAccount(tx: EntityManager, accountId: string): Promise<Candidate> {
    const { id } = await this.ofAccount(accountId, tx);
    const candidate = await tx.findOne(Candidate, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return candidate ?? Promise.reject(unauthenticated());
  }

  async save(tx: EntityManager, id: string, draft: ProfileDraft): Promise<void> {
    await tx.update(Candidate, { id }, { ...draft, schoolKey: schoolKey(draft.school), updatedAt: () => 'now()' });
  }

  /** Every candidate who agreed to be seen by companies. */
  visible(): Promise<Candidate[]> {
    return this.candidates
      .createQueryBuilder('candidate')
      .where('candidate.visible_since IS NOT NULL')
      .orderBy('candidate.id')
      .getMany();
  }

  all(): Promise<Candidate[]> {
    return this.candidates.find({ order: { id: 'ASC' } });
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(Candidate, { accountId });
  }
}
