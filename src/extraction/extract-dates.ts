import { fold } from '../common/fold.js';

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

/** A month in French, in full or cut short, as one group. */
export const monthPattern =
  '(janv(?:ier)?|f[ée]vr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)\\.?';

/** "30 juin 2026", "juin 2026", with the day, the month and the year as groups. */
export const spokenDay = `(?:(1er|\\d{1,2})\\s)?${monthPattern}\\s(20\\d{2})`;

/** "30/06/2026". */
export const numericDay = '(\\d{1,2})[/.](\\d{1,2})[/.](20\\d{2})';

/** "15", "septembre", "2026" as 2026-09-15; the first where no day is said, null for a day that does not exist. */
export const spokenDate = (day: string | undefined, month: string, year: string): string | null =>
  civilDay(day === undefined ? 1 : parseInt(day), monthNumber(month), Number(year));

export const numericDate = (day: string, month: string, year: string): string | null =>
  civilDay(Number(day), Number(month), Number(year));

/** The next such day from `today` on. */
export function nextDate(day: string, month: string, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const [soon, later] = [year, year + 1].map((one) => civilDay(parseInt(day), monthNumber(month), one));
  return soon && soon >= today ? soon : (later ?? null);
}

function monthNumber(month: string): number {
  const folded = fold(month);
  return months.findIndex((one) => folded.length >= 3 && one.startsWith(folded)) + 1;
}

function civilDay(day: number, month: number, year: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
