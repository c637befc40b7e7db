import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** An address by which one account answers about one thing. */
@Entity('reply_address')
@Unique('reply_address_once', ['topic', 'accountId'])
@Index('reply_address_account', ['accountId'])
export class ReplyAddress {
  /** The secret in the address: whoever knows it, and writes from the account’s address, is believed. */
  @PrimaryColumn({ name: 'token', type: 'text', primaryKeyConstraintName: 'reply_address_pk' })
  token!: string;

  /** What is answered to: "application:<id>". */
  @Column({ name: 'topic', type: 'text' })
  topic!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  @ForeignKey(() => Account, { name: 'reply_address_account_fk', onDelete: 'CASCADE' })
  accountId!: string;

  /** When it was last handed out or answered to. */
  @Column({ name: 'used_at', type: 'timestamptz', default: () => 'now()' })
  usedAt!: Date;
}

/** A mail that came in, so that it does not come in twice: senders repeat what was not acknowledged. */
@Entity('reply_received')
export class ReplyReceived {
  @PrimaryColumn({ name: 'token', type: 'text', primaryKeyConstraintName: 'reply_received_pk' })
  @ForeignKey(() => ReplyAddress, { name: 'reply_received_address_fk', onDelete: 'CASCADE' })
  token!: string;

  /** A digest of its Message-ID. */
  @PrimaryColumn({ name: 'message', type: 'text', primaryKeyConstraintName: 'reply_received_pk' })
  message!: string;

  @Column({ name: 'received_at', type: 'timestamptz', default: () => 'now()' })
  receivedAt!: Date;
}
