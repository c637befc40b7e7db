import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { RuleBookVersion } from './rule-book-version.entity.js';

/** The versions of all tables in the database. */
@Injectable()
export class RuleBookStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The greatest number of each table: what a process compares with what it holds. */
  async newest(): Promise<Map<string, number>> {
    const rows = await this.db.query<{ book: string; number: number }[]>(
      'SELECT book, max(number) AS number FROM rule_book_version GROUP BY book',
    );
    return new Map(rows.map(({ book, number }) => [book, number]));
  }

  /** Latest first. */
  before(book: string, number: number | null, most: number): Promise<RuleBookVersion[]> {
    const query = this.db.manager
      .createQueryBuilder(RuleBookVersion, 'version')
      .where('version.book = :book', { book });
    if (number !== null) query.andWhere('version.number < :number', { number });
    return query.orderBy('version.number', 'DESC').take(most).getMany();
  }

  at(book: string, number: number): Promise<RuleBookVersion | null> {
    return this.db.manager.findOneBy(RuleBookVersion, { book, number });
  }

  /** Whether the table of a release, by its fingerprint, was ever in use or answered. */
  async settled(db: Pick<EntityManager, 'query'>, book: string, fingerprint: string): Promise<boolean> {
    const found = await db.query<unknown[]>(
      'SELECT 1 FROM rule_book_version WHERE book = $1 AND settles = $2 LIMIT 1',
      [book, fingerprint],
    );
    return found.length > 0;
  }

  isSettled(book: string, fingerprint: string): Promise<boolean> {
    return this.settled(this.db.manager, book, fingerprint);
  }

  /** One change of a table at a time, whoever makes it: `work` is given the version that is the newest meanwhile. */
  change<Result>(
    book: string,
    work: (tx: EntityManager, newest: RuleBookVersion | null) => Promise<Result>,
  ): Promise<Result> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('rule book ' || $1, 0))`, [book]);
      const newest = await tx.findOne(RuleBookVersion, { where: { book }, order: { number: 'DESC' } });
      return work(tx, newest);
    });
  }

  async add(tx: EntityManager, version: RuleBookVersion): Promise<void> {
    await tx.query(
      `INSERT INTO rule_book_version (book, number, content, origin, made_by, made_at, reason, settles)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        version.book,
        version.number,
        JSON.stringify(version.content),
        version.origin,
        version.madeBy,
        version.madeAt,
        version.reason,
        version.settles,
      ],
    );
  }
}
