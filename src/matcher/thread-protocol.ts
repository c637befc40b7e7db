import type { DiplomaPeriod } from '../offers/vte-in-use.js';
import type { AboveAsked, CandidatesAsked, Found, OffersAsked, Placed } from './matcher-memory.js';

/** What the thread is given as it starts. */
export interface ThreadStart {
  databaseUrl: string;
}

/** What can be asked of the thread, and what it answers; `version` names the weights of a score. */
export interface Questions {
  offers: { asked: OffersAsked & { version: string }; answer: Found };
  candidates: { asked: CandidatesAsked & { version: string }; answer: Found };
  above: { asked: AboveAsked & { version: string }; answer: Placed[] };
  /** Answered when nothing older is held than what was committed before. */
  catchUp: { asked: null; answer: null };
  size: { asked: null; answer: MemorySize };
}

export interface MemorySize {
  offers: number;
  candidates: number;
  /** Of the columns, lists and tables themselves. */
  offerBytes: number;
  candidateBytes: number;
}

export type QuestionName = keyof Questions;

/** Each question brings the rule on diplomas as the process that asks knows it: the thread keeps none of its own. */
export type Question = {
  [Name in QuestionName]: {
    n: number;
    name: Name;
    asked: Questions[Name]['asked'];
    diplomaPeriods: readonly DiplomaPeriod[];
  };
}[QuestionName];

/** What the thread tells. */
export type Told =
  | { n: number; answer: Questions[QuestionName]['answer'] }
  | { n: number; error: string }
  | { progress: [step: string, done: number, total: number] }
  | { ready: true }
  /** Why it cannot follow the database; null when it does again. */
  | { trouble: string | null };
