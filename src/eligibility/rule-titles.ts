import type { Text } from '../common/text.js';
import type { VteRuleName } from '../offers/vte-rules.js';

/** What each condition is called, on check-lists and in the table that administrators change. */
export const ruleTitles: Readonly<Record<VteRuleName, Text>> = {
  DIPLOMA_AGE: { fr: 'Alternance, ou diplôme récent', en: 'Work-study, or a recent diploma' },
  CANDIDATE_LEVEL: { fr: 'Niveau d’études', en: 'Level of study' },
  COMPANY_SIZE: { fr: 'Taille de l’entreprise', en: 'Size of the company' },
  LARGE_GROUP: { fr: 'Grand groupe', en: 'Large group' },
  ANY_SECTOR: { fr: 'Secteur d’activité', en: 'Sector' },
  START_UP: { fr: 'Jeune entreprise', en: 'Start-up' },
  IN_FRANCE: { fr: 'Établissement en France', en: 'Established in France' },
  MICRO_ENTREPRENEUR: { fr: 'Micro-entreprise', en: 'Micro-entrepreneur' },
  IN_DIFFICULTY: { fr: 'Entreprise en difficulté', en: 'Company in difficulty' },
  CONTRACT: { fr: 'Contrat et durée', en: 'Contract and length' },
  TRANSFORMS_COMPANY: { fr: 'Projet qui transforme l’entreprise', en: 'A project that transforms the company' },
  REPORTS_TO_MANAGEMENT: { fr: 'Lien direct avec la direction', en: 'Direct line to the management' },
  TUTOR: { fr: 'Tuteur ou tutrice', en: 'Tutor' },
  MINIMUM_WAGE: { fr: 'Salaire', en: 'Pay' },
  GREEN_MISSION: { fr: 'Mission écologique', en: 'Green mission' },
  TERRITORY: { fr: 'Territoire d’industrie', en: 'Territoire d’industrie' },
  LABEL_REQUEST: { fr: 'Demande du label', en: 'Request of the label' },
};
