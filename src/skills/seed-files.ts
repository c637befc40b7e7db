import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { fold } from '../common/fold.js';
import { referenceFile } from '../common/reference-file.js';
import type { SkillKind, SkillTermKind } from './skill.entity.js';
import { titleKeys, wordKey } from './word-key.js';

/** To be raised when the same files give other rows than before. */
const rulesVersion = 1;
const files = ['skills.csv', 'occupations.csv', 'occupation-skills.csv'] as const;

export interface SeedSkill {
  code: string;
  kind: SkillKind;
  domain: string;
  label_fr: string;
  label_en: string;
  folded_label: string;
  word_key: string;
}
export interface SeedTerm {
  skill_code: string;
  kind: SkillTermKind;
  term: string;
  folded: string;
  word_key: string;
}
export interface SeedOccupation {
  code: string;
  domain: string;
  label_fr: string;
  label_en: string;
  folded_label: string;
}
export interface SeedTitle {
  occupation_code: string;
  code: string;
  title: string;
  folded: string;
  /** Separated by `|`, which no key contains. */
  word_keys: string;
}
export interface SeedLink {
  occupation_code: string;
  skill_code: string;
  core: boolean;
}

export interface Seed {
  skills: SeedSkill[];
  terms: SeedTerm[];
  occupations: SeedOccupation[];
  titles: SeedTitle[];
  links: SeedLink[];
}

/** Changes exactly when what would be loaded changes. */
export function seedFingerprint(): string {
  const hash = createHash('sha256').update(String(rulesVersion));
  for (const file of files) hash.update(readFileSync(referenceFile(file)));
  return hash.digest('hex');
}

const rowsOf = (file: (typeof files)[number]): Record<string, string>[] =>
  parse(readFileSync(referenceFile(file)), { columns: true, delimiter: ';', bom: true, skip_empty_lines: true });

const listed = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

/** The seed's rows as the tables hold them; SOURCES.md says what the columns of the files mean. */
export function readSeed(): Seed {
  const skills = rowsOf('skills.csv');
  const occupations = rowsOf('occupations.csv');
  return {
    skills: skills.map(({ code = '', kind = '', domain = '', label_fr = '', label_en = '' }) => ({
      code,
      kind: kind as SkillKind,
      domain,
      label_fr,
      label_en,
      folded_label: fold(label_fr),
      word_key: wordKey(label_fr),
    })),
    terms: skills.flatMap(({ code = '', label_fr = '', label_en = '', synonyms, acronyms }) => [
      ...termsOf(code, 'label', [label_fr]),
      ...termsOf(code, 'label_en', [label_en]),
      ...termsOf(code, 'synonym', listed(synonyms)),
      ...termsOf(code, 'acronym', listed(acronyms)),
    ]),
    occupations: occupations.map(({ code = '', domain = '', label_fr = '', label_en = '' }) => ({
      code,
      domain,
      label_fr,
      label_en,
      folded_label: fold(label_fr),
    })),
    titles: occupations.flatMap(({ code = '', label_fr = '', titles }) =>
      [...new Map([label_fr, ...listed(titles)].map((title) => [fold(title), title]))].map(([folded, title]) => ({
        occupation_code: code,
        code: `seed:${folded}`,
        title,
        folded,
        word_keys: titleKeys(title).join('|'),
      })),
    ),
    links: rowsOf('occupation-skills.csv').flatMap(({ occupation = '', core, other }) => [
      ...listed(core).map((skill) => ({ occupation_code: occupation, skill_code: skill, core: true })),
      ...listed(other).map((skill) => ({ occupation_code: occupation, skill_code: skill, core: false })),
    ]),
  };
}

const termsOf = (code: string, kind: SkillTermKind, terms: string[]): SeedTerm[] =>
  terms.map((term) => ({ skill_code: code, kind, term, folded: fold(term), word_key: wordKey(term) }));
