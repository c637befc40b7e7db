import type { StudyLevel } from '../../../src/skills/study-level.js';

/**
 * A text and what a careful reader marks in it. Things are named by any of their names in the reference data, apart by "|".
 * `maybe` is for what one reader marks and another does not: it counts neither for nor against.
 */
export interface Labelled {
  about: string;
  text: string;
  skills?: string;
  maybe?: string;
  /** Of an offer: the skills that are only wished for; they are among `skills` too. */
  desired?: string;
  occupations?: string;
  maybeOccupations?: string;
  /** With the level: "Anglais B2". */
  languages?: string;
  level?: StudyLevel;
  /** "Oyonnax|Ain": communes by name, with their department where the name is not unique: "Vienne (38)". */
  places?: string;
  contracts?: string;
  from?: string;
  /** The day of the diploma. */
  diploma?: string;
  /** Letters of driving licences: "B|BE". */
  licences?: string;
}
