import { Clock } from '../../src/common/clock.js';
import { Lexicon } from '../../src/skills/lexicon.js';
import { readSeed } from '../../src/skills/seed-files.js';
import { Understood } from '../../src/understanding/understood.js';
import { realPlaces } from '../territories/real-places.js';

/** The words of the seed, as its load writes them to the tables, without a database. */
export function realLexicon(): Lexicon {
  const { skills, terms, occupations, titles, links } = readSeed();
  const lexicon = Object.create(Lexicon.prototype) as Lexicon;
  const thing = (row: { code: string; label_fr: string; label_en: string }) => ({
    code: row.code,
    labelFr: row.label_fr,
    labelEn: row.label_en,
    ours: true,
    retired: false,
  });
  lexicon.fill({
    skills: skills.map((row) => ({
      ...thing(row),
      key: row.word_key,
      language: row.kind === 'LANGUAGE',
      occupationCount: links.filter(({ skill_code }) => skill_code === row.code).length,
    })),
    terms: terms.map(({ skill_code, term, word_key }) => ({ code: skill_code, term, key: word_key })),
    occupations: occupations.map(thing),
    titles: titles.map(({ occupation_code, title, word_keys }) => ({
      code: occupation_code,
      title,
      keys: word_keys.split('|'),
      fromSeed: true,
    })),
    callings: [],
  });
  return lexicon;
}

export const realUnderstood = (lexicon = realLexicon()): Understood =>
  new Understood(lexicon, realPlaces().gazetteer, new Clock());
