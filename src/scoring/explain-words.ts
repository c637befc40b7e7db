import type { Text } from '../common/text.js';

const longFrench = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const longEnglish = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const frenchNumber = new Intl.NumberFormat('fr-FR');
const englishNumber = new Intl.NumberFormat('en-GB');
const moment = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** 1er septembre 2026. */
export const frenchDate = (date: string): string => longFrench.format(moment(date)).replace(/^1 /, '1er ');
/** 1 September 2026. */
export const englishDate = (date: string): string => longEnglish.format(moment(date));

/** "A, B et C", "A, B and C". */
export const listed = (names: readonly Text[]): Text => ({
  fr: joined(
    names.map(({ fr }) => fr),
    'et',
  ),
  en: joined(
    names.map(({ en }) => en),
    'and',
  ),
});

/** As `listed`, with the rest counted when there are more than `most`. */
export function listedAtMost(names: readonly Text[], most: number): Text {
  const left = names.length - most;
  if (left <= 0) return listed(names);
  return listed([
    ...names.slice(0, most),
    { fr: left === 1 ? 'une autre' : `${left} autres`, en: left === 1 ? 'one more' : `${left} more` },
  ]);
}

const joined = (words: string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)!}`;

/** "12 km", "3,4 km", "moins d'un kilomètre". */
export function kilometres(km: number): Text {
  if (km < 1) return { fr: 'moins d’un kilomètre', en: 'less than a kilometre' };
  const digits = km < 10 ? 1 : 0;
  const rounded = Number(km.toFixed(digits));
  return { fr: `${frenchNumber.format(rounded)} km`, en: `${englishNumber.format(rounded)} km` };
}

/** "32 000 €" with spaces that do not break; "€32,000". */
export const euros = (amount: number): Text => ({
  fr: `${frenchNumber.format(amount)} €`,
  en: `€${englishNumber.format(amount)}`,
});
