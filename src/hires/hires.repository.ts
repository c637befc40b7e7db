import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, QueryFailedError, type Repository } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import { isUuid } from '../common/node.js';
import type { SoundHire } from './hire-draft.js';
import { Hire } from './hire.entity.js';

export type NewHire = Partial<Hire> & Pick<Hire, 'companyId' | 'status' | 'createdAt' | 'updatedAt'> & SoundHire;

@Injectable()
export class HiresRepository {
  constructor(@InjectRepository(Hire) private readonly hires: Repository<Hire>) {}

  async byId(id: string, tx: EntityManager = this.hires.manager): Promise<Hire | null> {
    return isUuid(id) ? tx.findOneBy(Hire, { id }) : null;
  }

  byIds(ids: readonly string[]): Promise<Hire[]> {
    return this.hires.findBy({ id: In([...ids]) });
  }

  /** The row, held until the transaction ends. Company, offer and application come before it, labels after. */
  async held(tx: EntityManager, id: string): Promise<Hire | null> {
    return isUuid(id) ? tx.findOne(Hire, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async insert(tx: EntityManager, hire: NewHire): Promise<Hire> {
    const { identifiers } = await tx.insert(Hire, hire);
    return tx.findOneByOrFail(Hire, { id: String(identifiers[0]!['id']) });
  }

  /** The row as it is after the change; it is held. */
  async change(tx: EntityManager, hire: Hire, changes: Partial<Hire>): Promise<Hire> {
    await tx.update(Hire, { id: hire.id }, changes);
    return Object.assign(new Hire(), hire, changes);
  }

  /** The one that stands of whom a company hired on a day by an address. */
  ofAddress(hire: Pick<Hire, 'companyId' | 'hiredOn'> & { addressDigest: string }): Promise<Hire | null> {
    const { companyId, addressDigest, hiredOn } = hire;
    return this.hires.findOneBy({ companyId, addressDigest, hiredOn });
  }

  /** Those called off before the one that stands. */
  ofApplications(
    applicationIds: readonly string[],
    tx: Pick<EntityManager, 'find'> = this.hires.manager,
  ): Promise<Hire[]> {
    return tx.find(Hire, {
      where: { applicationId: In([...applicationIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** One over `first`, latest first. */
  ofCompany(companyId: string, first: number, after?: MomentAfter): Promise<Hire[]> {
    return this.page({ companyId }, first, after);
  }

  /** One over `first`, latest first. */
  ofCandidate(candidateId: string, first: number, after?: MomentAfter): Promise<Hire[]> {
    return this.page({ candidateId }, first, after);
  }

  private page(where: Partial<Hire>, first: number, after?: MomentAfter): Promise<Hire[]> {
    const query = this.hires
      .createQueryBuilder('hire')
      .where(where)
      .orderBy('hire.createdAt', 'DESC')
      .addOrderBy('hire.id', 'DESC')
      .limit(first + 1);
    if (after) query.andWhere('(hire.created_at, hire.id) < (:at, :id)', { at: after[0], id: after[1] });
    return query.getMany();
  }
}

/** Whether the database refused to write down a second hire of one company by one address on one day. */
export const isDeclaredTwice = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint === 'hire_of_address';
