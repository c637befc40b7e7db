import type { Text } from '../common/text.js';
import type { Said } from './said.js';

export const yesNoKinds = [
  'TRANSFORMING_POST',
  'NOT_ONLY_AUDIT',
  'NOT_MICRO_ENTREPRENEUR',
  'NOT_IN_DIFFICULTY',
  'PRIVATE_NON_FARM',
  'TENANT',
  'SPENDING_PROVED',
] as const;
export type YesNoKind = (typeof yesNoKinds)[number];

interface YesNo {
  fact: { [Name in keyof Said]: Said[Name] extends boolean | null ? Name : never }[keyof Said];
  wanted: boolean;
  words: Text;
}

/** Conditions that one fact answers by yes or no. */
export const yesNo: Readonly<Record<YesNoKind, YesNo>> = {
  TRANSFORMING_POST: {
    fact: 'transformingPost',
    wanted: true,
    words: {
      fr: 'Le poste doit transformer l’entreprise et relever directement de sa direction',
      en: 'The post must transform the company and report to its management',
    },
  },
  NOT_ONLY_AUDIT: {
    fact: 'auditOrAwarenessOnly',
    wanted: false,
    words: {
      fr: 'La mission ne doit pas être seulement un audit ou une sensibilisation',
      en: 'The mission must be more than an audit or raising awareness',
    },
  },
  NOT_MICRO_ENTREPRENEUR: {
    fact: 'microEntrepreneur',
    wanted: false,
    words: {
      fr: 'L’entreprise ne doit pas être une micro-entreprise individuelle',
      en: 'The company must not be a micro-entrepreneur',
    },
  },
  NOT_IN_DIFFICULTY: {
    fact: 'companyInDifficulty',
    wanted: false,
    words: { fr: 'L’entreprise ne doit pas être en difficulté', en: 'The company must not be in difficulty' },
  },
  PRIVATE_NON_FARM: {
    fact: 'privateNonFarmCompany',
    wanted: true,
    words: {
      fr: 'L’entreprise doit être privée et non agricole',
      en: 'The company must be private and outside farming',
    },
  },
  TENANT: {
    fact: 'tenant',
    wanted: true,
    words: { fr: 'Le jeune doit être locataire', en: 'The young person must be a tenant' },
  },
  SPENDING_PROVED: {
    fact: 'spendingProved',
    wanted: true,
    words: {
      fr: 'Les dépenses doivent être justifiées à la fin de la mission : l’aide est payée en une fois',
      en: 'The spending must be proved at the end of the mission: the aid is paid once',
    },
  },
};
