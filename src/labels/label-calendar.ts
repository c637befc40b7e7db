import { addDays } from '../common/clock.js';
import type { ContractType } from '../offers/offer-words.js';
import type { LabelRule } from './label-rules.js';

/** The civil date so many months later: the same day, or the last of a month that has none. 31 August and 6 months is 28 February. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

export interface CheckInDate {
  /** Months from the start of the mission. */
  month: number;
  /** The civil day on which it is asked. */
  on: string;
  /** The day by which it is to be answered. */
  by: string;
}

/** The days of one label. All are civil days of metropolitan France. */
export interface LabelDates {
  /** The last day on which the label can be requested. */
  requestBy: string;
  startsOn: string;
  /** The day after the mission: proofs are due from it on. */
  overOn: string;
  proofsBy: string;
  checkIns: CheckInDate[];
}

export interface HiredWhen {
  hiredOn: string;
  startsOn: string;
  contractType: ContractType;
}

export function labelDates({ hiredOn, startsOn, contractType }: HiredWhen, rule: LabelRule): LabelDates {
  const length = rule.missionMonths[contractType];
  const overOn = addMonths(startsOn, length);
  return {
    requestBy: addMonths(hiredOn, rule.requestWithinMonths),
    startsOn,
    overOn,
    proofsBy: addDays(overOn, rule.proofsWithinDays),
    checkIns: checkInMonths(rule.checkInMonths, length).map((month) => {
      const on = addMonths(startsOn, month);
      return { month, on, by: addDays(on, rule.checkInWithinDays) };
    }),
  };
}

/** As far into a shorter mission as they are into one of twelve months: 1, 6 and 12 of twelve are 1, 5 and 10 of ten. */
export const checkInMonths = (ofTwelve: readonly number[], length: number): number[] => [
  ...new Set(ofTwelve.map((month) => Math.max(1, Math.round((month * length) / 12)))),
];
