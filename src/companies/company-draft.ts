import { plainLine, plainText } from '../common/plain-text.js';
import { InputProblem } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import type { Company } from './company.entity.js';
import { type CompanyFigures, figureProblems, figuresOf, revisedFigures } from './company-figures.js';
import type { CompanyChangesInput, RegisterCompanyInput } from './company.input.js';
import { isNafCode, normaliseNaf } from './naf.js';

/** What a company says of itself, cleaned: what the rules judge and the row keeps. */
export type CompanyDraft = Pick<Company, 'name' | 'nafCode' | 'headcount' | 'communeCode' | 'description' | 'website'> &
  CompanyFigures;

export const nameLength = { least: 2, most: 200 };
export const longestDescription = 5000;
export const longestWebsite = 500;
export const largestHeadcount = 5_000_000;

export const draftOf = (input: Omit<RegisterCompanyInput, 'siret'>): CompanyDraft => ({
  name: plainLine(input.name),
  nafCode: input.nafCode?.trim() ? (normaliseNaf(input.nafCode) ?? input.nafCode.trim()) : null,
  headcount: input.headcount ?? null,
  communeCode: input.communeCode.trim().toUpperCase(),
  description: plainText(input.description ?? '') || null,
  website: tidyAddress(input.website?.trim() ?? '') || null,
  ...figuresOf(input),
});

/** The company as it would read with the changes: a field left out stays, null empties it where it may be empty. */
export const revised = (company: CompanyDraft, changes: CompanyChangesInput): CompanyDraft =>
  draftOf({
    name: changes.name ?? company.name,
    communeCode: changes.communeCode ?? company.communeCode,
    nafCode: changes.nafCode === undefined ? company.nafCode : changes.nafCode,
    headcount: changes.headcount === undefined ? company.headcount : changes.headcount,
    description: changes.description === undefined ? company.description : changes.description,
    website: changes.website === undefined ? company.website : changes.website,
    ...revisedFigures(company, changes),
  });

/** All that is wrong with a draft as far as it can be told without knowing the communes. */
export function companyProblems(draft: CompanyDraft): InputProblem[] {
  const { name, nafCode, headcount, description, website } = draft;
  const wrong: [keyof CompanyDraft, boolean, Text][] = [
    ['name', name.length < nameLength.least || name.length > nameLength.most, nameText],
    ['nafCode', nafCode !== null && !isNafCode(nafCode), nafText],
    ['headcount', headcount !== null && (headcount < 0 || headcount > largestHeadcount), headcountText],
    ['description', (description?.length ?? 0) > longestDescription, descriptionText],
    ['website', website !== null && !isWebAddress(website), websiteText],
  ];
  const problems = wrong.flatMap(([field, isWrong, text]) => (isWrong ? [new InputProblem([field], text)] : []));
  return [...problems, ...figureProblems(draft)];
}

/** As a browser writes it, where it can be read at all. */
const tidyAddress = (address: string): string => (URL.canParse(address) ? new URL(address).href : address);

function isWebAddress(address: string): boolean {
  if (address.length > longestWebsite || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && /[^.]\.[^.]/.test(hostname) && username === '' && password === '';
}

const nameText: Text = {
  fr: `Le nom de l’entreprise compte de ${nameLength.least} à ${nameLength.most} caractères.`,
  en: `The name of the company has ${nameLength.least} to ${nameLength.most} characters.`,
};
const nafText: Text = {
  fr: 'Ce code NAF n’existe pas : il s’écrit comme 25.62B (quatre chiffres et une lettre).',
  en: 'There is no such NAF code: it reads like 25.62B (four digits and a letter).',
};
const headcountText: Text = {
  fr: `L’effectif est un nombre de salariés, de 0 à ${largestHeadcount.toLocaleString('fr-FR')}.`,
  en: `The headcount is a number of employees, from 0 to ${largestHeadcount.toLocaleString('en-GB')}.`,
};
const descriptionText: Text = {
  fr: `La présentation compte au plus ${longestDescription.toLocaleString('fr-FR')} caractères.`,
  en: `The description has at most ${longestDescription.toLocaleString('en-GB')} characters.`,
};
const websiteText: Text = {
  fr: 'Le site est une adresse complète qui commence par https:// ou http://.',
  en: 'The website is a whole address that begins with https:// or http://.',
};
