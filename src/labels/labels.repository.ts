import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { MomentAfter } from '../common/moment-page.js';
import { Hire } from '../hires/hire.entity.js';
import type { LabelFilter } from './label.input.js';
import type { LabelState } from './label-words.js';
import { Label } from './label.entity.js';

/** Whose labels a list shows; those of nobody in particular are all. */
export type LabelsOf =
  { companyId: string } | { candidateId: string } | { territoryId: string } | Record<string, never>;

const whose = (of: LabelsOf): string => {
  if ('companyId' in of) return 'hire.company_id = :companyId';
  if ('candidateId' in of) return 'hire.candidate_id = :candidateId';
  if ('territoryId' in of)
    return `hire.commune_code IN (
      SELECT commune_code FROM territory_commune AS place JOIN territory ON territory.id = place.territory_id
       WHERE territory.id = :territoryId AND NOT territory.retired)`;
  return 'TRUE';
};

@Injectable()
export class LabelsRepository {
  constructor(
    @InjectRepository(Label) private readonly labels: Repository<Label>,
    private readonly clock: Clock,
  ) {}

  /** One over `first`: those that moved last come first, or last. */
  page(of: LabelsOf, filter: LabelFilter, first: number, after?: MomentAfter, oldestFirst = false): Promise<Label[]> {
    const [direction, sign] = oldestFirst ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const query = this.labels
      .createQueryBuilder('label')
      .innerJoin(Hire, 'hire', 'hire.id = label.hire_id')
      .where(whose(of), of)
      .orderBy('label.since', direction)
      .addOrderBy('label.id', direction)
      .limit(first + 1);
    if (filter.states?.length) query.andWhere('label.state IN (:...states)', { states: filter.states });
    if (filter.late) query.andWhere('label.act_by < :today', { today: this.clock.today() });
    if (after) query.andWhere(`(label.since, label.id) ${sign} (:moment, :id)`, { moment: after[0], id: after[1] });
    return query.getMany();
  }

  /** How many stand in each state; states without any are left out. */
  counts(of: LabelsOf, among?: readonly LabelState[]): Promise<{ state: LabelState; count: number }[]> {
    const query = this.labels
      .createQueryBuilder('label')
      .select('label.state', 'state')
      .addSelect('count(*)::int', 'count')
      .innerJoin(Hire, 'hire', 'hire.id = label.hire_id')
      .where(whose(of), of)
      .groupBy('label.state')
      .orderBy('label.state');
    if (among) query.andWhere('label.state IN (:...among)', { among });
    return query.getRawMany();
  }
}
