import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../accounts/viewer.js';
import { mostWords } from '../applications/application-reasons.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/node.js';
import { plainLine, plainText } from '../common/plain-text.js';
import { InputProblem, InvalidInput, NotAllowed, type Refusal } from '../common/refusal.js';
import type { Language, Text } from '../common/text.js';
import { CompaniesRepository } from '../companies/companies.repository.js';
import type { Company } from '../companies/company.entity.js';
import { AnswerTemplate } from './answer-template.entity.js';
import { placeholderHelp, unknownPlaceholders } from './placeholders.js';
import { type ShippedTemplate, shippedTemplates } from './shipped-templates.js';
import type { AnswerTemplateInput, AnswerTemplateType } from './template.type.js';

const mostTemplates = 100;
const longestName = 80;

/** Texts to answer with: those that come with the platform, and those that companies keep. */
@Injectable()
export class Templates {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly companies: CompaniesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The company’s own first, by name. */
  async ofCompany(companyId: string, language: Language): Promise<AnswerTemplateType[]> {
    const own = await this.db.manager.find(AnswerTemplate, { where: { companyId }, order: { name: 'ASC', id: 'ASC' } });
    return [...own.map(shown), ...shippedTemplates.map((one) => shippedIn(one, language))];
  }

  /** Null for one that does not exist or belongs to a company in which the caller has no part. */
  async usable(by: Viewer, id: string, language: Language): Promise<AnswerTemplateType | null> {
    const shipped = shippedTemplates.find((one) => one.id === id);
    if (shipped) return shippedIn(shipped, language);
    const own = isUuid(id) ? await this.db.manager.findOneBy(AnswerTemplate, { id }) : null;
    return own && (await this.companies.may(by, 'template.read', own.companyId)) ? shown(own) : null;
  }

  /** A new one, or another text for one that is there. */
  save(
    by: Viewer,
    companyId: string,
    id: string | null,
    given: AnswerTemplateInput,
  ): Promise<AnswerTemplateType | Refusal> {
    return this.db.transaction(async (tx) => {
      if (!(await this.held(tx, by, companyId))) return noSuchTemplate();
      const before = id !== null && isUuid(id) ? await tx.findOneBy(AnswerTemplate, { id, companyId }) : null;
      if (id !== null && !before) return noSuchTemplate();
      const others = (await tx.findBy(AnswerTemplate, { companyId })).filter((one) => one.id !== id);
      const row = {
        companyId,
        name: plainLine(given.name),
        to: given.answer,
        reason: given.reason ?? null,
        body: plainText(given.body),
        writtenAt: this.clock.now(),
      };
      const problems = problemsOf(row, others);
      if (problems.length > 0) return new InvalidInput(problems);
      const kept = tx.create(AnswerTemplate, { ...(before && { id: before.id }), ...row });
      const saved = await tx.save(AnswerTemplate, kept);
      await this.audit.noteOfAdministrator(tx, by, noted(saved.id, before ? 'revise' : 'save'));
      return shown(saved);
    });
  }

  delete(by: Viewer, id: string): Promise<Company | Refusal> {
    return this.db.transaction(async (tx) => {
      const row = isUuid(id) ? await tx.findOneBy(AnswerTemplate, { id }) : null;
      const company = row && (await this.held(tx, by, row.companyId));
      if (!company) return noSuchTemplate();
      await tx.delete(AnswerTemplate, { id });
      await this.audit.noteOfAdministrator(tx, by, noted(id, 'delete'));
      return company;
    });
  }

  /** The company, which nobody else changes meanwhile, so that a name is given once; null for whoever may not write for it. */
  private async held(tx: EntityManager, by: Viewer, companyId: string): Promise<Company | null> {
    if (!(await this.companies.may(by, 'template.manage', companyId, tx))) return null;
    return this.companies.lockedFor(tx, by.id, companyId);
  }
}

const noted = (objectId: string, what: string) => ({
  act: 'template.manage',
  objectType: 'AnswerTemplate',
  objectId,
  details: { what },
});

function problemsOf(
  { name, to, reason, body }: Pick<AnswerTemplate, 'name' | 'to' | 'reason' | 'body'>,
  others: readonly AnswerTemplate[],
): InputProblem[] {
  const problems: InputProblem[] = [];
  const unless = (fine: boolean, field: string, text: Text): void => {
    if (!fine) problems.push(new InputProblem(['input', field], text));
  };
  unless(name.length > 0 && [...name].length <= longestName, 'name', nameLength);
  unless(!others.some((one) => one.name === name), 'name', nameTaken);
  unless(others.length < mostTemplates, 'name', tooMany);
  unless(to === 'DECLINED' || reason === null, 'reason', reasonUncalled);
  unless(body.length > 0 && [...body].length <= mostWords, 'body', bodyLength);
  const unknown = unknownPlaceholders(body);
  unless(unknown.length === 0, 'body', unknownFields(unknown));
  return problems;
}

export const unknownFields = (names: readonly string[]): Text => ({
  fr: `Champs inconnus : ${names.join(', ')}. ${placeholderHelp.fr}`,
  en: `Unknown fields: ${names.join(', ')}. ${placeholderHelp.en}`,
});

const shown = ({ id, name, to, reason, body, writtenAt }: AnswerTemplate): AnswerTemplateType => ({
  id,
  name,
  answer: to,
  reason,
  body,
  shipped: false,
  writtenAt,
});

const shippedIn = ({ id, name, to, reason, body }: ShippedTemplate, language: Language): AnswerTemplateType => ({
  id,
  name: name[language],
  answer: to,
  reason,
  body: body[language],
  shipped: true,
  writtenAt: null,
});

/** The same for what does not exist and for what the caller may not touch. */
const noSuchTemplate = (): NotAllowed =>
  new NotAllowed({
    fr: 'Ce modèle ou cette entreprise n’existe pas, ou votre compte ne peut pas faire cela.',
    en: 'There is no such template or company, or your account may not do this.',
  });

const nameLength = { fr: 'Le nom compte de 1 à 80 caractères.', en: 'The name has 1 to 80 characters.' };
const nameTaken = { fr: 'Un autre modèle porte déjà ce nom.', en: 'Another template has this name.' };
const tooMany = {
  fr: `Une entreprise garde au plus ${mostTemplates} modèles.`,
  en: `A company keeps at most ${mostTemplates} templates.`,
};
const reasonUncalled = { fr: 'Seul un refus a un motif.', en: 'Only a refusal has a reason.' };
const bodyLength = { fr: 'Le texte compte de 1 à 2 000 caractères.', en: 'The text has 1 to 2,000 characters.' };
