import { registerEnumType } from '@nestjs/graphql';
import type { Text } from '../common/text.js';
import type { CompanyRole } from '../permissions/company-role.js';

/** The roles as clients name them. */
export const MemberRole = { OWNER: 'owner', RECRUITER: 'recruiter', READER: 'reader' } as const satisfies Record<
  string,
  CompanyRole
>;

registerEnumType(MemberRole, {
  name: 'CompanyRole',
  description: 'What an account may do for a company.',
  valuesMap: {
    OWNER: { description: 'Everything; lets people in and out. A company has at least one.' },
    RECRUITER: { description: 'Posts and manages offers, reads and answers applications.' },
    READER: { description: 'Reads what the company may read, and changes nothing.' },
  },
});

/** “en tant que…”, as letters say it. */
export const asRole: Record<CompanyRole, Text> = {
  owner: { fr: 'propriétaire (tous les droits, dont celui de gérer les membres)', en: 'owner (every right)' },
  recruiter: { fr: 'recruteur (offres et candidatures)', en: 'recruiter (offers and applications)' },
  reader: { fr: 'lecteur (consultation seulement)', en: 'reader (reading only)' },
};
