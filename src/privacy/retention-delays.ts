import type { Text } from '../common/text.js';

const day = 86_400_000;

/** A time by the calendar or by the clock; months are those of the calendar. */
export type Delay = Readonly<{ months: number } | { days: number } | { hours: number } | { minutes: number }>;

/** One line of the table: what goes, how long after what, and from which day the line is in force. */
export interface RetentionRule {
  id: string;
  what: Text;
  /** From when the delay runs. */
  from: Text;
  delay: Delay;
  /** First day in force, YYYY-MM-DD. A change is a new line of the same id; the old one stays. */
  since: string;
  /** What keeps it: the name of a schedule, or of a class that works by its own timer. */
  by: string;
}

/** The delay in force on a day; null before the first line of the rule. */
export function delayOf(id: string, today: string, rules: readonly RetentionRule[]): Delay | null {
  const lines = rules.filter((rule) => rule.id === id && rule.since <= today);
  return lines.length === 0 ? null : lines.reduce((latest, rule) => (rule.since >= latest.since ? rule : latest)).delay;
}

const units: Record<string, readonly [one: Text, many: Text]> = {
  months: [
    { fr: 'mois', en: 'month' },
    { fr: 'mois', en: 'months' },
  ],
  days: [
    { fr: 'jour', en: 'day' },
    { fr: 'jours', en: 'days' },
  ],
  hours: [
    { fr: 'heure', en: 'hour' },
    { fr: 'heures', en: 'hours' },
  ],
  minutes: [
    { fr: 'minute', en: 'minute' },
    { fr: 'minutes', en: 'minutes' },
  ],
};

/** "24 mois". */
export function delayWords(delay: Delay): Text {
  const [[unit, count]] = Object.entries(delay) as [[string, number]];
  const [one, many] = units[unit]!;
  const named = count === 1 ? one : many;
  return { fr: `${count} ${named.fr}`, en: `${count} ${named.en}` };
}

/** The moment before which what the rule counts from must lie. Ends of months are kept: 31 March less a month is the end of February. */
export function before(now: Date, delay: Delay): Date {
  if (!('months' in delay)) {
    const [[unit, count]] = Object.entries(delay) as [['days' | 'hours' | 'minutes', number]];
    return new Date(now.valueOf() - count * { days: day, hours: 3_600_000, minutes: 60_000 }[unit]);
  }
  const moved = new Date(now);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - delay.months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return moved;
}
