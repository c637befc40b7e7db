import { fold } from '../common/fold.js';
import type { Text } from '../common/text.js';

/** What a text to many says otherwise to each. */
export interface Filling {
  firstName: string | null;
  lastName: string | null;
  offerTitle: string;
  companyName: string;
}

/** By the names they have in braces, without accents and case. */
const known = new Map<string, keyof Filling>([
  ['prenom', 'firstName'],
  ['nom', 'lastName'],
  ['offre', 'offerTitle'],
  ['entreprise', 'companyName'],
  ['first name', 'firstName'],
  ['last name', 'lastName'],
  ['offer', 'offerTitle'],
  ['company', 'companyName'],
]);

const inBraces = /[ \u00a0\u202f]?\{([^{}\n]*)\}/gu;

/** Names in braces that stand for nothing, as they were written. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set(
    Array.from(text.matchAll(inBraces), ([, name]) => name!)
      .filter((name) => !known.has(fold(name)))
      .map((name) => `{${name}}`),
  ),
];

/**
 * The text for one reader. What is filled in is never looked through again, so that nobody’s name can ask for more; where
 * nothing is known the space before goes too: "Bonjour {prénom}," becomes "Bonjour,".
 */
export const filled = (text: string, filling: Filling): string =>
  text
    .replace(inBraces, (found: string, name: string) => {
      const field = known.get(fold(name));
      if (!field) return found;
      const value = filling[field];
      return value ? `${found.slice(0, found.indexOf('{'))}${value}` : '';
    })
    .trim();

export const placeholderHelp: Text = {
  fr: 'Les champs possibles sont {prénom}, {nom}, {offre} et {entreprise}.',
  en: 'The fields are {first name}, {last name}, {offer} and {company}.',
};
