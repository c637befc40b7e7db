import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

/** What an account is for; what it may do with one object is decided by the room that owns the object. */
export const accountRoles = ['CANDIDATE', 'COMPANY_MEMBER', 'TERRITORY_MANAGER', 'ADMIN'] as const;
export type AccountRole = (typeof accountRoles)[number];

export const AccountRole = enumOf(accountRoles);

/** The roles anyone may take at sign-up; the others are given by an operator. */
export const rolesOpenToAll: readonly AccountRole[] = ['CANDIDATE', 'COMPANY_MEMBER'];

registerEnumType(AccountRole, {
  name: 'AccountRole',
  description: 'What an account is for.',
  valuesMap: {
    CANDIDATE: { description: 'A student or young graduate who looks for a VTE.' },
    COMPANY_MEMBER: { description: 'Someone who posts offers for one or several companies.' },
    TERRITORY_MANAGER: { description: 'The project manager of one or several Territoires d’industrie.' },
    ADMIN: { description: 'An administrator of the platform.' },
  },
});
