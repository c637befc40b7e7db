import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataHolder } from '../accounts/personal-data.js';
import type { RequestContext } from '../common/context.js';
import { NodeFinders } from '../common/node.js';
import { Message } from './message.entity.js';
import { MessagesRepository } from './messages.repository.js';
import { Standings } from './standings.js';

/**
 * Who may read a message: whoever may read its conversation. Messages go with the application, and so with the candidate;
 * those of someone of the company who is erased stay without a name.
 */
@Injectable()
export class MessageAccess implements OnModuleInit, PersonalDataHolder {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly standings: Standings,
    private readonly nodes: NodeFinders,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.nodes.register({ row: Message, type: 'Message', find: (id, context) => this.visible(id, context) });
    this.personalData.register(this);
  }

  async visible(id: string, context: RequestContext): Promise<Message | null> {
    const message = await this.messages.byId(id);
    return message && (await this.standings.forReading('message.read', message.applicationId, context))
      ? message
      : null;
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    await tx.update(Message, { authorId: accountId }, { signedAs: null });
  }
}
