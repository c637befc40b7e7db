import { fold } from '../common/fold.js';
import { type CsvRow, type MalformedRow, readRows } from './rome-csv.js';
import type { GreenMark } from './occupation.entity.js';
import type { RomeFile, RomeTable } from './rome-source.js';
import type { SkillKind } from './skill.entity.js';
import { titleKeys, wordKey } from './word-key.js';

export interface RomeOccupation {
  code: string;
  label_fr: string;
  folded_label: string;
  parent_code: string | null;
  green: GreenMark | null;
  digital: boolean | null;
  managerial: boolean | null;
}
export interface RomeTitle {
  occupation_code: string;
  code: string;
  title: string;
  folded: string;
  /** Separated by `|`, which no key contains. */
  word_keys: string;
}
export interface RomeSkill {
  code: string;
  kind: SkillKind;
  label_fr: string;
  folded_label: string;
  word_key: string;
  category: string | null;
}
export interface RomeLink {
  occupation_code: string;
  skill_code: string;
  core: boolean;
}
export interface RomeMove {
  from_code: string;
  to_code: string;
  position: number;
}

export interface RomeRows {
  occupations: RomeOccupation[];
  titles: RomeTitle[];
  skills: RomeSkill[];
  links: RomeLink[];
  moves: RomeMove[];
  malformed: MalformedRow[];
}

const occupationCode = /^[A-Z]\d{4}$/;
const number = /^\d{1,9}$/;

/** Reads the tables; what a row lacks to be imported is noted in `malformed`, and the others are read on. */
export function romeRows(files: Record<RomeTable, RomeFile>): RomeRows {
  const malformed: MalformedRow[] = [];
  const rows = <Row extends object>(
    table: RomeTable,
    checks: Record<string, RegExp>,
    read: (row: CsvRow) => Row,
  ): Row[] => readRows(files[table], Object.keys(checks), (row) => problemOf(row, checks) ?? read(row), malformed);
  return {
    occupations: rows(
      'referentiel_code_rome',
      { code_rome: occupationCode, libelle_rome: /\S/, transition_eco: /^/, transition_num: /^/, emploi_cadre: /^/ },
      occupation,
    ),
    titles: rows(
      'referentiel_appellation',
      { code_ogr: number, libelle_appellation_long: /\S/, code_rome: occupationCode },
      title,
    ),
    skills: [
      ...rows('referentiel_competence', { code_ogr: number, libelle_competence: /\S/, cat_comp: /^/ }, knowHow),
      ...rows('referentiel_savoir', { code_ogr_savoir: number, libelle_savoir: /\S/ }, knowledge),
    ],
    links: rows('coherence_item', { code_rome: occupationCode, code_ogr: number, coeur_metier: /^/ }, (row) => ({
      occupation_code: row['code_rome']!,
      skill_code: row['code_ogr']!,
      core: fold(row['coeur_metier']!) === 'principale',
    })),
    moves: rows(
      'rubrique_mobilite',
      { code_rome: occupationCode, code_rome_cible: occupationCode, numero_ordre: /^\d{1,4}$/ },
      (row) => ({
        from_code: row['code_rome']!,
        to_code: row['code_rome_cible']!,
        position: Number(row['numero_ordre']),
      }),
    ),
    malformed,
  };
}

function problemOf(row: CsvRow, checks: Record<string, RegExp>): string | undefined {
  const wrong = Object.entries(checks).find(([column, pattern]) => !pattern.test(row[column] ?? ''));
  return wrong && `${wrong[0]} is "${(row[wrong[0]] ?? '').slice(0, 60)}", which is not acceptable.`;
}

function occupation(row: CsvRow): RomeOccupation {
  const code = row['code_rome']!;
  const parent = row['code_rome_parent'] ?? '';
  return {
    code,
    label_fr: row['libelle_rome']!.trim(),
    folded_label: fold(row['libelle_rome']!),
    parent_code: occupationCode.test(parent) && parent !== code ? parent : null,
    green: greenMark(row['transition_eco']!),
    digital: yesOrNo(row['transition_num']!),
    managerial: yesOrNo(row['emploi_cadre']!),
  };
}

function greenMark(words: string): GreenMark | null {
  const folded = fold(words);
  if (folded.includes('strategique')) return 'STRATEGIC';
  return ({ 'emploi vert': 'GREEN', 'emploi blanc': 'WHITE', 'emploi brun': 'BROWN' } as const)[folded] ?? null;
}

const yesOrNo = (mark: string): boolean | null => (mark === 'O' ? true : mark === 'N' ? false : null);

function title(row: CsvRow): RomeTitle {
  const words = row['libelle_appellation_long']!.trim();
  return {
    occupation_code: row['code_rome']!,
    code: row['code_ogr']!,
    title: words,
    folded: fold(words),
    word_keys: titleKeys(words).join('|'),
  };
}

const knowHow = (row: CsvRow): RomeSkill =>
  skill(
    row['code_ogr']!,
    row['libelle_competence']!,
    fold(row['cat_comp']!).startsWith('savoir etre') ? 'SOFT_SKILL' : 'KNOW_HOW',
    row['sous_cat_comp'],
  );

const knowledge = (row: CsvRow): RomeSkill => {
  const label = row['libelle_savoir']!;
  const family = row['sous_categorie_savoir'];
  const isLanguage = fold(family ?? '') === 'langues' && languages.test(fold(label));
  return skill(row['code_ogr_savoir']!, label, isLanguage ? 'LANGUAGE' : 'KNOWLEDGE', family);
};

const skill = (code: string, label: string, kind: SkillKind, category: string | undefined): RomeSkill => ({
  code,
  kind,
  label_fr: label.trim(),
  folded_label: fold(label),
  word_key: wordKey(label),
  category: category?.trim() ? category.trim() : null,
});

/** The ROME files much else among the languages; these words tell a language people speak. */
const languages =
  /\b(albanais|allemand|anglais|arabe|arameen|armenien|basque|braille|bulgare|catalan|chinois|coreen|croate|danois|espagnol|esperanto|estonien|finlandais|francais|frioulan|galicien|georgien|grec|hongrois|italien|japonais|langue des signes|langue macedoine|langues regionales|lituanien|moldave|neerlandais|norvegien|polonais|portugais|roumain|russe|serbe|slovaque|slovene|suedois|tcheque|turc|ukrainien)\b/;
