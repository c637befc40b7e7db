import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import type { ApplicationStatus } from './application-status.js';

export const declineReasons = [
  'SKILLS',
  'LEVEL',
  'PLACE',
  'DATES',
  'ANOTHER_CANDIDATE',
  'POSITION_FILLED',
  'POSITION_CANCELLED',
  'NOT_ELIGIBLE',
  'OTHER',
] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const DeclineReason = enumOf(declineReasons);

/** As the candidate reads it. */
export const declineReasonLabels: Record<DeclineReason, Text> = {
  SKILLS: {
    fr: 'Les compétences ne correspondent pas assez à la mission.',
    en: 'The skills do not fit the mission well enough.',
  },
  LEVEL: {
    fr: 'Le niveau d’études ne correspond pas à la mission.',
    en: 'The level of study does not fit the mission.',
  },
  PLACE: { fr: 'Le lieu de travail ne convient pas.', en: 'The place of work does not suit.' },
  DATES: { fr: 'Les dates ne conviennent pas.', en: 'The dates do not suit.' },
  ANOTHER_CANDIDATE: { fr: 'Une autre candidature a été retenue.', en: 'Another candidate was chosen.' },
  POSITION_FILLED: { fr: 'Le poste est pourvu.', en: 'The position has been filled.' },
  POSITION_CANCELLED: { fr: 'Le recrutement est annulé.', en: 'The recruitment was cancelled.' },
  NOT_ELIGIBLE: {
    fr: 'Les conditions du VTE ne sont pas remplies (alternance, ou diplôme de moins de deux ans).',
    en: 'The conditions of a VTE are not met (work-study, or a diploma under two years old).',
  },
  OTHER: { fr: 'Une autre raison.', en: 'Another reason.' },
};

export const mostWords = 2_000;
const mostSignature = 100;

/** What may be said with a move. */
export interface Said {
  reason?: DeclineReason | null;
  words?: string | null;
  signedAs?: string | null;
}

/** Cleaned; empty is null. */
export const saidCleanly = ({ reason, words, signedAs }: Said): Required<Said> => ({
  reason: reason ?? null,
  words: plainText(words ?? '') || null,
  signedAs: plainText(signedAs ?? '').replaceAll('\n', ' ') || null,
});

/** What is wrong with what is said: a refusal has a reason, and "other" its words. */
export function saidProblems(to: ApplicationStatus, { reason, words, signedAs }: Required<Said>): InputProblem[] {
  const problems: InputProblem[] = [];
  if (to === 'DECLINED' && reason === null) problems.push(new InputProblem(['reason'], reasonMissing));
  if (to === 'DECLINED' && reason === 'OTHER' && words === null)
    problems.push(new InputProblem(['words'], wordsMissing));
  if (to !== 'DECLINED' && reason !== null) problems.push(new InputProblem(['reason'], reasonUncalled));
  if ([...(words ?? '')].length > mostWords) problems.push(new InputProblem(['words'], wordsTooLong));
  if ([...(signedAs ?? '')].length > mostSignature) problems.push(new InputProblem(['signedAs'], signatureTooLong));
  return problems;
}

/** All that a suspended company may still do with an application: open it, and say no without words of its own. */
export const suspendedMay = (to: ApplicationStatus, { words, signedAs }: Omit<Required<Said>, 'reason'>): boolean =>
  to === 'SEEN' || (to === 'DECLINED' && words === null && signedAs === null);

const reasonMissing = { fr: 'Un refus demande un motif.', en: 'A refusal needs a reason.' };
const reasonUncalled = {
  fr: 'Seul un refus a un motif de la liste.',
  en: 'Only a refusal has a reason from the list.',
};
const wordsMissing = {
  fr: 'Pour « autre raison », expliquez-la en quelques mots.',
  en: 'For “another reason”, say it in a few words.',
};
const wordsTooLong = { fr: 'Le texte compte au plus 2 000 caractères.', en: 'The text has at most 2,000 characters.' };
const signatureTooLong = {
  fr: 'La signature compte au plus 100 caractères.',
  en: 'The signature has at most 100 characters.',
};

registerEnumType(DeclineReason, {
  name: 'DeclineReason',
  description: 'Why a company says no.',
  valuesMap: {
    SKILLS: { description: 'The skills do not fit well enough.' },
    LEVEL: { description: 'The level of study does not fit.' },
    PLACE: { description: 'The place of work does not suit.' },
    DATES: { description: 'The dates do not suit.' },
    ANOTHER_CANDIDATE: { description: 'Another candidate was chosen.' },
    POSITION_FILLED: { description: 'The position has been filled.' },
    POSITION_CANCELLED: { description: 'The recruitment was cancelled.' },
    NOT_ELIGIBLE: { description: 'The conditions of a VTE are not met.' },
    OTHER: { description: 'Another reason, told in words.' },
  },
});
