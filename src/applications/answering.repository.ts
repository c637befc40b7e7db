import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, type Repository } from 'typeorm';
import { daysToAnswer } from './application-status.js';
import { CompanyAnswering } from './company-answering.entity.js';

@Injectable()
export class AnsweringRepository {
  constructor(@InjectRepository(CompanyAnswering) private readonly answering: Repository<CompanyAnswering>) {}

  async byCompanies(ids: readonly string[]): Promise<Map<string, CompanyAnswering>> {
    const rows = await this.answering.findBy({ companyId: In([...ids]) });
    return new Map(rows.map((row) => [row.companyId, row]));
  }

  /** Days within which the company promises an answer. */
  async answerDays(tx: EntityManager, companyId: string): Promise<number> {
    return (await tx.findOneBy(CompanyAnswering, { companyId }))?.answerDays ?? daysToAnswer;
  }

  async setAnswerDays(tx: EntityManager, companyId: string, answerDays: number): Promise<void> {
    await tx.upsert(CompanyAnswering, { companyId, answerDays }, ['companyId']);
  }

  /** Its row, made when it has none, held until the transaction ends; null when the company is gone. */
  async locked(tx: EntityManager, companyId: string): Promise<CompanyAnswering | null> {
    await tx.query(
      `INSERT INTO company_answering (company_id) SELECT id FROM company WHERE id = $1 FOR KEY SHARE
       ON CONFLICT ON CONSTRAINT company_answering_pk DO NOTHING`,
      [companyId],
    );
    return tx.findOne(CompanyAnswering, { where: { companyId }, lock: { mode: 'pessimistic_write' } });
  }
}
