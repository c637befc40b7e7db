import { fold } from '../common/fold.js';

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

/** A month in French, in full or cut short, as one group. */
export const monthPattern =
  '(janv(?:ier)?|f[ée]vr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)\\.?';

/** "septembre", "2026" as 2026-09-01. */
export function monthDay(month: string, year: string): string | null {
  const folded = fold(month);
  const at = months.findIndex((one) => folded.length >= 3 && one.startsWith(folded));
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}-01`;
}
