import type { Text } from '../common/text.js';
import type { Company } from '../companies/company.entity.js';
import { doubtSaid } from './doubts.js';
import type { CompanyVerification } from './verification.entity.js';
import { nothingToDo, refusalSaid, type VerificationStatus, whileLookedAtAgain } from './verification-words.js';
import { whilePending } from './while-pending.js';

type Known = Pick<CompanyVerification, 'refusedBecause' | 'refusedWords' | 'queuedAt' | 'doubts' | 'since'> | null;
type Verified = Pick<Company, 'verifiedAt' | 'createdAt'>;

export const statusOf = ({ verifiedAt }: Pick<Verified, 'verifiedAt'>, known: Known): VerificationStatus =>
  verifiedAt ? 'VERIFIED' : known?.refusedBecause ? 'REFUSED' : 'PENDING';

export const sinceOf = ({ verifiedAt, createdAt }: Verified, known: Known): Date =>
  known?.since ?? verifiedAt ?? createdAt;

/** Why it stands as it does, in sentences; nothing for a company that nobody doubts. */
export function reasonsOf(company: Verified, known: Known): Text[] {
  if (statusOf(company, known) === 'REFUSED') {
    const words = known?.refusedWords;
    return [refusalSaid[known!.refusedBecause!].why, ...(words ? [{ fr: words, en: words }] : [])];
  }
  return known?.queuedAt ? known.doubts.map((doubt) => doubtSaid[doubt]) : [];
}

export function whatToDo(company: Verified, known: Known): Text {
  const status = statusOf(company, known);
  if (status === 'REFUSED') return refusalSaid[known!.refusedBecause!].whatToDo;
  if (status === 'PENDING') return whilePending(known?.doubts ?? []);
  return known?.queuedAt ? whileLookedAtAgain : nothingToDo;
}
