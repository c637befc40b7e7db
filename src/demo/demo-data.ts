import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { PersonalData } from '../accounts/personal-data.js';
import { recountResponsiveness } from '../applications/responsiveness-count.js';
import { CONFIG, type Config } from '../common/config.js';
import type { Progress } from '../common/progress.js';
import { Outbox } from '../outbox/outbox.js';
import { DemoFactsReader } from './demo-facts.reader.js';
import { DemoWriter } from './demo-writer.js';

/** The name under which reference_load remembers that the demo was loaded once, for good. */
const loadName = 'demo';

/** Invented companies, offers and candidates to try the platform with; loaded on a first start, removed by a command. */
@Injectable()
export class DemoData implements OnApplicationBootstrap {
  private readonly logger = new Logger(DemoData.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly facts: DemoFactsReader,
    private readonly writer: DemoWriter,
    private readonly personalData: PersonalData,
    private readonly outbox: Outbox,
  ) {}

  /** The passwords of the demo's accounts are known to all: with a demo's database, production shuts them out. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.NODE_ENV !== 'production') return;
    const { affected } = await this.db
      .createQueryBuilder()
      .update(Account)
      .set({ suspendedAt: () => 'now()' })
      .where('demo AND suspended_at IS NULL')
      .execute();
    if (affected) {
      this.logger.warn(`${affected} demo accounts were suspended; "npm run cli -- demo remove" takes the demo away.`);
    }
  }

  /** On the first start of a platform that nobody uses yet, unless it is in production or the demo is turned off. */
  async loadOnce(progress: Progress): Promise<void> {
    if (this.config.DEMO_DATA === 'off' || this.config.NODE_ENV === 'production') return;
    const [{ begun } = { begun: true }] = await this.db.query<{ begun: boolean }[]>(
      'SELECT EXISTS (SELECT FROM reference_load WHERE name = $1) OR EXISTS (SELECT FROM account) AS begun',
      [loadName],
    );
    if (!begun) await this.load(progress);
  }

  /** The e-mails of the named accounts that one can sign in with now; none in production. */
  async namedAccounts(): Promise<string[]> {
    return this.config.NODE_ENV === 'production' ? [] : this.writer.openedAccounts();
  }

  /** What is there already stays as it is; what is missing of the demo is added. */
  async load(progress: Progress): Promise<void> {
    if (this.config.NODE_ENV === 'production') {
      throw new Error(
        'Les données de démonstration ne se chargent jamais avec NODE_ENV=production. ' +
          '(Demo data are never loaded with NODE_ENV=production.)',
      );
    }
    const facts = await this.facts.read();
    await this.db.transaction(async (tx) => {
      await oneAtATime(tx);
      await this.writer.write(tx, facts, progress);
      await recountResponsiveness(tx, facts.today, facts.now);
      await tx.query(
        `INSERT INTO reference_load (name, fingerprint) VALUES ($1, '1') ON CONFLICT (name) DO UPDATE SET loaded_at = now()`,
        [loadName],
      );
    });
  }

  /**
   * Takes away everything marked demo, and what cannot stay without it: applications to its offers, offers written for its
   * companies, companies that only its accounts acted for. The next start does not load it again.
   */
  async remove(): Promise<void> {
    await this.db.transaction(async (tx) => {
      await oneAtATime(tx);
      const ids = (sql: string, ...values: unknown[]): Promise<string[]> =>
        tx.query<{ id: string }[]>(sql, values).then((rows) => rows.map(({ id }) => id));
      const companies = await ids(
        `SELECT id FROM company WHERE demo OR id IN (
           SELECT company_id FROM company_member JOIN account ON account.id = account_id
           GROUP BY company_id HAVING bool_and(account.demo)) ORDER BY id FOR UPDATE`,
      );
      const offers = await ids(
        'SELECT id FROM offer WHERE demo OR company_id = ANY($1) ORDER BY id FOR UPDATE',
        companies,
      );
      const accounts = await ids('SELECT id FROM account WHERE demo ORDER BY id FOR UPDATE');
      await this.outbox.mark(tx, 'offer', ...offers);
      await tx.query('DELETE FROM offer WHERE id = ANY($1)', [offers]);
      await tx.query('DELETE FROM company WHERE id = ANY($1)', [companies]);
      for (const id of accounts) await this.personalData.erase(tx, id);
      await tx.query('DELETE FROM candidate WHERE demo');
      await tx.query('DELETE FROM territory_welcome WHERE demo');
      await tx.query('DELETE FROM account WHERE id = ANY($1)', [accounts]);
    });
  }
}

/** Two processes that load or remove take turns. */
const oneAtATime = (tx: EntityManager): Promise<unknown> => tx.query('SELECT pg_advisory_xact_lock(5218803413)');
