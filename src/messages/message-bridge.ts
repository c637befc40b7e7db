import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Viewer } from '../accounts/viewer.js';
import { noSuchApplication } from '../applications/application-refusals.js';
import { Refusal } from '../common/refusal.js';
import { ReplyAddresses } from '../mail/reply-addresses.js';
import { type Reply, ReplyHandlers, type ReplyVerdict } from '../mail/reply-handlers.js';
import { MessagesService } from './messages.service.js';

const kind = 'application';

/**
 * Between the platform and mailboxes: letters about an application are answered to an address that says nothing of either
 * side, and the answer becomes a message under the same rules as one that is written here.
 */
@Injectable()
export class MessageBridge implements OnModuleInit {
  constructor(
    private readonly addresses: ReplyAddresses,
    private readonly handlers: ReplyHandlers,
    private readonly messages: MessagesService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(kind, (tx, reply) => this.take(tx, reply));
  }

  /** For `Letter.replyTo`; null where no answers are taken. */
  addressFor(tx: EntityManager, applicationId: string, accountId: string): Promise<string | null> {
    return this.addresses.addressFor(tx, `${kind}:${applicationId}`, accountId);
  }

  private async take(tx: EntityManager, { subjectId, accountId, text }: Reply): Promise<ReplyVerdict> {
    const account = await tx.findOneBy(Account, { id: accountId });
    const sent = account
      ? await this.messages.sendIn(tx, new Viewer(account.id, account.email, account.role), subjectId, {
          body: text,
          byMail: true,
        })
      : noSuchApplication();
    return sent instanceof Refusal ? { taken: false, because: sent.text } : { taken: true };
  }
}
