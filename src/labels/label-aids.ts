import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AidCheckInput } from '../aids/aid.input.js';
import { AidsService } from '../aids/aids.service.js';
import { Candidate } from '../candidates/candidate.entity.js';
import { Company } from '../companies/company.entity.js';
import type { Hire } from '../hires/hire.entity.js';
import type { Aid } from '../offers/aid-names.js';
import { addMonths } from './label-calendar.js';
import type { LabelAid } from './label.entity.js';

/** The aids that come with a label; the others are not asked for here. */
export const labelAids = ['VTE_TERRITOIRE_INDUSTRIE', 'VTE_VERT'] as const satisfies readonly Aid[];

/** What the rules say of the aids of a hire, and how many VTE Vert its company has. */
@Injectable()
export class LabelAids {
  constructor(private readonly aids: AidsService) {}

  /** As of the request of the label; nothing of it is decided. */
  async verdicts(tx: EntityManager, hire: Hire, requestedOn: string): Promise<LabelAid[]> {
    const answers = this.aids.forHire(await this.facts(tx, hire, requestedOn));
    return answers
      .filter(({ aid }) => labelAids.some((one) => one === aid))
      .map(({ aid, verdict, amountEuros, mostEuros }) => ({
        ...{ aid, verdict, grantedEuros: null },
        amountEuros: amountEuros ?? mostEuros,
      }));
  }

  /** How many labels with VTE Vert the rules of the day of the hire allow; null when they say nothing of it. */
  async mostVert(tx: EntityManager, hire: Hire, requestedOn: string): Promise<VertCounts | null> {
    const answers = this.aids.forHire(await this.facts(tx, hire, requestedOn));
    const rule = answers.find(({ aid }) => aid === 'VTE_VERT')?.rule;
    const limit = rule?.conditions.find((one) => one.kind === 'AT_MOST_BEFORE');
    return limit ? { ofSiret: limit.perSiret, ofSiren: limit.perSiren } : null;
  }

  private async facts(tx: EntityManager, hire: Hire, requestedOn: string): Promise<AidCheckInput> {
    const company = await tx.findOneByOrFail(Company, { id: hire.companyId });
    const candidate = hire.candidateId === null ? null : await tx.findOneBy(Candidate, { id: hire.candidateId });
    const { ofSiret, ofSiren } = await this.vertOf(tx, hire);
    return {
      workplaceCommuneCode: hire.communeCode,
      hiredOn: hire.hiredOn,
      contractType: hire.contractType,
      durationMonths: hire.durationMonths,
      headcount: company.headcount,
      studyLevel: hire.studyLevel ?? candidate?.studyLevel ?? null,
      monthsSinceDiploma: wholeMonths(candidate?.diplomaOn ?? null, hire.hiredOn),
      greenMission: hire.greenMission,
      labelRequestedOn: requestedOn,
      vteVertOfSiret: ofSiret,
      vteVertOfSiren: ofSiren,
    };
  }

  /** Labels of others that VTE Vert was granted with and that were not given up, in the establishment and in the whole company. */
  async vertOf(tx: EntityManager, { id, companyId }: Pick<Hire, 'id' | 'companyId'>): Promise<VertCounts> {
    const [counts] = await tx.query<[VertCounts]>(
      `SELECT count(*) FILTER (WHERE other.id = own.id)::int AS "ofSiret", count(*)::int AS "ofSiren"
         FROM company AS own JOIN company AS other ON other.siren = own.siren
         JOIN hire ON hire.company_id = other.id AND hire.id <> $2
         JOIN label ON label.hire_id = hire.id AND label.state <> 'WITHDRAWN' AND EXISTS (
           SELECT FROM jsonb_array_elements(label.aids) AS aid
            WHERE aid ->> 'aid' = 'VTE_VERT' AND (aid ->> 'grantedEuros')::int > 0)
        WHERE own.id = $1`,
      [companyId, id],
    );
    return counts;
  }

  /** Before anything else is held: two grants to establishments of one company come one after the other. */
  async inTurn(tx: EntityManager, labelId: string): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('vte-vert ' || company.siren, 0))
         FROM label JOIN hire ON hire.id = label.hire_id JOIN company ON company.id = hire.company_id WHERE label.id = $1`,
      [labelId],
    );
  }
}

export interface VertCounts {
  ofSiret: number;
  ofSiren: number;
}

/** Null when the day of the diploma is not known; 0 for one that is still to come. */
export function wholeMonths(from: string | null, to: string): number | null {
  if (from === null) return null;
  let months = 0;
  while (months < 1_200 && addMonths(from, months + 1) <= to) months += 1;
  return months;
}
