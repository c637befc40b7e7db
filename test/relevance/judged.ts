import type { ContractType, MissionCategory, RemoteWork } from '../../src/offers/offer-words.js';
import type { StudyLevel } from '../../src/skills/study-level.js';
import type { Town } from './towns.js';

/** What an offer says besides its words; what is left out is not said. */
export interface Facts {
  /** The workplaces when there are several; the first of them is also said in `where`. */
  towns?: readonly Town[];
  rome?: string;
  skills?: readonly string[];
  contract?: ContractType;
  level?: StudyLevel;
  remote?: RemoteWork;
  green?: boolean;
  salary?: number;
  startsOn?: string;
  /** Days between its publication and the day of the suite; 30 when left out. */
  age?: number;
  /** Applications that wait for an answer. */
  waiting?: number;
  mission?: MissionCategory;
}

export type JudgedOffer = [title: string, company: string, town: Town, text: string, facts?: Facts];

/** By a short key that says what it is and where. */
export type JudgedOffers = Record<string, JudgedOffer>;

/** Offers of one family of missions, unless one says otherwise. */
export const family = (mission: MissionCategory, offers: JudgedOffers): JudgedOffers =>
  Object.fromEntries(
    Object.entries(offers).map(([key, [title, company, town, text, facts]]) => [
      key,
      [title, company, town, text, { mission, ...facts }],
    ]),
  );

/** A search and what a candidate expects of it. Offers are named by their keys, several separated by spaces. */
export interface Judged {
  words: string;
  why: string;
  filter?: object;
  sort?: 'RELEVANCE' | 'NEWEST' | 'NEAREST' | 'SALARY';
  literal?: boolean;
  /** One of these comes first. */
  first?: string;
  /** All of these are among the first ten. */
  top?: string;
  /** All of these are found, in this order, whatever stands between them. */
  order?: string;
  /** None of these is found; `others`: nothing is found but what this judgement names. */
  never?: string;
  /** Nothing at all is found. */
  none?: true;
  total?: number;
  /** Exactly these are told apart as done wholly from home, elsewhere than in the places searched. */
  fromHome?: string;
  /** The words left out so that something is found. */
  leftOut?: string;
  /** The radius the search was widened to. */
  widenedToKm?: number;
  /** Concepts that are recognised, as "KIND code words", separated by "; ". */
  understood?: string;
  /** Kinds of concepts that are not recognised, separated by spaces. */
  notUnderstood?: string;
}
