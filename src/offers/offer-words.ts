import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

export const contractTypes = ['CDI', 'CDD', 'APPRENTICESHIP', 'PROFESSIONALISATION'] as const;
/** Contracts of work-study. */
export const workStudyTypes: readonly ContractType[] = ['APPRENTICESHIP', 'PROFESSIONALISATION'];
export type ContractType = (typeof contractTypes)[number];
export const ContractType = enumOf(contractTypes);

export const contractTypeLabels: Record<ContractType, Text> = {
  CDI: { fr: 'CDI', en: 'Permanent contract' },
  CDD: { fr: 'CDD', en: 'Fixed-term contract' },
  APPRENTICESHIP: { fr: 'Contrat d’apprentissage (alternance)', en: 'Apprenticeship' },
  PROFESSIONALISATION: { fr: 'Contrat de professionnalisation (alternance)', en: 'Professionalisation contract' },
};

registerEnumType(ContractType, {
  name: 'ContractType',
  description: 'The kind of employment contract. A VTE is never an internship.',
  valuesMap: {
    CDI: { description: 'Permanent contract.' },
    CDD: { description: 'Fixed-term contract, 12 months or more for a VTE.' },
    APPRENTICESHIP: { description: 'Work-study as an apprentice, 10 months or more for a VTE.' },
    PROFESSIONALISATION: {
      description: 'Work-study under a professionalisation contract, 10 months or more for a VTE.',
    },
  },
});

export const remoteWorks = ['NONE', 'PARTIAL', 'FULL'] as const;
export type RemoteWork = (typeof remoteWorks)[number];
export const RemoteWork = enumOf(remoteWorks);

export const remoteWorkLabels: Record<RemoteWork, Text> = {
  NONE: { fr: 'Sur place', en: 'On site' },
  PARTIAL: { fr: 'Télétravail partiel', en: 'Partly remote' },
  FULL: { fr: 'Télétravail complet', en: 'Fully remote' },
};

registerEnumType(RemoteWork, {
  name: 'RemoteWork',
  description: 'How much of the work can be done from home.',
  valuesMap: {
    NONE: { description: 'Wholly at the workplace.' },
    PARTIAL: { description: 'Some days from home.' },
    FULL: { description: 'Wholly from home.' },
  },
});

export const missionCategories = [
  'RIGHT_HAND',
  'DIGITAL_TRANSFORMATION',
  'INNOVATION',
  'PRODUCTION',
  'QUALITY_SAFETY_ENVIRONMENT',
  'ECOLOGICAL_TRANSITION',
  'SUPPLY_CHAIN',
  'INTERNATIONAL',
  'SALES_MARKETING',
  'FINANCE',
  'HUMAN_RESOURCES',
  'OTHER',
] as const;
export type MissionCategory = (typeof missionCategories)[number];
export const MissionCategory = enumOf(missionCategories);

export const missionCategoryLabels: Record<MissionCategory, Text> = {
  RIGHT_HAND: { fr: 'Bras droit du dirigeant', en: 'Right hand of the manager' },
  DIGITAL_TRANSFORMATION: { fr: 'Transformation numérique', en: 'Digital transformation' },
  INNOVATION: { fr: 'Innovation, recherche et développement', en: 'Innovation, research and development' },
  PRODUCTION: { fr: 'Production, méthodes, maintenance', en: 'Production, methods, maintenance' },
  QUALITY_SAFETY_ENVIRONMENT: { fr: 'Qualité, sécurité, environnement', en: 'Quality, safety, environment' },
  ECOLOGICAL_TRANSITION: { fr: 'Transition écologique', en: 'Ecological transition' },
  SUPPLY_CHAIN: { fr: 'Achats et logistique', en: 'Purchasing and supply chain' },
  INTERNATIONAL: { fr: 'International', en: 'International' },
  SALES_MARKETING: { fr: 'Commerce et marketing', en: 'Sales and marketing' },
  FINANCE: { fr: 'Finance et contrôle de gestion', en: 'Finance and management control' },
  HUMAN_RESOURCES: { fr: 'Ressources humaines', en: 'Human resources' },
  OTHER: { fr: 'Autre mission', en: 'Other' },
};

registerEnumType(MissionCategory, {
  name: 'MissionCategory',
  description: 'The family of missions a VTE belongs to.',
  valuesMap: Object.fromEntries(
    missionCategories.map((category) => [category, { description: `${missionCategoryLabels[category].en}.` }]),
  ),
});
