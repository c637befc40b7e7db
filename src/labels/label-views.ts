import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In, IsNull, Not } from 'typeorm';
import { civilDate } from '../common/clock.js';
import { Company } from '../companies/company.entity.js';
import { Hire } from '../hires/hire.entity.js';
import { labelDates } from './label-calendar.js';
import { LabelCheckIn, LabelDocument } from './label-paper.entity.js';
import { LabelRules } from './label-rules.js';
import type { CheckInSide, LabelView } from './label-view.js';
import type { Label } from './label.entity.js';

/** A label with all that belongs to it, and what the pure rules look at. */
export interface LabelFile {
  label: Label;
  hire: Hire;
  documents: LabelDocument[];
  checkIns: LabelCheckIn[];
  view: LabelView;
}

/** Many labels in five questions to the database. */
@Injectable()
export class LabelViews {
  constructor(private readonly rules: LabelRules) {}

  async of(tx: EntityManager, labels: readonly Label[]): Promise<Map<string, LabelFile>> {
    const labelIds = labels.map(({ id }) => id);
    const hireIds = labels.map(({ hireId }) => hireId);
    const hires = new Map((await tx.findBy(Hire, { id: In(hireIds) })).map((hire) => [hire.id, hire]));
    const order = { askedAt: 'ASC', id: 'ASC' } as const;
    const documents = grouped(await tx.find(LabelDocument, { where: { labelId: In(labelIds) }, order }));
    const checkIns = grouped(
      await tx.find(LabelCheckIn, { where: { labelId: In(labelIds) }, order: { month: 'ASC', side: 'ASC' } }),
    );
    const signed = await this.signed(tx, hireIds);
    const suspended = await this.suspended(tx, [...hires.values()]);
    return new Map(
      labels.map((label) => {
        const hire = hires.get(label.hireId)!;
        const [papers, answers] = [documents.get(label.id) ?? [], checkIns.get(label.id) ?? []];
        const view = {
          ...this.view(label, hire, papers, answers),
          signed: signed.get(hire.id) ?? [],
          companyMayAct: !suspended.has(hire.companyId),
        };
        return [label.id, { label, hire, documents: papers, checkIns: answers, view }];
      }),
    );
  }

  async one(tx: EntityManager, label: Label): Promise<LabelFile> {
    return (await this.of(tx, [label])).get(label.id)!;
  }

  private view(
    label: Label,
    hire: Hire,
    documents: LabelDocument[],
    checkIns: LabelCheckIn[],
  ): Omit<LabelView, 'signed' | 'companyMayAct'> {
    const rule = this.rules.of(hire.hiredOn);
    return {
      state: label.state,
      since: civilDate(label.since),
      dates: labelDates(hire, rule),
      contractType: hire.contractType,
      documentsWithinDays: rule.documentsWithinDays,
      remindersBeforeRequest: rule.remindersBeforeRequest,
      isCharterOpen: hire.status === 'CHARTER_OPEN',
      hasPerson: hire.candidateId !== null,
      isAided: label.amountEuros === null || label.amountEuros > 0,
      endedOn: label.endedOn,
      documents,
      answered: checkIns.map(({ month, side, answeredAt }) => ({ month, side, on: civilDate(answeredAt) })),
    };
  }

  private async suspended(tx: EntityManager, hires: readonly Hire[]): Promise<Set<string>> {
    const ids = [...new Set(hires.map(({ companyId }) => companyId))];
    const found = await tx.find(Company, { select: { id: true }, where: { id: In(ids), suspendedAt: Not(IsNull()) } });
    return new Set(found.map(({ id }) => id));
  }

  /** Who signed the charter that stands. */
  private async signed(tx: EntityManager, hireIds: string[]): Promise<Map<string, CheckInSide[]>> {
    const rows = await tx.query<{ hireId: string; sides: CheckInSide[] }[]>(
      `SELECT version.hire_id AS "hireId", array_agg(signature.side) AS sides
         FROM charter_version AS version JOIN charter_signature AS signature ON signature.version_id = version.id
        WHERE version.voided_at IS NULL AND version.hire_id = ANY ($1) GROUP BY version.hire_id`,
      [hireIds],
    );
    return new Map(rows.map(({ hireId, sides }) => [hireId, sides]));
  }
}

function grouped<Row extends { labelId: string }>(rows: Row[]): Map<string, Row[]> {
  const byLabel = new Map<string, Row[]>();
  for (const row of rows) byLabel.set(row.labelId, [...(byLabel.get(row.labelId) ?? []), row]);
  return byLabel;
}
