import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import type { MomentAfter } from '../common/moment-page.js';
import { isUuid } from '../common/node.js';
import { Message, type TalkingSide } from './message.entity.js';

export type NewMessage = Pick<
  Message,
  'applicationId' | 'side' | 'authorId' | 'signedAs' | 'body' | 'byMail' | 'sentAt'
>;

@Injectable()
export class MessagesRepository {
  constructor(@InjectRepository(Message) private readonly messages: Repository<Message>) {}

  async byId(id: string): Promise<Message | null> {
    return isUuid(id) ? this.messages.findOneBy({ id }) : null;
  }

  async insert(tx: EntityManager, message: NewMessage): Promise<Message> {
    return tx.save(Message, tx.create(Message, { ...message, readAt: null, toldAt: null }));
  }

  /** One over `first`, latest first. */
  latest(applicationId: string, first: number, after?: MomentAfter): Promise<Message[]> {
    const query = this.messages
      .createQueryBuilder('message')
      .where({ applicationId })
      .orderBy('message.sentAt', 'DESC')
      .addOrderBy('message.id', 'DESC')
      .limit(first + 1);
    if (after) query.andWhere('(message.sent_at, message.id) < (:at, :id)', { at: after[0], id: after[1] });
    return query.getMany();
  }

  /** Marks as read what this side wrote, up to a message or all of it; what was read before keeps its moment. */
  async markRead(
    tx: EntityManager,
    of: Pick<Message, 'applicationId' | 'side'>,
    until: string | null,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE message SET read_at = $3 WHERE application_id = $1 AND side = $2 AND read_at IS NULL
          AND ($4::uuid IS NULL
               OR (sent_at, id) <= (SELECT sent_at, id FROM message WHERE id = $4 AND application_id = $1))`,
      [of.applicationId, of.side, at, until],
    );
  }

  /** Whoever answers a letter has read what stood in it. */
  async markToldRead(tx: EntityManager, of: Pick<Message, 'applicationId' | 'side'>, at: Date): Promise<void> {
    await tx.query(
      `UPDATE message SET read_at = $3
        WHERE application_id = $1 AND side = $2 AND read_at IS NULL AND told_at IS NOT NULL`,
      [of.applicationId, of.side, at],
    );
  }

  /** What the other side wrote and this one has not read, by application; none is left out. */
  async unread(applicationIds: readonly string[]): Promise<Map<string, Record<TalkingSide, number>>> {
    const rows = await this.messages.query<{ id: string; side: TalkingSide; count: number }[]>(
      `SELECT application_id AS id, side, count(*)::int AS count FROM message
        WHERE application_id = ANY($1) AND read_at IS NULL GROUP BY application_id, side`,
      [applicationIds],
    );
    const counts = new Map(applicationIds.map((id) => [id, { CANDIDATE: 0, COMPANY: 0 }]));
    for (const { id, side, count } of rows) counts.get(id)![side] = count;
    return counts;
  }

  /** What waits to be read by an account: as a candidate, and for the companies it acts for. */
  async unreadOf(accountId: string): Promise<number> {
    const [row] = await this.messages.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM (
         SELECT m.id FROM candidate c JOIN application a ON a.candidate_id = c.id
           JOIN message m ON m.application_id = a.id AND m.side = 'COMPANY' AND m.read_at IS NULL
          WHERE c.account_id = $1
         UNION ALL
         SELECT m.id FROM company_member cm JOIN offer o ON o.company_id = cm.company_id
           JOIN application a ON a.offer_id = o.id
           JOIN message m ON m.application_id = a.id AND m.side = 'CANDIDATE' AND m.read_at IS NULL
          WHERE cm.account_id = $1) AS unread`,
      [accountId],
    );
    return row?.count ?? 0;
  }
}
