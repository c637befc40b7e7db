import { may } from '../../src/permissions/may.js';
import type { Caller, Facts } from '../../src/permissions/relation.js';
import type { Act } from '../../src/permissions/rules.js';

/** Two candidates; owner and reader of one company; the owner of another; a suspended recruiter of the first with a live token. */
export const callerNames = [
  'anonymous',
  'candidate',
  'otherCandidate',
  'owner',
  'reader',
  'otherCompany',
  'suspended',
  'admin',
  'manager',
] as const;
export type CallerName = (typeof callerNames)[number];

const roles: Partial<Record<CallerName, Caller['role']>> = {
  candidate: 'CANDIDATE',
  otherCandidate: 'CANDIDATE',
  owner: 'COMPANY_MEMBER',
  reader: 'COMPANY_MEMBER',
  otherCompany: 'COMPANY_MEMBER',
  admin: 'ADMIN',
  manager: 'TERRITORY_MANAGER',
};

/** As permissions are to see them: the suspended one is nobody. */
export function callerOf(name: CallerName): Caller | null {
  const role = roles[name];
  return role ? { id: name, role } : null;
}

type CompanyName = 'first' | 'second';
const membersOf: Record<CompanyName, Partial<Record<CallerName, 'owner' | 'reader'>>> = {
  first: { owner: 'owner', reader: 'reader' },
  second: { otherCompany: 'owner' },
};

interface Standing {
  isPublic?: boolean;
  owner?: CallerName;
  company?: CompanyName;
  /** Companies to which the candidate made themselves known, and which they let see them. */
  known?: readonly CompanyName[];
  welcome?: readonly CompanyName[];
  managed?: boolean;
}

/** How the objects of the world stand to people: written down here, not asked of the code under test. */
const things = {
  platform: {},
  openOffer: { isPublic: true, company: 'first' },
  draftOffer: { company: 'first' },
  closedOffer: { company: 'first' },
  foreignDraft: { company: 'second' },
  company: { company: 'first' },
  otherCompany: { company: 'second' },
  candidate: { owner: 'candidate', known: ['first'] },
  otherCandidate: { owner: 'otherCandidate', welcome: ['first', 'second'] },
  hiddenCandidate: { known: ['second'] },
  application: { owner: 'candidate', company: 'first' },
  foreignApplication: { company: 'second' },
  invitation: { owner: 'otherCandidate', company: 'first', welcome: ['first'] },
  note: { owner: 'owner', company: 'first' },
  pair: { owner: 'otherCandidate', company: 'first' },
  label: { owner: 'candidate', company: 'first', managed: true },
  territory: { managed: true },
  accountOfCandidate: { owner: 'candidate' },
  accountOfOther: { owner: 'otherCandidate' },
  accountOfOwner: { owner: 'owner' },
  accountOfReader: { owner: 'reader' },
  accountOfOtherCompany: { owner: 'otherCompany' },
  accountOfManager: { owner: 'manager' },
} as const satisfies Record<string, Standing>;
export type Thing = keyof typeof things;

export function factsOf(name: CallerName, thing: Thing): Facts {
  const { isPublic, owner, company, known = [], welcome = [], managed }: Standing = things[thing];
  const isIn = (one: CompanyName): boolean => membersOf[one][name] !== undefined;
  return {
    isPublic,
    ownerId: owner,
    companyRole: company && membersOf[company][name],
    isKnown: known.some(isIn),
    isWelcome: welcome.some(isIn),
    isInTerritory: managed,
  };
}

export const expected = (name: CallerName, act: Act, thing: Thing): boolean =>
  may(callerOf(name), act, factsOf(name, thing));
