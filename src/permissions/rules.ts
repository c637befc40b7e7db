import type { Relation } from './relation.js';

const table = {
  'account.act': ['self'],
  'account.changeRole': ['admin'],
  'account.keep': ['anyone'],
  'account.list': ['admin'],
  'account.suspend': ['admin'],
  'application.read': ['self', 'reader', 'admin'],
  'application.send': ['candidate'],
  'candidate.act': ['self'],
  'candidate.identify': ['self', 'known'],
  'candidate.read': ['self', 'known', 'welcome'],
  'candidate.save': ['candidate'],
  'company.manage': ['recruiter', 'admin'],
  'company.read': ['anyone'],
  'company.register': ['company-account', 'admin'],
  'company.suspend': ['admin'],
  'file.keep': ['candidate'],
  'file.manage': ['self'],
  'file.read': ['self', 'reader', 'admin'],
  'invitation.answer': ['self'],
  'invitation.read': ['self', 'reader', 'admin'],
  'invitation.send': ['recruiter'],
  'match.readCandidates': ['reader'],
  'match.readOffers': ['self'],
  'match.readPair': ['self', 'reader'],
  'moderation.decide': ['admin'],
  'moderation.read': ['admin'],
  'offer.manage': ['recruiter', 'admin'],
  'offer.read': ['public', 'reader', 'admin'],
  'offer.readWithin': ['reader', 'admin'],
  'offer.suspend': ['admin'],
  'purge.confirm': ['admin'],
  'purge.read': ['admin'],
  'report.send': ['anyone'],
  'suspension.contest': ['anyone'],
  'suspension.read': ['reader', 'admin'],
} as const satisfies Record<string, readonly Relation[]>;

export type Act = keyof typeof table;

/** Who may do what: the relations to the object that are allowed. One line for each act, in alphabetical order. */
export const rules: Record<Act, readonly Relation[]> = table;
