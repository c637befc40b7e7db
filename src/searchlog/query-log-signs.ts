import { isStandard, namesStandard } from '../words/standards.js';

const longestRead = 300;

/** Shapes of a person's data, and what stands in their place: nothing. */
const shapes: RegExp[] = [
  /\S+@\S*/gu,
  /@\S+/gu,
  /\b(?:https?:\/\/|www\.)\S*/giu,
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}-]+\.)+(?:fr|com|org|eu|io|info|gouv|linkedin|bzh|corsica|paris)(?![\p{L}\p{N}])(?:\/\S*)?/giu,
  // IBAN.
  /\b[a-z]{2}\d{2}(?:[\s-]?[a-z0-9]{4}){2,}(?:[\s-]?[a-z0-9]{1,4})?\b/giu,
  // Number of social security, Corsican ones with a letter.
  /\b[12][\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?(?:\d{2}|2[ab])[\s.-]?\d{3}[\s.-]?\d{3}(?:[\s.-]?\d{2})?\b/giu,
  // Dates, in figures or with the month in letters.
  /\b\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}\b/gu,
  /\b\d{1,2}(?:er)?\s+(?:janv(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)\.?\s+\d{2,4}(?!\d)/giu,
];

/** Whoever is addressed by name is named until the end. */
const addressed =
  /(?<![\p{L}\p{N}])(?:m\.(?!\p{L}\.)|m(?=\s+\p{L})|(?:mr|mm|mme|mmes|mlle|mrs|monsieur|messieurs|madame|mesdames|mademoiselle)(?![\p{L}\p{N}])).*$/isu;

const figures = /[+(]?\d(?:[\s./()-]*\d){4,}/gu;

/** A query without addresses, numbers, dates and names that their shape gives away. */
export function withoutPersonalData(said: string): string {
  const text = said.normalize('NFKC').slice(0, longestRead);
  const bare = shapes.reduce((rest, shape) => rest.replace(shape, ' '), text).replace(addressed, ' ');
  const named = namesStandard(bare);
  return bare
    .replace(/\S*\d{5,}\S*/gu, (word) => (named && isStandard(word.replace(/\D/g, '')) ? word : ' '))
    .replace(figures, (run) => (named && numbersIn(run).every((number) => isStandard(number)) ? run : ' '));
}

const numbersIn = (run: string): string[] => run.split(/\D+/).filter(Boolean);
