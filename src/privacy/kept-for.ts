import type { Text } from '../common/text.js';
import { auditKeptDays } from '../audit/audit-keeper.js';

/** Days for which backups of the database are kept, and the list of who was erased with them. */
export const backupDays = 90;

/** How long rows about people are kept, as it is told; what keeps each promise stands in docs/decisions/0033. */
export const keptFor = {
  ACCOUNT: {
    fr: 'jusqu’à la suppression du compte ; compte de candidat sans activité : question après 23 mois, suppression à 24 mois',
    en: 'until the account is erased; a candidate’s account without activity: asked after 23 months, erased at 24',
  },
  LAST_CONTACT: {
    fr: 'jusqu’à la suppression du compte, et au plus 2 ans après le dernier échange',
    en: 'until the account is erased, and 2 years after the last contact at most',
  },
  SHORT: { fr: 'quelques jours : le temps de servir', en: 'a few days: as long as it is needed' },
  NINETY_DAYS: { fr: '90 jours', en: '90 days' },
  AUDIT: { fr: `${auditKeptDays} jours`, en: `${auditKeptDays} days` },
  QUARTER_HOUR: { fr: 'un quart d’heure', en: 'a quarter of an hour' },
  BACKUPS: {
    fr: `${backupDays} jours, comme les sauvegardes`,
    en: `${backupDays} days, like the backups`,
  },
} as const satisfies Record<string, Text>;

export type KeptFor = keyof typeof keptFor;
