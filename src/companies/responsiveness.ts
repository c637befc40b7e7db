import type { Text } from '../common/text.js';

/** How a company answers: per cent of the applications that count, and the median of its delays in days. */
export interface Responsiveness {
  rate: number;
  /** Null when it answered none. */
  medianDays: number | null;
}

/** With fewer applications that count nothing is known of a company: one or two are chance. */
export const fewestCounted = 5;

/** Days within which an answer loses nothing, and the delay from which on it is worth half. */
export const promptDays = 7;
export const slowDays = 30;

const whole = 10_000;
const half = whole / 2;

/**
 * What it is worth to a candidate, 0 to 10,000: the share of applications answered, times one for a median of a week or
 * less, falling evenly to a half at thirty days. More answers never lower it and longer delays never raise it. Whole
 * numbers, rounded down twice, so that SQL gives the same.
 */
export function responsivenessFit({ rate, medianDays }: Responsiveness): number {
  const late = Math.min(Math.max((medianDays ?? slowDays) - promptDays, 0), slowDays - promptDays);
  const promptness = whole - Math.floor((half * late) / (slowDays - promptDays));
  return Math.floor((rate * promptness) / 100);
}

/** "Répond à 92 % des candidatures, une fois sur deux en 4 jours ou moins." */
export function sayResponsiveness({ rate, medianDays }: Responsiveness): Text {
  if (medianDays === null) {
    return { fr: 'N’a répondu à aucune candidature depuis un an.', en: 'Answered no application in a year.' };
  }
  const delay =
    medianDays === 0
      ? { fr: 'le jour même', en: 'on the same day' }
      : {
          fr: medianDays === 1 ? 'en un jour au plus' : `en ${medianDays} jours au plus`,
          en: medianDays === 1 ? 'within a day' : `within ${medianDays} days`,
        };
  return {
    fr: `Répond à ${rate} % des candidatures, une fois sur deux ${delay.fr}.`,
    en: `Answers ${rate}% of applications, half of the time ${delay.en}.`,
  };
}
