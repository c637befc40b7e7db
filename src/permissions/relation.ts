import type { AccountRole } from './account-role.js';
import type { CompanyRole } from './company-role.js';

/** Whoever is calling, as far as permissions look at them; null for a stranger. */
export interface Caller {
  id: string;
  role: AccountRole;
}

/** What is known of an object when it is asked what the caller may do with it; what does not apply is left out. */
export interface Facts {
  /** Whoever may see it: an open offer, reference data. */
  isPublic?: boolean;
  /** The account it belongs to: a profile, an application, a session. */
  ownerId?: string;
  /** The caller’s role in the company it belongs to; null for none. */
  companyRole?: CompanyRole | null;
  /** The candidate made themselves known to a company of the caller: an application, an accepted invitation. */
  isKnown?: boolean;
  /** The candidate agreed to be seen by companies, and did not decline all of those of the caller. */
  isWelcome?: boolean;
  /** It lies in a territory that the caller manages. */
  isInTerritory?: boolean;
}

/** How a caller stands to an object; a rule names those that are allowed. */
export const relations = [
  /** Everyone, signed in or not. */
  'anyone',
  /** Everyone while the object is public. */
  'public',
  'signed-in',
  /** Any account of the kind, whatever the object. */
  'candidate',
  'company-account',
  'territory-manager',
  'admin',
  /** The account the object belongs to. */
  'self',
  /** Members of the company the object belongs to; an owner is a recruiter too, and a recruiter a reader. */
  'owner',
  'recruiter',
  'reader',
  /** Members of a company to which the candidate made themselves known, and to whom they agreed to be seen. */
  'known',
  'welcome',
  /** The manager of a territory in which the object lies. */
  'territory',
] as const;
export type Relation = (typeof relations)[number];

export function relationsOf(caller: Caller | null, facts: Facts): ReadonlySet<Relation> {
  const found = new Set<Relation>(['anyone']);
  if (facts.isPublic) found.add('public');
  if (!caller) return found;
  found.add('signed-in');
  found.add(kinds[caller.role]);
  if (facts.ownerId === caller.id) found.add('self');
  if (facts.companyRole) for (const role of implied[facts.companyRole]) found.add(role);
  if (facts.isKnown) found.add('known');
  if (facts.isWelcome) found.add('welcome');
  if (facts.isInTerritory && caller.role === 'TERRITORY_MANAGER') found.add('territory');
  return found;
}

const kinds = {
  CANDIDATE: 'candidate',
  COMPANY_MEMBER: 'company-account',
  TERRITORY_MANAGER: 'territory-manager',
  ADMIN: 'admin',
} as const satisfies Record<AccountRole, Relation>;

const implied = {
  owner: ['owner', 'recruiter', 'reader'],
  recruiter: ['recruiter', 'reader'],
  reader: ['reader'],
} as const satisfies Record<CompanyRole, readonly Relation[]>;
