import type { Text } from '../common/text.js';

const upTo = (from: string, to: string): Text => ({ fr: `${from} à ${to} salariés`, en: `${from} to ${to} employees` });

/** INSEE’s bands of employees (tranche d’effectif salarié), as the register names them by code. */
const bands: Readonly<Record<string, Text>> = {
  NN: { fr: 'effectif non renseigné', en: 'headcount not known' },
  '00': { fr: 'aucun salarié', en: 'no employee' },
  '01': { fr: '1 ou 2 salariés', en: '1 or 2 employees' },
  '02': upTo('3', '5'),
  '03': upTo('6', '9'),
  '11': upTo('10', '19'),
  '12': upTo('20', '49'),
  '21': upTo('50', '99'),
  '22': upTo('100', '199'),
  '31': upTo('200', '249'),
  '32': upTo('250', '499'),
  '41': upTo('500', '999'),
  '42': { fr: '1 000 à 1 999 salariés', en: '1,000 to 1,999 employees' },
  '51': { fr: '2 000 à 4 999 salariés', en: '2,000 to 4,999 employees' },
  '52': { fr: '5 000 à 9 999 salariés', en: '5,000 to 9,999 employees' },
  '53': { fr: '10 000 salariés et plus', en: '10,000 employees or more' },
};

/** Null for a code that is none. */
export const bandSaid = (code: string | null): Text | null => (code === null ? null : (bands[code] ?? null));

const firstOf: Readonly<Record<string, number>> = {
  '00': 0,
  '01': 1,
  '02': 3,
  '03': 6,
  '11': 10,
  '12': 20,
  '21': 50,
  '22': 100,
  '31': 200,
  '32': 250,
  '41': 500,
  '42': 1_000,
  '51': 2_000,
  '52': 5_000,
  '53': 10_000,
};
const firsts = Object.values(firstOf).sort((one, other) => one - other);

/** The fewest and the most employees of a band; null for a code that says none. */
export function bandStaff(code: string | null): { from: number; to: number } | null {
  const from = code === null ? undefined : firstOf[code];
  if (from === undefined) return null;
  const next = firsts.find((first) => first > from);
  return { from, to: next === undefined ? Infinity : next - 1 };
}
