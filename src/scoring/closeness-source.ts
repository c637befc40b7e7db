import type { EntityManager } from 'typeorm';
import type { Text } from '../common/text.js';
import { type CalledFor, type ClosenessFacts, isCommon, isLicence } from './closeness-facts.js';

interface Calling {
  text: Text;
  /** The places, among skills of the list, of those at its core. */
  core: ReadonlySet<number>;
  /** Whether this project names it, as it does the occupations of VTE missions. */
  named: boolean;
}

export interface ClosenessSource {
  facts: ClosenessFacts;
  occupations: readonly Calling[];
  /** How many occupations call for each skill, those left out of the facts included. */
  counts: readonly { code: string; occupations: number }[];
}

interface SkillRow {
  code: string;
  label: string;
  wordKey: string;
  domain: string | null;
  kind: string;
  category: string | null;
  occupations: string[];
  core: boolean[];
}

/** What closeness is computed from, as the transaction sees it: skills that prove nothing, and licences, are left out. */
export async function readClosenessSource(tx: Pick<EntityManager, 'query'>): Promise<ClosenessSource> {
  const occupations = await tx.query<{ code: string; fr: string; en: string | null; named: boolean }[]>(
    `SELECT code, label_fr AS fr, label_en AS en, domain IS NOT NULL AS named FROM occupation ORDER BY code`,
  );
  const rows = await tx.query<SkillRow[]>(
    `SELECT code, label_fr AS label, word_key AS "wordKey", domain, kind, category,
       array_agg(occupation_code ORDER BY occupation_code) AS occupations, array_agg(core ORDER BY occupation_code) AS core
     FROM occupation_skill JOIN skill ON code = skill_code WHERE kind IN ('KNOW_HOW', 'KNOWLEDGE')
     GROUP BY code ORDER BY code`,
  );
  const moves = await tx.query<{ from: string; to: string }[]>(
    `SELECT from_code AS "from", to_code AS "to" FROM occupation_mobility`,
  );
  const place = new Map(occupations.map(({ code }, index) => [code, index]));
  const telling = rows.filter(
    (row) => !isCommon(row.occupations.length, occupations.length) && !isLicence(row.category, row.label),
  );
  const skills = telling.map((row): CalledFor => ({
    code: row.code,
    words: row.wordKey.split(' '),
    domain: row.domain,
    kind: row.kind,
    occupations: row.occupations.map((code) => place.get(code)!),
  }));
  const core = occupations.map(() => new Set<number>());
  skills.forEach((skill, index) => {
    skill.occupations.forEach((occupation, position) => {
      if (telling[index]!.core[position]) core[occupation]!.add(index);
    });
  });
  return {
    facts: {
      occupationCount: occupations.length,
      skills,
      moves: moves.map(({ from, to }) => [place.get(from)!, place.get(to)!] as const),
    },
    occupations: occupations.map(({ fr, en, named }, index) => ({
      text: { fr, en: en ?? fr },
      core: core[index]!,
      named,
    })),
    counts: rows.map(({ code, occupations: callers }) => ({ code, occupations: callers.length })),
  };
}
