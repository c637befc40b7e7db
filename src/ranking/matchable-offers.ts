import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AidedOffers } from '../aids/aided-offers.js';
import { Clock } from '../common/clock.js';
import { apartFromAids, OfferFilters, type ReadFilter } from '../offers/offer-filter.js';
import { openInSql } from '../offers/offer-status.js';
import type { CandidateFacts, OfferFacts } from '../scoring/score-facts.js';
import type { Wishes } from '../scoring/wishes.js';

/** The columns a score looks at, without the texts. */
const columns = `
  o.id, o.required_skill_codes AS "requiredSkills", o.desired_skill_codes AS "desiredSkills", o.study_level AS "studyLevel",
  o.contract_type AS "contractType", o.mission_category AS "missionCategory", o.occupation_code AS "occupationCode",
  o.starts_on::text AS "startsOn", o.salary_min AS "salaryMin", o.salary_max AS "salaryMax",
  o.remote_work AS "remoteWork",
  ARRAY(SELECT s.commune_code FROM offer_site s WHERE s.offer_id = o.id ORDER BY s.position) AS "communeCodes", NULL AS "responsiveness"`;

@Injectable()
export class MatchableOffers {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly filters: OfferFilters,
    private readonly aided: AidedOffers,
    private readonly clock: Clock,
  ) {}

  /**
   * Every open offer that the filter keeps, less those that the gates of contract and place surely exclude; the gates
   * themselves are still to be asked.
   */
  async openFor(candidate: CandidateFacts, wishes: Wishes, asked: ReadFilter): Promise<OfferFacts[]> {
    const { filter, aids } = apartFromAids(asked);
    const parameters: unknown[] = [this.clock.today()];
    const conditions = [openInSql('o', '$1'), this.filters.inSql(filter, parameters)];
    if (candidate.contractTypes.length > 0) {
      conditions.push(`o.contract_type = ANY($${parameters.push(candidate.contractTypes)}::text[])`);
    }
    if (!wishes.everywhere) {
      conditions.push(
        `(o.remote_work = 'FULL' OR EXISTS (SELECT 1 FROM offer_site s
           WHERE s.offer_id = o.id AND s.commune_code = ANY($${parameters.push(wishes.communeCodes())}::text[])))`,
      );
    }
    const offers = await this.db.query<OfferFacts[]>(
      `SELECT ${columns} FROM offer o WHERE ${conditions.join(' AND ')}`,
      parameters,
    );
    if (!aids) return offers;
    const ids = offers.map(({ id }) => id);
    const aided = await this.aided.among(ids, aids);
    return offers.filter(({ id }) => aided.has(id));
  }
}
