import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { PersonalData } from '../accounts/personal-data.js';

/** Erases an account that its owner does not erase: by the rules of how long things are kept, or by a list gone through again. */
@Injectable()
export class AccountEraser {
  constructor(private readonly personalData: PersonalData) {}

  /** All or nothing: what every room holds about the person, and the account with its sessions. False when there was none. */
  async erase(tx: EntityManager, id: string): Promise<boolean> {
    const locked = await tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!locked) return false;
    await this.personalData.erase(tx, id);
    await tx.delete(Account, { id });
    return true;
  }
}
