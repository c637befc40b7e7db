import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import { plainText } from '../common/plain-text.js';
import { InputProblem } from '../common/refusal.js';
import type { Text } from '../common/text.js';

export const labelRefusalReasons = [
  'TOO_LATE',
  'CANDIDATE_NOT_ELIGIBLE',
  'COMPANY_NOT_ELIGIBLE',
  'POST_NOT_ELIGIBLE',
  'INCOMPLETE',
  'OTHER',
] as const;
export type LabelRefusalReason = (typeof labelRefusalReasons)[number];
export const LabelRefusalReason = enumOf(labelRefusalReasons);

export const labelRefusalWords: Record<LabelRefusalReason, Text> = {
  TOO_LATE: { fr: 'La demande est venue trop tard.', en: 'The request came too late.' },
  CANDIDATE_NOT_ELIGIBLE: {
    fr: 'La personne recrutée ne remplit pas les conditions.',
    en: 'The young person does not meet the conditions.',
  },
  COMPANY_NOT_ELIGIBLE: {
    fr: 'L’entreprise ne remplit pas les conditions.',
    en: 'The company does not meet the conditions.',
  },
  POST_NOT_ELIGIBLE: {
    fr: 'Le poste ou la mission ne remplit pas les conditions.',
    en: 'The post or its mission does not meet the conditions.',
  },
  INCOMPLETE: { fr: 'Le dossier est incomplet.', en: 'The file is incomplete.' },
  OTHER: { fr: 'Une autre raison.', en: 'Another reason.' },
};

registerEnumType(LabelRefusalReason, {
  name: 'LabelRefusalReason',
  description: 'Why a label was refused.',
  valuesMap: {
    TOO_LATE: { description: 'The request came too late.' },
    CANDIDATE_NOT_ELIGIBLE: { description: 'The young person does not meet the conditions.' },
    COMPANY_NOT_ELIGIBLE: { description: 'The company does not meet the conditions.' },
    POST_NOT_ELIGIBLE: { description: 'The post or its mission does not meet the conditions.' },
    INCOMPLETE: { description: 'The file is incomplete.' },
    OTHER: { description: 'Another reason, told in words.' },
  },
});

export const mostWords = 2_000;

/** Plain text; empty is null. */
export const cleanWords = (words: string | null | undefined): string | null => plainText(words ?? '') || null;

export const wordsProblems = (words: string | null, needed = false): InputProblem[] => {
  if (words === null) return needed ? [new InputProblem(['words'], missing)] : [];
  return [...words].length > mostWords ? [new InputProblem(['words'], tooLong)] : [];
};

const missing = { fr: 'Dites-le en quelques mots.', en: 'Say it in a few words.' };
const tooLong = { fr: 'Le texte compte au plus 2 000 caractères.', en: 'The text has at most 2,000 characters.' };
