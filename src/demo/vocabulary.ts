import { readFileSync } from 'node:fs';
import { referenceFile } from '../common/reference-file.js';
import type { ContractType, MissionCategory } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import { readTable } from '../territories/reference-files.js';

/** A family of companies: how it speaks of itself. */
export interface Sector {
  naf: string[];
  trade: string[];
  /** The verb of what it makes, for one company and for its people. */
  does: string;
  do: string;
  makes: string[];
  clients: string[];
  shop: string[];
  project: string[];
  /** Skill codes: of its process, of its rules, and those that belong to other sectors. */
  process: string;
  extras: string[];
  unfit: string[];
}

/** A position companies look for, and what its offers say. */
export interface Job {
  occupation: string;
  category: MissionCategory;
  weight: number;
  green?: boolean;
  /** Titles in one form, in both forms, and in the one form for work-study. */
  m: string[];
  fm: string[];
  alt: string[];
  focus: string[];
  levels: StudyLevel[];
  study: StudyLevel[];
  /** Thousands of euros a year. */
  pay: [number, number];
  remote: 'none' | 'little' | 'some' | 'much' | 'full';
  field: string;
  diploma: 'engineer' | 'business' | 'master' | 'either';
  boss: string[];
  why: string[];
  do: string[];
  goal: string[];
  only?: string[];
  not?: string[];
  skills?: string[];
}

export interface Sentences {
  company: string[];
  profileOfCompany: string[];
  /** Clients and a project that any company may have. */
  anyClients: string[];
  anyProject: string[];
  listOpening: string[];
  proseOpening: string[];
  end: string[];
  tutor: string[];
  tutorWorkStudy: string[];
  qualities: string[];
  skills: string[];
  welcome: string[];
  contract: Record<ContractType, string[]>;
  pay: string[];
  noPay: string[];
  workStudyPay: string[];
  remote: Record<'PARTIAL' | 'FULL', string[]>;
  sites: string[];
  place: string[];
  perks: string[];
  green: string[];
  level: Partial<Record<StudyLevel, string[]>>;
  studying: Partial<Record<StudyLevel, string[]>>;
}

/** A line of companies.csv: lists are separated by spaces, a wanted offer is `job:contract`. */
export interface CompanyLine {
  name: string;
  sector: string;
  commune: string;
  headcount: string;
  sites: string;
  wanted: string;
  /** What it is and makes, when its sector's words would not do. */
  trade: string;
  makes: string;
}

export interface Vocabulary {
  sectors: Record<string, Sector>;
  jobs: Record<string, Job>;
  sentences: Sentences;
  people: { first: string[]; last: string[]; messages: string[] };
  companies: CompanyLine[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(referenceFile(`demo/${name}.json`), 'utf8'));

/** The words of the demo, from reference/demo. */
export const readVocabulary = (): Vocabulary => ({
  sectors: read('sectors') as Vocabulary['sectors'],
  jobs: { ...(read('jobs-industry') as Vocabulary['jobs']), ...(read('jobs-office') as Vocabulary['jobs']) },
  sentences: read('sentences') as Sentences,
  people: read('people') as Vocabulary['people'],
  companies: readTable('demo/companies.csv'),
});
