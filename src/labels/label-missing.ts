import type { Text } from '../common/text.js';
import { type DocumentKind, documentWords, type DocumentStage } from './document-words.js';
import { isFinal } from './label-moves.js';
import { type CheckInSide, documentsBy, isFollowed, type LabelView, openDocuments } from './label-view.js';
import type { LabelSide } from './label-words.js';

/** What is still missing, from whom and by when. */
export interface Missing {
  who: LabelSide;
  what: Text;
  /** Null where no day is set: nobody publishes how long Bpifrance takes. */
  by: string | null;
  late: boolean;
  /** Of a check-in. */
  month?: number;
}

/** In the order in which they are to be done; empty when nobody has to do anything. */
export function missingOf(view: LabelView, today: string): Missing[] {
  const missing = [...stateMissing(view, today), ...checkInsMissing(view, today)];
  return missing
    .map((one) => ({ ...one, late: one.by !== null && one.by < today }))
    .filter((one) => isTimely(one, view));
}

/** The last day on which whoever must act has time; null when nobody has to by a day. Bpifrance’s time is not counted. */
export function actBy(view: LabelView, today: string): string | null {
  const days = missingOf(view, today).flatMap(({ by }) => (by === null ? [] : [by]));
  return days.sort()[0] ?? null;
}

type Undated = Omit<Missing, 'late'>;

/** A refusal can be contested until the last day of the request; of a label that is over nothing stays late for ever. */
const isTimely = ({ late }: Missing, { state }: LabelView): boolean =>
  !(late && (state === 'REFUSED' || isFinal(state)));

function stateMissing(view: LabelView, today: string): Undated[] {
  const { requestBy, proofsBy } = view.dates;
  switch (view.state) {
    case 'CHARTER':
      if (today > requestBy) return [{ who: 'PLATFORM', what: tooLate, by: requestBy }];
      if (!view.isCharterOpen) return [{ who: 'COMPANY', what: openCharter, by: requestBy }];
      return (['COMPANY', 'CANDIDATE'] as const)
        .filter((side) => !view.signed.includes(side))
        .map((who) => ({ who, what: { fr: 'Signer la charte', en: 'Sign the charter' }, by: requestBy }));
    case 'TO_REQUEST':
      if (today > requestBy) return [{ who: 'PLATFORM', what: tooLate, by: requestBy }];
      return [{ who: 'COMPANY', what: { fr: 'Demander le label', en: 'Request the label' }, by: requestBy }];
    case 'REFUSED':
      return [{ who: 'COMPANY', what: requestAgain, by: requestBy }];
    case 'REQUESTED':
    case 'PROOFS_SENT':
      return [{ who: 'INSTRUCTOR', what: view.state === 'REQUESTED' ? decide : decideProofs, by: null }];
    case 'MORE_DOCUMENTS':
      return documentsMissing(view, 'REQUEST', documentsBy(view), sendDocuments);
    case 'PROOFS_INCOMPLETE':
      return documentsMissing(view, 'PROOFS', documentsBy(view), sendProofs);
    case 'PROOFS_DUE':
      return documentsMissing(view, 'PROOFS', proofsBy, sendProofs);
    default:
      return [];
  }
}

/** Each document that is not there, or the sending of those that are. */
function documentsMissing(view: LabelView, stage: DocumentStage, by: string, send: Text): Undated[] {
  const open = openDocuments(view, stage);
  if (open.length === 0) return [{ who: 'COMPANY', what: send, by }];
  return open.map(({ kind, words }) => ({ who: 'COMPANY', what: added(kind, words), by }));
}

function added(kind: DocumentKind, words: string | null): Text {
  const { fr, en } = documentWords(kind, words);
  return { fr: `Joindre : ${fr}`, en: `Add: ${en}` };
}

/** Those that were asked; nothing is after a mission was broken off. */
function checkInsMissing(view: LabelView, today: string): Undated[] {
  if (!isFollowed(view.state)) return [];
  return view.dates.checkIns
    .filter(({ on }) => on <= today)
    .flatMap(({ month, by }) =>
      sidesOf(view)
        .filter((side) => !view.answered.some((one) => one.month === month && one.side === side))
        .map((who) => ({ who, what: checkIn(month), by, month })),
    );
}

/** Who is asked. Of somebody who erased their account the company is asked nothing either. */
export const sidesOf = ({ hasPerson }: LabelView): CheckInSide[] => (hasPerson ? ['COMPANY', 'CANDIDATE'] : []);

const checkIn = (month: number): Text => ({
  fr: `Répondre au point d’étape à ${month} mois`,
  en: `Answer the check-in after ${month === 1 ? 'one month' : `${month} months`}`,
});

const tooLate = {
  fr: 'Il est trop tard pour demander le label : le délai est passé, et la plateforme clôt la demande',
  en: 'It is too late to request the label: its time is over, and the platform closes it',
};
const openCharter = {
  fr: 'Compléter l’embauche et ouvrir la charte à la signature',
  en: 'Complete the hire and open the charter for signature',
};
const requestAgain = {
  fr: 'Demander de nouveau le label, si le refus peut être levé',
  en: 'Request the label again, if what it was refused for can be put right',
};
const decide = { fr: 'Étudier la demande de label', en: 'Study the request' };
const decideProofs = { fr: 'Étudier les justificatifs', en: 'Study the proofs' };
const sendDocuments = { fr: 'Envoyer les pièces complémentaires', en: 'Send the additional documents' };
const sendProofs = { fr: 'Envoyer les justificatifs de dépenses', en: 'Send the proofs of spending' };
