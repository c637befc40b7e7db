import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../common/config.js';
import { InputProblem, InvalidInput, NotAllowed, Refusal } from '../common/refusal.js';
import { Outbox } from '../outbox/outbox.js';
import { may } from '../permissions/may.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { CompaniesRepository } from './companies.repository.js';
import { type CompanyDraft, companyProblems, draftOf, revised } from './company-draft.js';
import { Company } from './company.entity.js';
import { CompanyFollowers } from './company-followers.js';
import type { CompanyChangesInput, RegisterCompanyInput } from './company.input.js';
import { CompanyAlreadyRegistered } from './company.type.js';
import { OutsideFrance, outsideFrance } from './outside-france.js';
import { readSiret, sirenOf } from './siret.js';

@Injectable()
export class CompaniesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly companies: CompaniesRepository,
    private readonly gazetteer: Gazetteer,
    private readonly outbox: Outbox,
    private readonly followers: CompanyFollowers,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The one who registers a company becomes its owner. */
  async register(by: Viewer, input: RegisterCompanyInput): Promise<Company | Refusal> {
    if (!may(by, 'company.register')) return notForThisRole();
    const siret = readSiret(input.siret) ?? '';
    const draft = draftOf(input);
    const judged = this.judge(draft, [...(siret === '' ? [notASiret()] : []), ...companyProblems(draft)]);
    if (judged instanceof Refusal) return judged;
    return this.db.transaction(async (tx) => {
      const company = await this.companies.insert(tx, {
        ...judged,
        siret,
        siren: sirenOf(siret),
        verifiedAt: this.config.COMPANY_VERIFICATION === 'off' ? this.clock.now() : null,
      });
      if (!company) return new CompanyAlreadyRegistered(siret);
      const owner = { companyId: company.id, accountId: by.id, role: 'owner' as const, joinedAt: this.clock.now() };
      await this.companies.addMember(tx, owner);
      await this.followers.registered(tx, company, by);
      await this.outbox.mark(tx, 'company', company.id);
      return company;
    });
  }

  /** What the company already said is not judged again: a rule that changed since is no fault of the revision. */
  async revise(by: Viewer, id: string, changes: CompanyChangesInput): Promise<Company | Refusal> {
    return this.db.transaction(async (tx) => {
      const company = await this.companies.lockedFor(tx, by.id, id);
      if (!company || !(await this.companies.may(by, 'company.manage', id, tx))) return notYourCompany();
      const draft = revised(company, changes);
      const said = (field: string) => changes[field as keyof CompanyChangesInput] !== undefined;
      const judged = this.judge(
        draft,
        companyProblems(draft).filter(({ path }) => said(path[0]!)),
      );
      if (judged instanceof Refusal) return judged;
      await this.companies.change(tx, id, judged);
      await this.followers.revised(tx, company, Object.assign(new Company(), company, judged), by);
      await this.outbox.mark(tx, 'company', id);
      await this.audit.noteOfAdministrator(tx, by, { act: 'company.manage', objectType: 'Company', objectId: id });
      return tx.findOneByOrFail(Company, { id });
    });
  }

  /** Adds what can be said of the commune to the problems; the draft comes out with the code of today. */
  private judge(draft: CompanyDraft, problems: InputProblem[]): CompanyDraft | InvalidInput | OutsideFrance {
    const commune = this.gazetteer.commune(draft.communeCode);
    if (commune) return problems.length > 0 ? new InvalidInput(problems) : { ...draft, communeCode: commune.code };
    const abroad = this.gazetteer.isOutsideFrance(draft.communeCode);
    if (abroad && problems.length === 0) return new OutsideFrance(['communeCode'], draft.communeCode);
    const text = abroad ? outsideFrance(draft.communeCode) : unknownCommune(draft.communeCode);
    return new InvalidInput([...problems, new InputProblem(['communeCode'], text)]);
  }
}

const notASiret = (): InputProblem =>
  new InputProblem(['siret'], {
    fr: 'Ce numéro n’est pas un SIRET : 14 chiffres, dont la clé de contrôle doit être juste.',
    en: 'This number is not a SIRET: 14 digits, whose checksum must be right.',
  });

const unknownCommune = (code: string) => ({
  fr: `Le code INSEE « ${code.slice(0, 20)} » n’est celui d’aucune commune.`,
  en: `The INSEE code “${code.slice(0, 20)}” is that of no commune.`,
});

const notForThisRole = (): NotAllowed =>
  new NotAllowed({
    fr: 'Seul un compte de membre d’entreprise peut inscrire une entreprise.',
    en: 'Only the account of a company member can register a company.',
  });

const notYourCompany = (): NotAllowed =>
  new NotAllowed({
    fr: 'Cette entreprise n’existe pas, ou votre compte ne la gère pas.',
    en: 'There is no such company, or your account does not manage it.',
  });
