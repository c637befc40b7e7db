import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Aid } from '../offers/aid-names.js';
import { AidsService, type Position } from './aids.service.js';

/**
 * The part of an offer filter that SQL cannot judge. The engine's index holds the possible aids of each offer; who reads
 * offers by SQL asks here which of them to keep.
 */
@Injectable()
export class AidedOffers {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly aids: AidsService,
  ) {}

  /** Those of the offers whose position is entitled to one of the aids, or may be. */
  async among(ids: readonly string[], wanted: readonly Aid[]): Promise<Set<string>> {
    const rows = await this.db.query<(Position & { id: string; headcount: number | null })[]>(
      `SELECT o.id, o.starts_on::text AS "startsOn", o.contract_type AS "contractType", o.study_level AS "studyLevel",
              o.duration_months AS "durationMonths", o.green_mission AS "greenMission", c.headcount,
              ARRAY(SELECT jsonb_build_object('communeCode', s.commune_code) FROM offer_site s
                     WHERE s.offer_id = o.id ORDER BY s.position) AS sites
       FROM offer o JOIN company c ON c.id = o.company_id WHERE o.id = ANY($1::uuid[])`,
      [ids],
    );
    const aided = new Set<string>();
    for (const { id, headcount, ...position } of rows) {
      const possible = this.aids.possibleFor(position, headcount);
      if (wanted.some((aid) => possible.includes(aid))) aided.add(id);
    }
    return aided;
  }
}
