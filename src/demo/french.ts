/** Small rules of French for sentences that are put together. */

const elided = /(^|[\s(«’])de (?=[AEIOUÀÂÉÈÊËÎÏÔÛÜŒaeiouàâéèêëîïôûüœ])(?!onze|oui|un à|une à)/gu;

/** Names of towns and things carry their article: "à Le Creusot" is said "au Creusot", "de le hall" "du hall". */
export const contracted = (words: string): string =>
  words
    .replace(/(^|[\s(])à (?:L|l)e (?=\p{L})/gu, '$1au ')
    .replace(/(^|[\s(])à (?:L|l)es (?=\p{L})/gu, '$1aux ')
    .replace(/(^|[\s(])de (?:L|l)e (?=\p{L})/gu, '$1du ')
    .replace(/(^|[\s(])de (?:L|l)es (?=\p{L})/gu, '$1des ')
    .replace(elided, '$1d’');

/** "a, b et c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)!}`;

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const small = (words: string): string =>
  /^.[A-Z]/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/** Fills `{name}` with what is known under that name; an unknown name is a mistake in the vocabulary. */
export const filled = (sentence: string, words: Readonly<Record<string, string>>): string =>
  contracted(
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const word = words[name];
      if (word === undefined) throw new Error(`Nothing is known as {${name}} in "${sentence}".`);
      return word;
    }),
  );

const day = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "1er février 2027". */
export const saidDay = (date: string): string => day.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, '1er ');

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');

/** "de 32 000 à 36 000 € bruts par an". */
export const saidYearly = (least: number, most: number): string =>
  least === most ? `${number(least)} € bruts par an` : `de ${number(least)} à ${number(most)} € bruts par an`;

/** "de 1 050 à 1 300 € bruts par mois", from a yearly pay. */
export const saidMonthly = (least: number, most: number): string => {
  const month = (year: number): string => number(Math.round(year / 120) * 10);
  return `de ${month(least)} à ${month(most)} € bruts par mois`;
};

export const wordCount = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const properNames =
  /^(?:Excel|Minitab|Python|Java|Linux|Git|Odoo|Sage|Salesforce|Codesys|Caneco|Ansys|React|Incoterms|Grafcet|Design thinking)\b/u;

/** A skill inside a sentence: "contrôle qualité", but "Excel" and "Siemens NX"; without what the label adds in brackets. */
export function saidSkill({ label }: { label: string }): string {
  const said = label.replace(/ \([^)]*\)$/, '').replaceAll("'", '’');
  return !properNames.test(said) && /^\p{Lu}[\p{Ll}’-]+(?:$|,? (?:et )?\p{Ll})/u.test(said) ? small(said) : said;
}
