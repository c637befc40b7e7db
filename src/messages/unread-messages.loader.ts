import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../common/batch-loader.js';
import type { TalkingSide } from './message.entity.js';
import { MessagesRepository } from './messages.repository.js';

/** How much of what each side wrote is unread, counted together for all applications of a list. */
@Injectable()
export class UnreadMessages extends BatchLoader<string, Record<TalkingSide, number>> {
  constructor(private readonly messages: MessagesRepository) {
    super();
  }

  protected async batch(applicationIds: readonly string[]): Promise<Record<TalkingSide, number>[]> {
    const counts = await this.messages.unread(applicationIds);
    return applicationIds.map((id) => counts.get(id)!);
  }
}
