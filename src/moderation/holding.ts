import type { EntityManager } from 'typeorm';
import type { ModerationCase } from './moderation-case.entity.js';
import type { Parties } from './moderation.repository.js';
import type { Suspendable } from './suspensions.service.js';

/**
 * Accounts, then company, then offer, then case: the order in which everyone holds them, erasure included. Letters refer to the
 * accounts of their readers, so these are held before anything else, and nobody waits for the other in a circle.
 */
export async function holdForCase(
  tx: EntityManager,
  { id, offerId, territoryId }: ModerationCase,
  { companyId, authorId }: Parties,
): Promise<void> {
  await tx.query('SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE', [authorId]);
  await tx.query(
    `SELECT FROM account WHERE id IN (SELECT account_id FROM company_member WHERE company_id = $1
       UNION SELECT reporter_id FROM moderation_report WHERE case_id = $2
       UNION SELECT account_id FROM territory_manager WHERE territory_id = $3) ORDER BY id FOR KEY SHARE`,
    [companyId, id, territoryId],
  );
  await tx.query('SELECT FROM company WHERE id = $1 FOR NO KEY UPDATE', [companyId]);
  await tx.query('SELECT FROM offer WHERE id = $1 FOR NO KEY UPDATE', [offerId]);
}

export async function holdForSuspension(tx: EntityManager, kind: Suspendable, id: string): Promise<void> {
  if (kind === 'ACCOUNT') return;
  const company = kind === 'OFFER' ? '(SELECT company_id FROM offer WHERE id = $1)' : '$1';
  await tx.query(
    `SELECT FROM account WHERE id IN (SELECT account_id FROM company_member WHERE company_id = ${company})
      ORDER BY id FOR KEY SHARE`,
    [id],
  );
  await tx.query(`SELECT FROM company WHERE id = ${company} FOR ${kind === 'OFFER' ? 'SHARE' : 'NO KEY UPDATE'}`, [id]);
}
