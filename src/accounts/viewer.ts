import type { AccountRole } from '../permissions/account-role.js';

/** Who is calling: what the other rooms may know of an account. */
export class Viewer {
  constructor(
    readonly id: string,
    readonly email: string,
    readonly role: AccountRole,
  ) {}
}
