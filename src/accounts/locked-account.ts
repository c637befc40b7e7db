import type { EntityManager } from 'typeorm';
import { unauthenticated } from '../common/errors.js';
import { Account } from './account.entity.js';

/**
 * The account, which nobody else changes or erases until the transaction ends; null when it is gone. Always locked before the
 * rows that hang on it, so that two who want the same never wait for each other.
 */
export const lockedAccount = (tx: EntityManager, id: string): Promise<Account | null> =>
  tx.findOne(Account, { where: { id }, lock: { mode: 'for_no_key_update' } });

/** The caller's own; throws UNAUTHENTICATED when it was erased meanwhile. */
export async function ownAccount(tx: EntityManager, id: string): Promise<Account> {
  const account = await lockedAccount(tx, id);
  if (!account) throw unauthenticated();
  return account;
}

/** As it is and stays until the transaction ends; others may read it so at the same time. */
export const steadyAccount = (tx: EntityManager, by: { id: string } | { email: string }): Promise<Account | null> =>
  tx.findOne(Account, { where: by, lock: { mode: 'pessimistic_read' } });
