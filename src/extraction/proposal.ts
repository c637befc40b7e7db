import type { SkillLevel } from '../candidates/skill-level.js';
import type { Text } from '../common/text.js';
import type { ContractType } from '../offers/offer-words.js';
import type { StudyLevel } from '../skills/study-level.js';
import type { Place } from '../territories/place.js';

/** What a text is: what someone says of themselves, or what a company asks for. */
export type TextKind = 'CV' | 'OFFER';

/** Words of the text that a proposal comes from, exactly as written, by their offsets. */
export interface Found {
  words: string;
  start: number;
  end: number;
}

/** Something to confirm: from 0 to 1 how sure the words are of it. */
export interface Proposed {
  confidence: number;
  found: Found[];
}

export interface ProposedSkill extends Proposed {
  code: string;
  label: Text;
  /** Only where the words say it: "notions de", "maîtrise de". */
  level: SkillLevel | null;
  /** Null in a CV. */
  wish: SkillWish | null;
}

export type SkillWish = 'REQUIRED' | 'DESIRED';

export interface ProposedOccupation extends Proposed {
  code: string;
  label: Text;
}

export interface ProposedLanguage extends Proposed {
  code: string;
  label: Text;
  /** In the European framework, from A1 to C2, where the text gives it; a score of the TOEIC counts. */
  level: string | null;
  /** The same as of a skill, also from words: "courant", "notions". */
  mastery: SkillLevel | null;
  /** Null in a CV. */
  wish: SkillWish | null;
}

export interface ProposedPlace extends Proposed {
  place: Place;
  label: Text;
}

export interface ProposedValue<Value> extends Proposed {
  value: Value;
}

/** What a text proposes; each list with the surest first. Nothing says who someone is. */
export interface Proposal {
  skills: ProposedSkill[];
  /** Of an offer: the one it is for. */
  occupations: ProposedOccupation[];
  languages: ProposedLanguage[];
  /** Of a CV the highest, of an offer the lowest that is asked for. */
  studyLevel: ProposedValue<StudyLevel> | null;
  /** YYYY-MM-DD; the first day of the month where the text names a month. */
  diplomaOn: ProposedValue<string> | null;
  /** Of a CV: home and the places wished for, not those of employers. */
  places: ProposedPlace[];
  contractTypes: ProposedValue<ContractType>[];
  /** The day from which someone is free or the work begins, YYYY-MM-DD. */
  availableFrom: ProposedValue<string> | null;
  /** Driving licences by their letters: "B". */
  licences: ProposedValue<string>[];
  /** Whether the text was longer than what is read. */
  cut: boolean;
}
