import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

export const documentKinds = [
  'CONTRACT',
  'DIPLOMA',
  'MISSION',
  'COMPANY_STATUS',
  'SPENDING',
  'PAYSLIPS',
  'OTHER',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const DocumentKind = enumOf(documentKinds);

export const documentStages = ['REQUEST', 'PROOFS'] as const;
export type DocumentStage = (typeof documentStages)[number];
export const DocumentStage = enumOf(documentStages);

export const documentKindWords: Record<DocumentKind, Text> = {
  CONTRACT: { fr: 'contrat de travail signé', en: 'signed contract of employment' },
  DIPLOMA: { fr: 'diplôme, ou certificat de scolarité', en: 'diploma, or certificate of enrolment' },
  MISSION: { fr: 'description de la mission', en: 'description of the mission' },
  COMPANY_STATUS: { fr: 'document sur la situation de l’entreprise', en: 'document about the company' },
  SPENDING: { fr: 'justificatif de dépenses', en: 'proof of spending' },
  PAYSLIPS: { fr: 'bulletins de paie', en: 'payslips' },
  OTHER: { fr: 'autre document', en: 'another document' },
};

/** What a document is, with the words of whoever asked for it. */
export function documentWords(kind: DocumentKind, words: string | null): Text {
  const { fr, en } = documentKindWords[kind];
  return words === null ? { fr, en } : { fr: `${fr} : « ${words} »`, en: `${en}: “${words}”` };
}

/** How many documents may be asked for at once. */
export const mostAsked = 10;

registerEnumType(DocumentKind, {
  name: 'LabelDocumentKind',
  description: 'What a document of a label is. Which ones Bpifrance asks for is not published: whoever asks says it.',
  valuesMap: {
    CONTRACT: { description: 'The signed contract of employment.' },
    DIPLOMA: { description: 'The diploma, or a certificate of enrolment.' },
    MISSION: { description: 'The description of the mission.' },
    COMPANY_STATUS: { description: 'A document about the company.' },
    SPENDING: { description: 'A proof of spending.' },
    PAYSLIPS: { description: 'Payslips.' },
    OTHER: { description: 'Another document; the words say which.' },
  },
});

registerEnumType(DocumentStage, {
  name: 'LabelDocumentStage',
  description: 'For which step a document is.',
  valuesMap: {
    REQUEST: { description: 'For the request of the label.' },
    PROOFS: { description: 'Proofs, after the mission, for the payment of the aid.' },
  },
});
