import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Company } from '../companies/company.entity.js';
import { CompanyFollowers } from '../companies/company-followers.js';
import { noteFound } from './case-book.js';
import { suspiciousOfCompany } from './suspicious-words.js';

/** Reads what companies say of themselves to everyone. What people write to each other is read by them alone. */
@Injectable()
export class CompanyReviewer implements OnModuleInit {
  constructor(
    private readonly followers: CompanyFollowers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.register({
      registered: (tx, company) => this.read(tx, company),
      revised: (tx, _was, is) => this.read(tx, is),
    });
  }

  private read(tx: EntityManager, company: Company): Promise<void> {
    return noteFound(tx, 'COMPANY', company.id, suspiciousOfCompany(company, this.clock.today()), this.clock.now());
  }
}
