import { accountTables } from './personal-account-tables.js';
import { applicationTables } from './personal-application-tables.js';
import { candidateTables } from './personal-candidate-tables.js';
import { companyTables } from './personal-company-tables.js';
import { hireTables } from './personal-hire-tables.js';
import { labelTables } from './personal-label-tables.js';
import { platformTables } from './personal-platform-tables.js';
import type { PersonalTable } from './personal-table.js';

/** By what the tables are about, in the order in which they are told. */
export const personalSubjects: readonly { title: { fr: string; en: string }; tables: readonly PersonalTable[] }[] = [
  { title: { fr: 'Compte et connexion', en: 'Account and sign-in' }, tables: accountTables },
  { title: { fr: 'Candidats', en: 'Candidates' }, tables: candidateTables },
  { title: { fr: 'Candidatures et échanges', en: 'Applications and exchanges' }, tables: applicationTables },
  { title: { fr: 'Embauches et chartes', en: 'Hires and charters' }, tables: hireTables },
  { title: { fr: 'Labels VTE', en: 'VTE labels' }, tables: labelTables },
  {
    title: { fr: 'Entreprises, territoires et modération', en: 'Companies, territories and moderation' },
    tables: companyTables,
  },
  { title: { fr: 'Courriels, journaux et exports', en: 'Letters, logs and exports' }, tables: platformTables },
];

/** Every table with rows about people. Whoever adds a column adds it here, or to `plain-tables.ts`: a test asks. */
export const personalTables: readonly PersonalTable[] = personalSubjects.flatMap(({ tables }) => tables);
