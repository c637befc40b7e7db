import type { AccountRole } from '../permissions/account-role.js';
import type { Text } from '../common/text.js';

/** The accounts a visitor tries the platform with; their password is DEMO_PASSWORD. */
export const demoAccounts: { email: string; role: AccountRole; says: Text }[] = [
  { email: 'candidate@demo.example', role: 'CANDIDATE', says: { fr: 'une candidate', en: 'a candidate' } },
  { email: 'company@demo.example', role: 'COMPANY_MEMBER', says: { fr: 'une entreprise', en: 'a company member' } },
  {
    email: 'manager@demo.example',
    role: 'TERRITORY_MANAGER',
    says: { fr: 'une cheffe de projet de territoire', en: 'a territory manager' },
  },
  {
    email: 'admin@demo.example',
    role: 'ADMIN',
    says: {
      fr: 'une administratrice (application d’authentification demandée à la première connexion)',
      en: 'an administrator (an authenticator application is asked for at the first sign-in)',
    },
  },
];
