import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import { RecoveryCode, SecondFactor, SignInTicket } from './second-factor.entity.js';
import { type NewSecret, SecondFactorNeeded, SecondFactorToEnrol } from './sign-in-refusals.js';
import { newRecoveryCodes, newSecret, plainCode, recoveryCodeHash, stepOf } from './totp.js';

const ticketLife = 10 * 60_000;

/** How many codes one ticket may be tried with. */
export const codesPerTicket = 5;

/** The rows of second factors: who has one, whether a code is right, and the tickets of those who are still to give one. */
@Injectable()
export class SecondFactors {
  constructor(private readonly clock: Clock) {}

  has(tx: Pick<EntityManager, 'query'>, accountId: string): Promise<boolean> {
    return tx
      .query<unknown[]>('SELECT 1 FROM second_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL', [accountId])
      .then((rows) => rows.length > 0);
  }

  /** What is still needed of someone whose password is right; null when nothing is. */
  async needed(tx: EntityManager, account: Account): Promise<SecondFactorNeeded | SecondFactorToEnrol | null> {
    if (await this.has(tx, account.id)) return new SecondFactorNeeded(...(await this.ticket(tx, account.id)));
    if (account.role !== 'ADMIN') return null;
    const secret = await this.start(tx, account);
    return new SecondFactorToEnrol(...(await this.ticket(tx, account.id)), secret);
  }

  /** A new secret, which counts once a code of it was right; one that was never confirmed is replaced. */
  async start(tx: EntityManager, { id, email }: { id: string; email: string }): Promise<NewSecret> {
    const made = await newSecret(email);
    await tx.query(
      `INSERT INTO second_factor (account_id, secret, started_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET secret = $2, started_at = $3, last_step = 0
         WHERE second_factor.confirmed_at IS NULL`,
      [id, made.secret, this.clock.now()],
    );
    return made;
  }

  /** Whether the code is one of the account's, of the application or of recovery; it does not work again. */
  async accepts(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
    const factor = await this.locked(tx, accountId);
    if (!factor?.confirmedAt) return false;
    if (await this.takesStep(tx, factor, code)) return true;
    const { affected } = await tx.delete(RecoveryCode, { accountId, codeHash: recoveryCodeHash(code) });
    return affected === 1;
  }

  /** Recovery codes if the code is right for a secret that is being set up; else null. */
  async confirm(tx: EntityManager, accountId: string, code: string): Promise<string[] | null> {
    const factor = await this.locked(tx, accountId);
    if (!factor || factor.confirmedAt || !(await this.takesStep(tx, factor, code))) return null;
    await tx.update(SecondFactor, { accountId }, { confirmedAt: this.clock.now() });
    const codes = newRecoveryCodes();
    await tx.delete(RecoveryCode, { accountId });
    await tx.insert(
      RecoveryCode,
      codes.map((each) => ({ accountId, codeHash: recoveryCodeHash(each) })),
    );
    return codes;
  }

  async remove(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(RecoveryCode, { accountId });
    await tx.delete(SecondFactor, { accountId });
    await tx.delete(SignInTicket, { accountId });
  }

  /** Whose ticket it is, counted as one more try; null when it works no longer. */
  async tryTicket(tx: EntityManager, ticket: string): Promise<string | null> {
    const [[row]] = await tx.query<[{ accountId: string }[], number]>(
      `UPDATE sign_in_ticket SET attempts = attempts + 1 WHERE token_hash = $1 AND expires_at > $2 AND attempts < $3
       RETURNING account_id AS "accountId"`,
      [tokenHash(ticket), this.clock.now(), codesPerTicket],
    );
    return row?.accountId ?? null;
  }

  /** Whether a code may still be tried. */
  ticketWorks(tx: EntityManager, ticket: string): Promise<boolean> {
    const [expiresAt, attempts] = [MoreThan(this.clock.now()), LessThan(codesPerTicket)];
    return tx.existsBy(SignInTicket, { tokenHash: tokenHash(ticket), expiresAt, attempts });
  }

  /** Whether it is still there: whoever used another, or changed the password, ended it. */
  hasTicket(tx: EntityManager, ticket: string): Promise<boolean> {
    return tx.existsBy(SignInTicket, { tokenHash: tokenHash(ticket) });
  }

  async useUp(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(SignInTicket, { accountId });
  }

  private async ticket(tx: EntityManager, accountId: string): Promise<[string, Date]> {
    const ticket = newToken();
    const expiresAt = new Date(this.clock.now().valueOf() + ticketLife);
    await tx.insert(SignInTicket, { tokenHash: tokenHash(ticket), accountId, expiresAt });
    return [ticket, expiresAt];
  }

  private locked(tx: EntityManager, accountId: string): Promise<SecondFactor | null> {
    return tx.findOne(SecondFactor, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
  }

  private async takesStep(tx: EntityManager, factor: SecondFactor, code: string): Promise<boolean> {
    const step = stepOf(factor.secret, plainCode(code), this.clock.now(), Number(factor.lastStep));
    if (step === null) return false;
    await tx.update(SecondFactor, { accountId: factor.accountId }, { lastStep: String(step) });
    return true;
  }
}
