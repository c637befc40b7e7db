import { addDays, addMonths } from '../common/clock.js';

/** The last day of a contract of so many months. */
export const lastDay = (startsOn: string, months: number): string => addDays(addMonths(startsOn, months), -1);

/** Whole months of a contract whose last day is `endsOn`. */
export function wholeMonths(startsOn: string, endsOn: string): number {
  let months = 0;
  while (months < 600 && lastDay(startsOn, months + 1) <= endsOn) months += 1;
  return months;
}
