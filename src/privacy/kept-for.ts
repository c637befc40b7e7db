import type { Text } from '../common/text.js';

/** Days for which backups of the database are kept, and the list of who was erased with them. */
export const backupDays = 90;

/** How long rows about people are kept where no rule of `retention-rules.ts` says it alone. */
export const keptWith = {
  ACCOUNT: { fr: 'jusqu’à l’effacement du compte', en: 'until the account is erased' },
  APPLICATION_TOO: { fr: 'jusqu’à l’effacement du compte du candidat', en: 'until the candidate’s account is erased' },
  COMPANY: {
    fr: 'avec l’entreprise ; l’auteur n’y figure plus dès que son compte est effacé',
    en: 'with the company; who wrote it is no longer in it once their account is erased',
  },
  RULE_BOOK: {
    fr: 'aussi longtemps que la règle ; l’auteur n’y figure plus dès que son compte est effacé',
    en: 'as long as the rule; who changed it is no longer in it once their account is erased',
  },
  TERRITORY: {
    fr: 'avec la page du territoire ; l’auteur n’y figure plus dès que son compte est effacé',
    en: 'with the page of the territory; who wrote it is no longer in it once their account is erased',
  },
  UNTIL_REMOVED: { fr: 'jusqu’à ce que son auteur le retire', en: 'until whoever made it takes it away' },
  UNTIL_DECIDED: { fr: 'jusqu’à la décision', en: 'until it is decided' },
  HOURS: { fr: 'de 15 minutes à 24 heures', en: 'from 15 minutes to 24 hours' },
} as const satisfies Record<string, Text>;

export type KeptWith = keyof typeof keptWith;
