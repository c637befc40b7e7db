import { addDays } from '../common/clock.js';
import type { ContractType } from '../offers/offer-words.js';
import type { LabelDates } from './label-calendar.js';
import type { DocumentKind, DocumentStage } from './document-words.js';
import type { LabelState } from './label-words.js';

/** What is asked for and not there yet, or there. */
export interface AskedDocument {
  kind: DocumentKind;
  stage: DocumentStage;
  words: string | null;
  askedAt: Date | null;
  fileId: string | null;
}

export type CheckInSide = 'COMPANY' | 'CANDIDATE';

/** All that the pure rules look at of one label. */
export interface LabelView {
  state: LabelState;
  /** The civil day since which it is in that state. */
  since: string;
  dates: LabelDates;
  contractType: ContractType;
  /** Days by the rule in force when the person was hired. */
  documentsWithinDays: number;
  remindersBeforeRequest: readonly number[];
  /** The charter lies there to be signed. */
  isCharterOpen: boolean;
  /** Who signed the charter that stands. */
  signed: readonly CheckInSide[];
  /** False while the company is suspended: it is not asked for what it would be refused. */
  companyMayAct: boolean;
  /** There is a person to ask: the account of the young person is not gone. */
  hasPerson: boolean;
  isAided: boolean;
  endedOn: string | null;
  documents: readonly AskedDocument[];
  answered: readonly { month: number; side: CheckInSide; on: string }[];
}

/** What was asked for and is not there yet. */
export const openDocuments = ({ documents }: Pick<LabelView, 'documents'>, stage: DocumentStage): AskedDocument[] =>
  documents.filter((one) => one.stage === stage && one.askedAt !== null && one.fileId === null);

/** The last day for documents, or for more proofs, that the instructor asked for. */
export const documentsBy = ({ since, documentsWithinDays }: LabelView): string => addDays(since, documentsWithinDays);

/** States in which check-ins are asked: from the start of the mission on, whatever is done about the aid. */
const followed: readonly LabelState[] = ['MISSION', 'PROOFS_DUE', 'PROOFS_SENT', 'PROOFS_INCOMPLETE', 'NO_AID', 'PAID'];
export const isFollowed = (state: LabelState): boolean => followed.includes(state);
