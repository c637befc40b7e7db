import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import { Company } from '../companies/company.entity.js';
import { CompanyFollowers } from '../companies/company-followers.js';
import { readSiret } from '../companies/siret.js';
import { may } from '../permissions/may.js';
import type { CompanyRole } from '../permissions/company-role.js';
import { companyOf } from './inviting-members.service.js';
import { JoinRequest } from './join-request.entity.js';
import { MemberLetters } from './member-letters.js';
import { MembersRepository } from './members.repository.js';
import { AlreadyMember, CompanyNotRegistered, notAskedOfYou, onlyCompanyAccounts } from './member-refusals.js';

const day = 86_400_000;
const shortest = 20;
const longest = 1_000;

/** Requests of one account that may wait at a time. */
const mostWaiting = 5;

/** Days after which someone who was declined may ask the same company again. */
const againAfter = 30;

/** Someone whose company is registered already asks its owners to be let in. */
@Injectable()
export class JoinRequestsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly companies: CompaniesRepository,
    private readonly followers: CompanyFollowers,
    private readonly members: MembersRepository,
    private readonly letters: MemberLetters,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Asking again while the request waits changes nothing and writes to nobody. */
  async ask(by: Viewer, given: string, words: string): Promise<JoinRequest | Refusal> {
    if (!may(by, 'company.askToJoin')) return onlyCompanyAccounts();
    const message = plainText(words);
    const { length } = [...message];
    if (length < shortest || length > longest) return messageLength(length);
    const siret = readSiret(given);
    const found = siret ? await this.db.manager.findOneBy(Company, { siret }) : null;
    if (!found) return new CompanyNotRegistered();
    return this.db.transaction(async (tx) => {
      const company = await this.companies.lockedFor(tx, by.id, found.id);
      if (!company) return new CompanyNotRegistered();
      if (await this.companies.memberRole(by.id, company.id, tx)) return new AlreadyMember();
      const now = this.clock.now();
      const before = await tx.findOneBy(JoinRequest, { companyId: company.id, accountId: by.id });
      if (before && !before.declinedAt) return before;
      if (before?.declinedAt && now.valueOf() - before.declinedAt.valueOf() < againAfter * day) return declinedBefore();
      if ((await tx.countBy(JoinRequest, { accountId: by.id, declinedAt: IsNull() })) >= mostWaiting) return tooMany();
      if (before) await tx.delete(JoinRequest, { id: before.id });
      const request = { companyId: company.id, accountId: by.id, message, askedAt: now, declinedAt: null };
      const made = await tx.save(tx.create(JoinRequest, request));
      await this.letters.note(tx, 'asked', company.id, by.id);
      if ((await this.members.owners(tx, company.id)).length === 0) await this.followers.askedInVain(tx, company.id);
      return made;
    });
  }

  accept(by: Viewer, id: string, role: CompanyRole): Promise<Company | Refusal> {
    return this.answered(by, id, async (tx, company, { accountId }) => {
      await tx.delete(JoinRequest, { id });
      if (!(await this.companies.memberRole(accountId, company.id, tx))) {
        const member = { companyId: company.id, accountId, role, joinedAt: this.clock.now() };
        await this.companies.addMember(tx, member);
        await this.followers.joined(tx, company.id);
        await this.letters.note(tx, 'admitted', company.id, accountId);
      }
      const details = { accountId, to: role };
      await this.audit.note(tx, { actor: by, act: 'company.manageMembers', ...companyOf(company.id), details });
      return company;
    });
  }

  decline(by: Viewer, id: string): Promise<Company | Refusal> {
    return this.answered(by, id, async (tx, company, { accountId }) => {
      await tx.update(JoinRequest, { id }, { declinedAt: this.clock.now() });
      await this.letters.note(tx, 'declined', company.id, accountId);
      const details = { accountId, to: null };
      await this.audit.note(tx, { actor: by, act: 'company.manageMembers', ...companyOf(company.id), details });
      return company;
    });
  }

  /** The account that asks is held first, since it becomes a member and may be being erased. */
  private answered(
    by: Viewer,
    id: string,
    answer: (tx: EntityManager, company: Company, request: JoinRequest) => Promise<Company>,
  ): Promise<Company | Refusal> {
    return this.db.transaction(async (tx) => {
      const said = isUuid(id) ? await tx.findOneBy(JoinRequest, { id }) : null;
      if (!said) return notAskedOfYou();
      await tx.query('SELECT FROM account WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE', [[by.id, said.accountId]]);
      const company = await this.companies.lockedFor(tx, by.id, said.companyId);
      const request = company && (await tx.findOneBy(JoinRequest, { id, declinedAt: IsNull() }));
      const allowed = request && (await this.companies.may(by, 'company.manageMembers', company.id, tx));
      return allowed ? answer(tx, company, request) : notAskedOfYou();
    });
  }
}

const messageLength = (length: number): InvalidInput =>
  new InvalidInput([
    new InputProblem(['message'], {
      fr: `Le message compte de ${shortest} à ${longest.toLocaleString('fr-FR')} caractères (${length} ici).`,
      en: `The message has ${shortest} to ${longest.toLocaleString('en')} characters (${length} here).`,
    }),
  ]);

const declinedBefore = (): NotAllowed =>
  new NotAllowed({
    fr: `Cette entreprise n’a pas accepté votre demande : vous pourrez la renouveler ${againAfter} jours après sa réponse.`,
    en: `This company did not accept your request: you can ask again ${againAfter} days after its answer.`,
  });

const tooMany = (): NotAllowed =>
  new NotAllowed({
    fr: `${mostWaiting} de vos demandes attendent déjà une réponse.`,
    en: `${mostWaiting} of your requests wait for an answer already.`,
  });
