import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Stub until the reply addresses are there. */
@Injectable()
export class MessageBridge {
  addressFor(_tx: EntityManager, _applicationId: string, _accountId: string): Promise<string | null> {
    return Promise.resolve(null);
  }
}
