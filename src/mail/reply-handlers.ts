import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Text } from '../common/text.js';

/** An answer to a letter, as its writer meant it: without what it quotes, without signature. */
export interface Reply {
  /** What is answered to: of the topic "application:<id>" the id. */
  subjectId: string;
  /** Who answers: the account the letter was for. It is neither erased nor suspended. */
  accountId: string;
  text: string;
}

/** Whether it was taken; if not, why: the writer’s mail server tells the writer. */
export type ReplyVerdict = { taken: true } | { taken: false; because: Text };

/**
 * Takes a reply in the transaction in which it is noted as received, so that it is taken once however often it comes in.
 * What it throws is "try again later" for the sender, and undoes everything.
 */
export type ReplyHandler = (tx: EntityManager, reply: Reply) => Promise<ReplyVerdict>;

/** Rooms register here, as they start, what becomes of answers to their letters: one handler for each kind of topic. */
@Injectable()
export class ReplyHandlers {
  private readonly handlers = new Map<string, ReplyHandler>();

  register(kind: string, handler: ReplyHandler): void {
    if (!/^[a-z]+$/.test(kind)) throw new Error(`“${kind}” cannot begin a topic`);
    if (this.handlers.has(kind)) throw new Error(`two rooms take answers about “${kind}”`);
    this.handlers.set(kind, handler);
  }

  find(kind: string): ReplyHandler | null {
    return this.handlers.get(kind) ?? null;
  }
}
