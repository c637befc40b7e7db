import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { type CompanyFollower, CompanyFollowers } from '../companies/company-followers.js';

/** An offer that nobody could read until now is as new as one that is posted now. */
@Injectable()
export class OffersMadePublic implements CompanyFollower, OnModuleInit {
  constructor(
    private readonly followers: CompanyFollowers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async goingPublic(tx: EntityManager, companyId: string, since: Date): Promise<void> {
    await tx.query(
      `UPDATE offer SET published_at = $3 WHERE company_id = $1 AND status IN ('OPEN', 'PAUSED') AND published_at >= $2`,
      [companyId, since, this.clock.now()],
    );
  }
}
