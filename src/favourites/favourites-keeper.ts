import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { addDays, Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import type { Letter } from '../mail/letter.js';
import { Mailer } from '../mail/mailer.js';
import { openInSql } from '../offers/offer-status.js';
import { englishDate, frenchDate } from '../scoring/explain-words.js';

/** Days before the last day of an offer on which who keeps it is told. */
const warnedBefore = 3;

/** Where the front end shows what a candidate keeps, below PUBLIC_URL. */
const favouritesPath = '/favoris';

interface Ending {
  title: string;
  expiresOn: string;
}

/** Of the candidate $3 (of anyone when null): kept, open, ending within days, not applied to, and not told of yet. */
const ending = `
  favourite f JOIN offer o ON o.id = f.offer_id JOIN candidate c ON c.id = f.candidate_id
  WHERE ${openInSql('o', '$1')} AND o.expires_on <= $2::date AND f.warned_for IS DISTINCT FROM o.expires_on
    AND ($3::uuid IS NULL OR f.candidate_id = $3)
    AND NOT EXISTS (SELECT FROM application a WHERE a.offer_id = f.offer_id AND a.candidate_id = f.candidate_id)`;

/** Tells candidates once that offers they keep end soon: one letter for all of a day. */
@Injectable()
export class FavouritesKeeper implements OnModuleInit {
  private readonly logger = new Logger('FavouritesKeeper');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: JobHandlers,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'favourites-ending', cron: '23 7 * * *', work: () => this.work() });
  }

  async work(): Promise<void> {
    const today = this.clock.today();
    const until = addDays(today, warnedBefore);
    const rows = await this.db.query<{ candidateId: string; accountId: string }[]>(
      `SELECT DISTINCT f.candidate_id AS "candidateId", c.account_id AS "accountId" FROM ${ending}`,
      [today, until, null],
    );
    for (const { candidateId, accountId } of rows) {
      try {
        await this.tell(candidateId, accountId, today, until);
      } catch (error) {
        this.logger.warn(`${candidateId} was not told, to be tried again tomorrow: ${String(error)}`);
      }
    }
  }

  /** Account and profile are held before the rows: whoever erases takes them in this order. */
  private tell(candidateId: string, accountId: string, today: string, until: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR KEY SHARE', [accountId]);
      await tx.query('SELECT FROM candidate WHERE id = $1 FOR KEY SHARE', [candidateId]);
      const [offers] = await tx.query<[Ending[], number]>(
        `UPDATE favourite SET warned_for = told.expires_on
           FROM (SELECT f.id, o.title, o.expires_on FROM ${ending} FOR UPDATE OF f) AS told
          WHERE favourite.id = told.id RETURNING told.title, told.expires_on::text AS "expiresOn"`,
        [today, until, candidateId],
      );
      if (offers.length > 0) await this.mailer.write(tx, { ...endingSoon(offers), to: { accountId } });
    });
  }
}

const endingSoon = (offers: Ending[]): Omit<Letter, 'to'> => ({
  kind: 'favourite-ending',
  subject:
    offers.length === 1
      ? { fr: `Bientôt close : ${offers[0]!.title}`, en: `Ends soon: ${offers[0]!.title}` }
      : {
          fr: `${offers.length} de vos offres favorites ferment bientôt`,
          en: `${offers.length} offers you keep end soon`,
        },
  paragraphs: [...offers]
    .sort((one, other) => one.expiresOn.localeCompare(other.expiresOn))
    .map(({ title, expiresOn }) => ({
      fr: `« ${title} » : dernier jour pour candidater le ${frenchDate(expiresOn)}.`,
      en: `“${title}”: the last day to apply is ${englishDate(expiresOn)}.`,
    })),
  link: { label: { fr: 'Voir mes favoris', en: 'See the offers I keep' }, path: favouritesPath },
});
