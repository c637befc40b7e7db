import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

export const labelStates = [
  'CHARTER',
  'TO_REQUEST',
  'REQUESTED',
  'MORE_DOCUMENTS',
  'GRANTED',
  'REFUSED',
  'MISSION',
  'PROOFS_DUE',
  'PROOFS_SENT',
  'PROOFS_INCOMPLETE',
  'PAID',
  'NO_AID',
  'LAPSED',
  'WITHDRAWN',
  'ENDED_EARLY',
] as const;
export type LabelState = (typeof labelStates)[number];
export const LabelState = enumOf(labelStates);

export const labelSides = ['COMPANY', 'CANDIDATE', 'INSTRUCTOR', 'MANAGER', 'PLATFORM'] as const;
export type LabelSide = (typeof labelSides)[number];
export const LabelSide = enumOf(labelSides);

export const labelStateWords: Record<LabelState, Text> = {
  CHARTER: { fr: 'charte à signer', en: 'charter to be signed' },
  TO_REQUEST: { fr: 'label à demander', en: 'label to be requested' },
  REQUESTED: { fr: 'label demandé', en: 'label requested' },
  MORE_DOCUMENTS: { fr: 'pièces complémentaires demandées', en: 'additional documents asked for' },
  GRANTED: { fr: 'label accordé', en: 'label granted' },
  REFUSED: { fr: 'label refusé', en: 'label refused' },
  MISSION: { fr: 'mission en cours', en: 'mission under way' },
  PROOFS_DUE: { fr: 'justificatifs à envoyer', en: 'proofs to be sent' },
  PROOFS_SENT: { fr: 'justificatifs envoyés', en: 'proofs sent' },
  PROOFS_INCOMPLETE: { fr: 'justificatifs à compléter', en: 'proofs to be completed' },
  PAID: { fr: 'aide versée', en: 'aid paid' },
  NO_AID: { fr: 'mission terminée, label sans aide', en: 'mission over, label without aid' },
  LAPSED: { fr: 'label non demandé dans le délai', en: 'label not requested in time' },
  WITHDRAWN: { fr: 'demande abandonnée', en: 'request given up' },
  ENDED_EARLY: { fr: 'mission interrompue', en: 'mission broken off' },
};

export const labelSideWords: Record<LabelSide, Text> = {
  COMPANY: { fr: 'l’entreprise', en: 'the company' },
  CANDIDATE: { fr: 'la personne recrutée', en: 'the young person' },
  INSTRUCTOR: { fr: 'Bpifrance, qui instruit la demande,', en: 'Bpifrance, which decides,' },
  MANAGER: { fr: 'le territoire', en: 'the territory' },
  PLATFORM: { fr: 'la plateforme', en: 'the platform' },
};

registerEnumType(LabelState, {
  name: 'LabelState',
  description: 'Where the VTE label of a hire stands, from the charter to the payment of the aid.',
  valuesMap: {
    CHARTER: { description: 'The charter is not signed by both yet: it comes before the request.' },
    TO_REQUEST: { description: 'Both signed the charter; the company has to request the label in time.' },
    REQUESTED: { description: 'The company requested the label; Bpifrance studies the request.' },
    MORE_DOCUMENTS: { description: 'Bpifrance asks the company for additional documents.' },
    GRANTED: { description: 'The label was granted; the mission has not begun.' },
    REFUSED: { description: 'The label was refused, with a reason; it can be requested again within the delay.' },
    MISSION: { description: 'The label was granted and the mission runs.' },
    PROOFS_DUE: { description: 'The mission is over; the company has to send its proofs of spending.' },
    PROOFS_SENT: { description: 'The proofs were sent; Bpifrance studies them.' },
    PROOFS_INCOMPLETE: { description: 'Bpifrance asks for other proofs.' },
    PAID: { description: 'The aid was paid. For good.' },
    NO_AID: { description: 'The mission is over; the label was granted without aid, so that nothing is to be proved.' },
    LAPSED: { description: 'The label was not requested in time. For good.' },
    WITHDRAWN: { description: 'The company gave the request up, or called the hire off. For good.' },
    ENDED_EARLY: { description: 'The mission was broken off before its end. For good.' },
  },
});

registerEnumType(LabelSide, {
  name: 'LabelSide',
  description: 'Who acts in the life of a label; people of a company or a territory are not named.',
  valuesMap: {
    COMPANY: { description: 'Someone of the company.' },
    CANDIDATE: { description: 'The young person hired.' },
    INSTRUCTOR: { description: 'Bpifrance; an administrator of the platform records what it decided.' },
    MANAGER: { description: 'The manager of the territory.' },
    PLATFORM: { description: 'The platform, by its rules and the calendar.' },
  },
});
