import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import { PasswordReset } from './pending.entity.js';

export const resetLife = 3_600_000;

/** The rows of new passwords that were asked for. */
@Injectable()
export class PasswordResets {
  constructor(private readonly clock: Clock) {}

  /** The token of a letter to the account's owner, who may choose a new password with it once. */
  async issue(tx: EntityManager, { id, email }: Account, life = resetLife): Promise<string> {
    const token = newToken();
    const createdAt = this.clock.now();
    await tx.insert(PasswordReset, {
      email,
      accountId: id,
      tokenHash: tokenHash(token),
      createdAt,
      expiresAt: new Date(createdAt.valueOf() + life),
    });
    return token;
  }
}
