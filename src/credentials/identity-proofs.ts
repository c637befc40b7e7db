import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, LessThan, MoreThan } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Sessions } from '../accounts/sessions.js';
import { newToken, tokenHash } from '../accounts/tokens.js';
import { Clock } from '../common/clock.js';
import type { Config } from '../common/config.js';
import type { RequestContext } from '../common/context.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import { Mailer } from '../mail/mailer.js';
import { IdentityProof } from './federated.entity.js';
import { identityCodeLetter, securityLetter } from './letter-texts.js';
import { codesPerTicket, SecondFactors } from './second-factors.service.js';

const proofLife = 30 * 60_000;
const proofLetter = 'identity-proof-letter';

/** Addresses that people from providers are to prove: the browser holds a token, the mailbox gets a code. */
@Injectable()
export class IdentityProofs implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly mailer: Mailer,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(proofLetter, ({ id }) => this.write(String(id)));
  }

  /** The token for the browser. */
  async ask(told: Pick<IdentityProof, 'issuer' | 'subject' | 'email' | 'role' | 'language'>): Promise<string> {
    const token = newToken();
    const createdAt = this.clock.now();
    const row = { ...told, createdAt, expiresAt: new Date(createdAt.valueOf() + proofLife) };
    await this.db.transaction(async (tx) => {
      const { identifiers } = await tx.insert(IdentityProof, { ...row, tokenHash: tokenHash(token) });
      await this.jobs.add(tx, proofLetter, { id: String(identifiers[0]!['id']) });
    });
    return token;
  }

  /** Each try is counted, whatever becomes of it; null when there is nothing to try any more. */
  async attempt(token: string, code: string): Promise<IdentityProof | 'wrong' | null> {
    const [[row]] = await this.db.query<[{ id: string }[], number]>(
      `UPDATE identity_proof SET attempts = attempts + 1 WHERE token_hash = $1 AND expires_at > $2 AND attempts < $3
       RETURNING id`,
      [tokenHash(token), this.clock.now(), codesPerTicket],
    );
    const proof = row && (await this.db.manager.findOneBy(IdentityProof, { id: row.id }));
    if (!proof) return null;
    return proof.codeHash?.equals(codeHash(proof.id, code)) ? proof : 'wrong';
  }

  /** Whether a code may still be tried. */
  works(token: string): Promise<boolean> {
    const [expiresAt, attempts] = [MoreThan(this.clock.now()), LessThan(codesPerTicket)];
    return this.db.manager.existsBy(IdentityProof, { tokenHash: tokenHash(token), expiresAt, attempts });
  }

  /** Whether it was still there. */
  async useUp(tx: EntityManager, { id }: IdentityProof): Promise<boolean> {
    const { affected } = await tx.delete(IdentityProof, { id });
    return affected === 1;
  }

  /**
   * The mailbox of an account was proved. If it never was before, whoever made the account may be someone else: their
   * password, sessions and second factor go.
   */
  async claim(tx: EntityManager, { id, emailConfirmedAt }: Account): Promise<void> {
    if (!emailConfirmedAt) {
      await tx.update(Account, { id }, { passwordHash: null, emailConfirmedAt: this.clock.now() });
      await this.sessions.endAll(tx, id);
      await this.factors.remove(tx, id);
    }
    await this.mailer.write(tx, securityLetter({ accountId: id }, 'identity-linked'));
  }

  private write(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const proof = await tx.findOne(IdentityProof, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!proof || proof.codeHash) return;
      const code = String(randomInt(10 ** 8)).padStart(8, '0');
      await tx.update(IdentityProof, { id }, { codeHash: codeHash(id, code) });
      await this.mailer.write(tx, identityCodeLetter({ email: proof.email, language: proof.language }, code));
    });
  }
}

const proofCookie = 'vte_identity';

/** The token is for this browser only: someone who was sent its page by another proves nothing for that one. */
export function giveProofCookie({ reply }: RequestContext, token: string, { NODE_ENV }: Config): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: NODE_ENV === 'production' };
  void reply.setCookie(proofCookie, token, { ...options, maxAge: proofLife / 1000 });
}

/** Whether it came from the provider in this browser. */
export const holdsProof = ({ reply }: RequestContext, token: string): boolean =>
  reply.request.cookies[proofCookie] === token;

const codeHash = (id: string, code: string): Buffer => tokenHash(`${id}:${code.replace(/\s/g, '')}`);
