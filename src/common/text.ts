/** What a person reads, in the two languages of the platform. French comes first everywhere. */
export interface Text {
  fr: string;
  en: string;
}

export type Language = keyof Text;

/** A text that reads the same in both languages: a name, a code. */
export const same = (words: string): Text => ({ fr: words, en: words });

/** The language to answer in: the first of `fr` and `en` that an Accept-Language header prefers, French when it says neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.trim().split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'fr' || language === 'en') && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return wanted[0]?.language === 'en' ? 'en' : 'fr';
}
