import type { EntityManager } from 'typeorm';
import { Session } from '../accounts/session.entity.js';
import { newToken, tokenHash } from '../accounts/tokens.js';

/** How long an administrator sees as another account, however much they do: half an hour. */
export const seeingLife = 1_800_000;

/** What the tokens of such sessions begin with, so that nobody else’s need be looked up for it. */
const prefix = 'see_';

export const isSeeingToken = (token: string | null): token is string => token?.startsWith(prefix) ?? false;

/** The token of a session in which an administrator sees as the account and can change nothing; it is never prolonged. */
export async function openSeeing(
  tx: EntityManager,
  { accountId, adminId, now }: { accountId: string; adminId: string; now: Date },
): Promise<{ token: string; until: Date }> {
  const token = `${prefix}${newToken()}`;
  const until = new Date(now.valueOf() + seeingLife);
  await tx.insert(Session, {
    tokenHash: tokenHash(token),
    accountId,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: until,
    actingAdminId: adminId,
    readOnly: true,
  });
  return { token, until };
}
