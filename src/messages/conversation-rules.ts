import { liveStatuses } from '../applications/application-moves.js';
import type { ApplicationStatus } from '../applications/application-status.js';
import type { Text } from '../common/text.js';
import type { TalkingSide } from './message.entity.js';

export const mostCharacters = 5_000;
export const mostSignature = 100;

/** Days after the end of an application in which both may still write: a question about the answer, a first day to agree on. */
export const daysToTalkAfter = 30;

/** At most one letter for a conversation and reader in so many minutes: what comes meanwhile is told together. */
export const minutesBetweenLetters = 10;

export const otherSide = (side: TalkingSide): TalkingSide => (side === 'CANDIDATE' ? 'COMPANY' : 'CANDIDATE');

interface Talk {
  status: ApplicationStatus;
  closedAt: Date | null;
  companySuspended: boolean;
}

/** Why a side may not write; null when it may. Who took an application back is not written to any more. */
export function closedBecause({ status, closedAt, companySuspended }: Talk, side: TalkingSide, now: Date): Text | null {
  if (companySuspended && side === 'COMPANY') return companyIsSuspended;
  if (liveStatuses.some((live) => live === status)) return null;
  if (status === 'WITHDRAWN') return withdrawn;
  const until = (closedAt ?? new Date(0)).valueOf() + daysToTalkAfter * 86_400_000;
  return now.valueOf() < until ? null : over;
}

const companyIsSuspended = {
  fr: 'L’entreprise est suspendue\u00a0: elle ne peut ni écrire ni proposer d’entretien pour le moment.',
  en: 'The company is suspended: it can neither write nor propose interviews for the time being.',
};
const withdrawn = {
  fr: 'Cette candidature a été retirée : la conversation est close.',
  en: 'This application was withdrawn: the conversation is closed.',
};
const over = {
  fr: `Cette candidature est close depuis plus de ${daysToTalkAfter} jours : la conversation aussi.`,
  en: `This application ended more than ${daysToTalkAfter} days ago, and so did the conversation.`,
};
