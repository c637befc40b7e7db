import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';

/** Days for which nobody was given an address again and nobody wrote to it, after which it is no more. */
export const replyAddressKeptDays = 180;

const before = 'reponse-';

/** The addresses that letters give to answer to: one for each account and topic, which says nothing of either. */
@Injectable()
export class ReplyAddresses {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** For `Letter.replyTo`; null where no replies are taken. `topic` is "<kind>:<id>", of a kind in ReplyHandlers. */
  async addressFor(tx: EntityManager, topic: string, accountId: string): Promise<string | null> {
    const { REPLY_DOMAIN, REPLY_SMTP_PORT } = this.config;
    if (!REPLY_DOMAIN || !REPLY_SMTP_PORT) return null;
    const [{ token }] = await tx.query<[{ token: string }]>(
      `INSERT INTO reply_address (token, topic, account_id, used_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT reply_address_once DO UPDATE SET used_at = excluded.used_at RETURNING token`,
      [randomBytes(16).toString('hex'), topic, accountId, this.clock.now()],
    );
    return `${before}${token}@${REPLY_DOMAIN}`;
  }

  /** The secret in an address of ours; null for any other. Servers on the way may have changed the case. */
  tokenIn(address: string): string | null {
    const [local = '', domain = ''] = address.toLowerCase().split('@');
    if (domain !== this.config.REPLY_DOMAIN || !local.startsWith(before)) return null;
    const token = local.slice(before.length);
    return /^[0-9a-f]{32}$/.test(token) ? token : null;
  }
}
