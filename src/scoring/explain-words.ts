import type { Text } from '../common/text.js';

const frenchNumber = new Intl.NumberFormat('fr-FR');
const englishNumber = new Intl.NumberFormat('en-GB');

export { englishDate, frenchDate } from '../common/date-words.js';

/** "A, B et C", "A, B and C". */
export const listed = (names: readonly Text[]): Text => joined(names, { fr: 'et', en: 'and' });

/** "A, B ou C", "A, B or C". */
export const listedToChoose = (names: readonly Text[]): Text => joined(names, { fr: 'ou', en: 'or' });

/** As `listed`, with the rest counted when there are more than `most`. */
export function listedAtMost(names: readonly Text[], most: number): Text {
  const left = names.length - most;
  if (left <= 0) return listed(names);
  return listed([
    ...names.slice(0, most),
    { fr: left === 1 ? 'une autre' : `${left} autres`, en: left === 1 ? 'one more' : `${left} more` },
  ]);
}

const joined = (names: readonly Text[], last: Text): Text => {
  const join = (words: string[], and: string): string =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)!}`;
  return {
    fr: join(
      names.map(({ fr }) => fr),
      last.fr,
    ),
    en: join(
      names.map(({ en }) => en),
      last.en,
    ),
  };
};

/** "12 km", "3,4 km", "moins d'un kilomètre". */
export function kilometres(km: number): Text {
  if (km < 1) return { fr: 'moins d’un kilomètre', en: 'less than a kilometre' };
  const digits = km < 10 ? 1 : 0;
  const rounded = Number(km.toFixed(digits));
  return { fr: `${frenchNumber.format(rounded)} km`, en: `${englishNumber.format(rounded)} km` };
}

/** "32 000 €", "€32,000". */
export const euros = (amount: number): Text => ({
  fr: `${frenchNumber.format(amount)} €`,
  en: `€${englishNumber.format(amount)}`,
});

/** "1 jour", "21 jours". */
export const daysLong = (days: number): Text => ({
  fr: `${days} ${days === 1 ? 'jour' : 'jours'}`,
  en: `${days} ${days === 1 ? 'day' : 'days'}`,
});

/** "9 points", "0,9 point". */
export const pointsLong = (points: number): Text => ({
  fr: `${frenchNumber.format(points)} ${points < 2 ? 'point' : 'points'}`,
  en: `${englishNumber.format(points)} ${points === 1 ? 'point' : 'points'}`,
});
