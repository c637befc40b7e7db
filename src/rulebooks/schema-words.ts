import type { z } from 'zod';
import type { Text } from '../common/text.js';

/** What a schema finds wrong, for people who write JSON by hand: short, and in words of the table instead of the code. */
export function schemaWords(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return expected(issue.expected);
    case 'too_small':
      return limit({ fr: 'Au moins', en: 'At least' }, Number(issue.minimum), issue.origin);
    case 'too_big':
      return limit({ fr: 'Au plus', en: 'At the most' }, Number(issue.maximum), issue.origin);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf(('options' in issue && issue.options) || []);
    case 'unrecognized_keys':
      return {
        fr: `Champ inconnu : ${issue.keys.map((key) => `« ${key} »`).join(', ')}.`,
        en: `Unknown field: ${issue.keys.map((key) => `“${key}”`).join(', ')}.`,
      };
    case 'invalid_format':
      return issue.format === 'date' ? aDay : notAsExpected;
    default:
      return notAsExpected;
  }
}

const notAsExpected: Text = {
  fr: 'Cette valeur n’est pas de celles qui sont attendues ici.',
  en: 'This value is not one that is expected here.',
};

const aDay: Text = {
  fr: 'Un jour s’écrit AAAA-MM-JJ et doit exister, par exemple 2026-09-01.',
  en: 'A day is written YYYY-MM-DD and must exist: 2026-09-01.',
};

const kinds: Readonly<Record<string, Text>> = {
  string: { fr: 'Un texte est attendu', en: 'A text is expected' },
  number: { fr: 'Un nombre est attendu', en: 'A number is expected' },
  int: { fr: 'Un nombre entier est attendu', en: 'A whole number is expected' },
  boolean: { fr: 'La valeur true ou false est attendue', en: 'The value true or false is expected' },
  array: { fr: 'Une liste est attendue', en: 'A list is expected' },
  tuple: { fr: 'Une liste est attendue', en: 'A list is expected' },
  object: { fr: 'Un objet est attendu', en: 'An object is expected' },
  record: { fr: 'Un objet est attendu', en: 'An object is expected' },
};

const expected = (kind: string): Text => {
  const words = kinds[kind];
  return words ? { fr: `${words.fr} ici.`, en: `${words.en} here.` } : notAsExpected;
};

/** Texts are counted in characters and lists in elements; a number stands for itself. */
const units: Readonly<Record<string, Text>> = {
  string: { fr: ' caractères', en: ' characters' },
  array: { fr: ' éléments', en: ' elements' },
};

function limit(words: Text, value: number, origin: string): Text {
  const unit = units[origin] ?? { fr: '', en: '' };
  const one = value === 1 ? /s$/ : /$/;
  return {
    fr: `${words.fr} ${value.toLocaleString('fr-FR')}${unit.fr.replace(one, '')}.`,
    en: `${words.en} ${value.toLocaleString('en')}${unit.en.replace(one, '')}.`,
  };
}

const oneOf = (values: readonly unknown[]): Text =>
  values.length === 0
    ? notAsExpected
    : {
        fr: `La valeur est à choisir parmi : ${values.map(String).join(', ')}.`,
        en: `The value is one of: ${values.map(String).join(', ')}.`,
      };
