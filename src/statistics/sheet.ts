import { partsOf } from './told-months.js';

/** What people do, counted by month. */
export const acts = ['applications', 'answers', 'answered_in_time', 'not_in_time', 'hires', 'labels'] as const;
export type Act = (typeof acts)[number];

/** How many months the series shows, the running one included. */
export const monthsShown = 24;

export interface OfferMonth {
  month: string;
  openDuring: number;
  openAtEnd: number;
  openings: number;
  companies: number;
  opened: number;
  ended: number;
  filled: number;
}

/** A code and how many offers ask for it, or how many candidates have it. */
export type Counted = [code: string, count: number];

/** What may be told of what people did. */
export interface ToldPeople {
  /** The first and the last month, both over; null before any was counted. */
  closed: [string, string] | null;
  /** By act and interval, as `2026-03`, `2026-Q1` or `2026`. */
  people: Partial<Record<Act, Record<string, number>>>;
  /** By interval. */
  delays: Record<string, Delays>;
}

/** Where nothing was counted. */
export const nobody: Omit<ToldPeople, 'delays'> = { closed: null, people: {} };
export const untold: ToldPeople = { ...nobody, delays: {} };

/** How many answers took how many days. */
export type Delays = Readonly<Record<string, number>>;

/** What may be told of a scope, but for the delays, which are many and seldom asked for. What may not be told is not in it. */
export interface Sheet extends Omit<ToldPeople, 'delays'> {
  /** The last 24 months; the last one is the month that runs, up to now. */
  offers: OfferMonth[];
  candidates: number | null;
  skills: { asked: Counted[]; offered: Counted[] };
  occupations: Counted[];
  categories: Counted[];
  contracts: Counted[];
}

/** The longest whole intervals that make up the months from one to another, both included. */
export function coverOf(from: string, until: string): string[] {
  const intervals: string[] = [];
  for (let month = from; month <= until;) {
    const year = month.slice(0, 4);
    const number = Number(month.slice(5));
    const quarterEnd = `${year}-${String(number + 2).padStart(2, '0')}`;
    if (number === 1 && `${year}-12` <= until) {
      intervals.push(year);
      month = `${Number(year) + 1}-01`;
    } else if (number % 3 === 1 && quarterEnd <= until) {
      intervals.push(`${year}-Q${(number + 2) / 3}`);
      month = nextMonth(quarterEnd);
    } else {
      intervals.push(month);
      month = nextMonth(month);
    }
  }
  return intervals;
}

export function nextMonth(month: string, by = 1): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The intervals of which a count is told, so that they make up these; null where a part is told in no way. */
export function toldParts(told: Readonly<Record<string, unknown>>, intervals: readonly string[]): string[] | null {
  const parts: string[] = [];
  for (const interval of intervals) {
    const inner = partsOf(interval);
    const found = told[interval] !== undefined ? [interval] : inner.length > 0 ? toldParts(told, inner) : null;
    if (!found) return null;
    parts.push(...found);
  }
  return parts;
}

export function sumTold(sheet: Sheet, act: Act, from: string, until: string): number | null {
  const told = sheet.people[act] ?? {};
  const parts = toldParts(told, coverOf(from, until));
  return parts && parts.reduce((sum, interval) => sum + told[interval]!, 0);
}

/** The intervals whose answers make up those of these months; none where their number is not told. */
export const answersIn = (sheet: Sheet, from: string, until: string): string[] =>
  toldParts(sheet.people.answers ?? {}, coverOf(from, until)) ?? [];

/** In days, half a day where it falls between two; null without answers. */
export function medianDelay(delays: readonly Delays[]): number | null {
  const times = new Map<number, number>();
  for (const each of delays) {
    for (const [days, count] of Object.entries(each)) times.set(Number(days), (times.get(Number(days)) ?? 0) + count);
  }
  const sorted = [...times].sort(([one], [other]) => one - other);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const at = (position: number): number => {
    let passed = 0;
    return sorted.find(([, count]) => (passed += count) > position)![0];
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
