import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Reauthentication } from '../accounts/reauthentication.js';
import type { Viewer } from '../accounts/viewer.js';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context.js';
import { plainLine } from '../common/plain-text.js';
import { InputProblem, InvalidInput, type Refusal } from '../common/refusal.js';
import { CompanySuspended } from '../companies/company-suspended.js';
import { may } from '../permissions/may.js';
import { CharterSignature, type CharterVersion } from './charter.entity.js';
import { Charters } from './charters.service.js';
import { HireLetters } from './hire-letters.js';
import { type HeldHire, HirePartiesReader, type HireSide } from './hire-parties.js';
import { CharterChanged, CompanyNotVerified, IllegalHireMove, noSuchHire } from './hire-refusals.js';
import { isPrintable } from './hire-rules.js';
import { bothSigned } from './hire-status.js';
import { about, bothHaveSigned, otherSigned } from './hire-words.js';
import type { Hire } from './hire.entity.js';
import { Hires } from './hires.js';
import { HiresRepository } from './hires.repository.js';

export interface Hand {
  sha256: string;
  password?: string | null;
  name?: string | null;
  role?: string | null;
}

/** Both sign what they read, by its fingerprint, in whichever order. */
@Injectable()
export class SigningService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly reauthentication: Reauthentication,
    private readonly access: Hires,
    private readonly hires: HiresRepository,
    private readonly parties: HirePartiesReader,
    private readonly charters: Charters,
    private readonly letters: HireLetters,
    private readonly clock: Clock,
  ) {}

  /** Signing once more, or after a colleague, changes nothing and is no error. Throws RATE_LIMITED for guesses at the password. */
  async sign(context: RequestContext, by: Viewer, hireId: string, hand: Hand): Promise<Hire | Refusal> {
    const hire = await this.hires.byId(hireId);
    if (!hire || !may(by, 'hire.sign', await this.access.facts(by, hire))) return noSuchHire();
    const refusal = await this.reauthentication.refusal(context, by, hand.password);
    if (refusal)
      return new InvalidInput(refusal.problems.map(({ path, text }) => new InputProblem(['input', ...path], text)));
    return this.db.transaction(async (tx) => {
      const held = await this.parties.hold(tx, hireId, by);
      if (!held || !may(by, 'hire.sign', await this.access.facts(by, held.hire, tx))) return noSuchHire();
      return this.signHeld(tx, by, held, hand);
    });
  }

  private async signHeld(tx: EntityManager, by: Viewer, held: HeldHire, hand: Hand): Promise<Hire | Refusal> {
    const { hire, between } = held;
    const side: HireSide = between.candidateAccountId === by.id ? 'CANDIDATE' : 'COMPANY';
    const sha256 = hand.sha256.trim().toLowerCase();
    const version = await this.charters.standing(tx, hire.id);
    if (!version || (hire.status !== 'CHARTER_OPEN' && !bothSigned.includes(hire.status))) {
      return new IllegalHireMove(hire.status, 'SIGNED');
    }
    if (!/^[0-9a-f]{64}$/.test(sha256)) return new InvalidInput([new InputProblem(['input', 'sha256'], noFingerprint)]);
    if (version.sha256 !== sha256) return new CharterChanged(version.sha256);
    const before = await this.charters.signatures(tx, version.id);
    if (before.some((signature) => signature.side === side)) return hire;
    if (!between.isVerified) return new CompanyNotVerified();
    if (between.isSuspended) return side === 'COMPANY' ? new CompanySuspended() : new CompanySuspended(suspended);
    const signed = signedAs(side, version, hand);
    if (signed instanceof InvalidInput) return signed;
    const signedAt = this.clock.now();
    await tx.insert(CharterSignature, {
      ...signed,
      versionId: version.id,
      side,
      accountId: by.id,
      sha256,
      provedBy: (await this.hasPassword(tx, by)) ? 'PASSWORD' : 'RECENT_SIGN_IN',
      signedAt,
    });
    const of = about(between, hire);
    if (before.length === 0) {
      await this.letters.to(tx, side === 'CANDIDATE' ? 'COMPANY' : 'CANDIDATE', between, otherSigned(of));
      return hire;
    }
    await this.charters.finish(tx, version, signedAt);
    const done = await this.hires.change(tx, hire, { status: 'SIGNED', signedAt, updatedAt: signedAt });
    await this.letters.toBoth(tx, between, bothHaveSigned(of, sha256));
    return done;
  }

  private async hasPassword(tx: EntityManager, { id }: Viewer): Promise<boolean> {
    const rows = await tx.query<unknown[]>('SELECT FROM account WHERE id = $1 AND password_hash IS NOT NULL', [id]);
    return rows.length > 0;
  }
}

/** The person hired signs as the charter names them; whoever signs for the company says who they are. */
function signedAs(
  side: HireSide,
  { content }: CharterVersion,
  hand: Hand,
): Pick<CharterSignature, 'name' | 'role'> | InvalidInput {
  if (side === 'CANDIDATE') return { name: content?.candidate.name ?? null, role: null };
  const [name, role] = [plainLine(hand.name ?? ''), plainLine(hand.role ?? '')];
  const problems = [
    ...(isName(name, 2) ? [] : [new InputProblem(['input', 'name'], nameNeeded)]),
    ...(isName(role, 2) ? [] : [new InputProblem(['input', 'role'], roleNeeded)]),
  ];
  return problems.length > 0 ? new InvalidInput(problems) : { name, role };
}

const isName = (text: string, least: number): boolean =>
  [...text].length >= least && [...text].length <= 100 && isPrintable(text);

const suspended = {
  fr: 'L’entreprise est suspendue : la charte ne peut pas être signée tant que cela dure.',
  en: 'The company is suspended: the charter cannot be signed as long as that lasts.',
};
const noFingerprint = {
  fr: 'Donnez l’empreinte SHA-256 de la charte que vous avez lue : 64 chiffres hexadécimaux.',
  en: 'Give the SHA-256 of the charter that you read: 64 hexadecimal digits.',
};
const nameNeeded = {
  fr: 'Signez de votre prénom et de votre nom (100 caractères au plus).',
  en: 'Sign with your first name and surname (100 characters at most).',
};
const roleNeeded = {
  fr: 'Dites en quelle qualité vous signez (100 caractères au plus).',
  en: 'Say in which role you sign (100 characters at most).',
};
