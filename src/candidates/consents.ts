import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

export const consentsTo = ['VISIBLE_TO_COMPANIES'] as const;
export type ConsentTo = (typeof consentsTo)[number];
export const ConsentTo = enumOf(consentsTo);

registerEnumType(ConsentTo, {
  name: 'ConsentTo',
  description: 'What a candidate may agree to; nothing of it is needed to use the platform.',
  valuesMap: {
    VISIBLE_TO_COMPANIES: {
      description: 'Companies find the profile, without a name, among the matches of their offers.',
    },
  },
});

/** The words that people agreed to, for ever: a change of them is a new version, and is asked for anew where it says more. */
export const consentWordings: Readonly<Record<ConsentTo, Readonly<Record<string, Text>>>> = {
  VISIBLE_TO_COMPANIES: {
    '2026-09': {
      fr:
        'Les entreprises dont une offre est ouverte peuvent trouver mon profil parmi ceux qui lui conviennent. Elles lisent mon ' +
        'niveau d’études, mes compétences et en quoi le profil convient, sans mon nom ni mon adresse.',
      en:
        'Companies with an open offer may find my profile among those that suit it. They read my level of study, my skills and ' +
        'why the profile suits, without my name or my address.',
    },
  },
};

/** The version that is agreed to now. */
export const consentVersion: Readonly<Record<ConsentTo, string>> = { VISIBLE_TO_COMPANIES: '2026-09' };
