import type { Text } from '../common/text.js';
import { listed, listedAtMost } from './explain-words.js';
import type { CriterionFacts } from './score-facts.js';

const namedAtMost = 3;

/**
 * "4 des 5 compétences demandées ; il manque AMDEC." Required skills are counted first, desired ones after. What was kept
 * of a match some time ago may not say which skills are practised.
 */
export function explainSkills(
  { practised = [], ...facts }: Omit<CriterionFacts['SKILLS'], 'practised'> & { practised?: string[] },
  label: (code: string) => Text,
): Text {
  const clauses = [counts(facts)];
  if (facts.missing.length > 0) {
    const { fr, en } = listedAtMost(facts.missing.map(label), namedAtMost);
    clauses.push({ fr: `il manque ${fr}`, en: `missing: ${en}` });
  }
  if (facts.related.length > 0) {
    const pairs = facts.related.slice(0, namedAtMost).map(({ asked, has }) => ({
      fr: `${label(has).fr} pour ${label(asked).fr}`,
      en: `${label(has).en} for ${label(asked).en}`,
    }));
    const { fr, en } = listed(pairs);
    clauses.push({ fr: `proche : ${fr}`, en: `close: ${en}` });
  }
  if (facts.notions.length > 0) {
    const { fr, en } = listedAtMost(facts.notions.map(label), namedAtMost);
    clauses.push({ fr: `notions seulement : ${fr}`, en: `basics only: ${en}` });
  }
  if (practised.length > 0) {
    const { fr, en } = listedAtMost(practised.map(label), namedAtMost);
    const held = practised.length === 1 ? 'pratiquée, pas encore maîtrisée' : 'pratiquées, pas encore maîtrisées';
    clauses.push({ fr: `${held} : ${fr}`, en: `practised, not yet mastered: ${en}` });
  }
  return {
    fr: `${clauses.map(({ fr }) => fr).join(' ; ')}.`,
    en: `${clauses.map(({ en }) => en).join('; ')}.`,
  };
}

function counts({ required, desired }: Pick<CriterionFacts['SKILLS'], 'required' | 'desired'>): Text {
  const main = required.asked > 0 ? required : desired;
  const [fr, en] = required.asked > 0 ? ['demandée', 'asked for'] : ['souhaitée', 'wished for'];
  const first = {
    fr: main.asked === 1 ? frenchOne(main.matched, fr) : frenchMany(main, fr),
    en: main.asked === 1 ? englishOne(main.matched, en) : englishMany(main, en),
  };
  if (required.asked === 0 || desired.asked === 0) return first;
  const second = afterRequired(required.matched > 0, desired);
  return { fr: `${first.fr}, ${second.fr}`, en: `${first.en}, ${second.en}` };
}

/** The desired skills, with "mais" where it stands otherwise with them than with the required ones. */
function afterRequired(requiredThere: boolean, desired: CriterionFacts['SKILLS']['desired']): Text {
  const one = desired.asked === 1;
  const fr = one ? 'celle qui est souhaitée' : `${someOf(desired, 'fr')} souhaitées`;
  const en = one ? 'the one wished for' : `${someOf(desired, 'en')} wished for`;
  if (desired.matched > 0) {
    if (requiredThere) return { fr: `et ${fr}`, en: `and ${en}` };
    const [sont, are] = desired.matched === 1 ? ['est', 'is'] : ['sont', 'are'];
    return { fr: `mais ${fr} ${sont} là`, en: `but ${en} ${are} there` };
  }
  if (!one) return requiredThere ? { fr: `mais ${fr}`, en: `but ${en}` } : { fr: `et ${fr}`, en: `and ${en}` };
  return requiredThere ? { fr: `mais pas ${fr}`, en: `but not ${en}` } : { fr: `ni ${fr}`, en: `nor ${en}` };
}

const frenchOne = (matched: number, verb: string): string =>
  matched === 1 ? `La compétence ${verb} est là` : `La compétence ${verb} n’est pas là`;

const frenchMany = ({ asked, matched }: { asked: number; matched: number }, verb: string): string => {
  if (matched === asked) return `Les ${asked} compétences ${verb}s sont là`;
  return matched === 0 ? `Aucune des ${asked} compétences ${verb}s` : `${matched} des ${asked} compétences ${verb}s`;
};

const englishOne = (matched: number, verb: string): string =>
  matched === 1 ? `The one skill ${verb} is there` : `The one skill ${verb} is not there`;

const englishMany = ({ asked, matched }: { asked: number; matched: number }, verb: string): string => {
  if (matched === asked) return `${allOf(asked)} skills ${verb}`;
  return `${matched === 0 ? noneOf(asked) : `${matched} of the ${asked}`} skills ${verb}`;
};

const allOf = (asked: number): string => (asked === 2 ? 'Both' : `All ${asked}`);
const noneOf = (asked: number): string => (asked === 2 ? 'Neither of the 2' : `None of the ${asked}`);

function someOf({ asked, matched }: { asked: number; matched: number }, language: keyof Text): string {
  if (language === 'fr') {
    return matched === asked ? `les ${asked}` : matched === 0 ? `aucune des ${asked}` : `${matched} des ${asked}`;
  }
  if (matched === asked) return allOf(asked).toLowerCase();
  return matched === 0 ? noneOf(asked).toLowerCase() : `${matched} of the ${asked}`;
}
