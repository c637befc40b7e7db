import type { AccountRole } from '../permissions/account-role.js';

/** Who is calling: what the other rooms may know of an account. */
export class Viewer {
  constructor(
    readonly id: string,
    readonly email: string,
    readonly role: AccountRole,
    /** The administrator who sees as this account, and can change nothing; null for the account itself. */
    readonly seenBy: string | null = null,
  ) {}
}
