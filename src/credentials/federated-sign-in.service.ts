import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Accounts } from '../accounts/accounts.service.js';
import { Attempts } from '../accounts/attempts.js';
import { emailProblem, normaliseEmail } from '../accounts/email.js';
import { lockedAccount, steadyAccount } from '../accounts/locked-account.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { FederatedIdentity, type IdentityProof } from './federated.entity.js';
import { holdsProof, IdentityProofs } from './identity-proofs.js';
import type { ToldIdentity } from './oidc-providers.js';
import { LinkNotValid, WrongCode } from './sign-in-refusals.js';
import { type SignedIn, SignInService } from './sign-in.service.js';

/** The address is to be proved first, in the browser that holds this token. */
export class IdentityToProve {
  constructor(readonly token: string) {}
}

/** People who come from a provider of identity. */
@Injectable()
export class FederatedSignIn {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly signsIn: SignInService,
    private readonly proofs: IdentityProofs,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever is known goes in. Of others the provider must vouch for the address and nobody may have it here: an account that
   * exists is never handed to someone because a provider says so.
   */
  async signIn(told: ToldIdentity, context: RequestContext): Promise<SignedIn | Refusal | IdentityToProve> {
    const { issuer, subject, role, emailVerified } = told;
    const email = normaliseEmail(told.email ?? '');
    const opened = await this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(FederatedIdentity, { issuer, subject });
      const account = known && (await steadyAccount(tx, { id: known.accountId }));
      if (account) return this.signsIn.open(tx, account, context);
      if (emailProblem(email)) return new InvalidInput([new InputProblem(['email'], withoutEmail)]);
      return emailVerified
        ? this.openNew(tx, { issuer, subject, email, role, language: context.language }, context)
        : null;
    });
    if (opened) return opened;
    await this.attempts.letter(email);
    return new IdentityToProve(await this.proofs.ask({ issuer, subject, email, role, language: context.language }));
  }

  /** With the code of the letter, in the browser that came from the provider; both together prove the address. */
  async confirm(token: string, code: string, context: RequestContext): Promise<SignedIn | Refusal> {
    await this.attempts.stranger(context.address);
    const proof = holdsProof(context, token) ? await this.proofs.attempt(token, code) : null;
    if (!proof) return new LinkNotValid();
    if (proof === 'wrong') return new WrongCode();
    return this.db.transaction(async (tx) => {
      const found = await tx.findOneBy(Account, { email: proof.email });
      const account = found && (await lockedAccount(tx, found.id));
      if (!(await this.proofs.useUp(tx, proof))) return new LinkNotValid();
      if (!account) return (await this.openNew(tx, proof, context)) ?? new LinkNotValid();
      await this.proofs.claim(tx, account);
      await this.link(tx, proof, account.id);
      return this.signsIn.open(tx, await tx.findOneByOrFail(Account, { id: account.id }), context);
    });
  }

  async works(token: string, context: RequestContext): Promise<boolean> {
    return holdsProof(context, token) && (await this.proofs.works(token));
  }

  /** Null when the address was taken meanwhile. */
  private async openNew(tx: EntityManager, told: Told, context: RequestContext): Promise<SignedIn | Refusal | null> {
    const { email, role, language } = told;
    const row = { email, role, language, passwordHash: null, emailConfirmedAt: this.clock.now() };
    const account = await this.accounts.add(tx, row);
    if (!account) return null;
    await this.link(tx, told, account.id);
    return this.signsIn.open(tx, account, context);
  }

  private async link(tx: EntityManager, { issuer, subject }: Told, accountId: string): Promise<void> {
    const row = { issuer, subject, accountId, createdAt: this.clock.now() };
    await tx.createQueryBuilder().insert().into(FederatedIdentity).values(row).orIgnore().execute();
  }
}

type Told = Pick<IdentityProof, 'issuer' | 'subject' | 'email' | 'role' | 'language'>;

const withoutEmail = {
  fr: 'Votre fournisseur d’identité ne nous a pas donné d’adresse e-mail : inscrivez-vous avec une adresse et un mot de passe.',
  en: 'Your identity provider gave us no e-mail address: sign up with an address and a password.',
};
