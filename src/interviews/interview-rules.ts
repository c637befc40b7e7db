import { plainLine, plainText } from '../common/plain-text.js';
import { InputProblem } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import type { Interview } from './interview.entity.js';

export const mostSlots = 5;
const lengths = { least: 10, most: 480 };
const mostWords = 2_000;
const mostPlace = 300;
/** Nobody can answer what begins in a moment. */
const leastNotice = 60 * 60_000;
const furthest = 365 * 86_400_000;

/** Times and circumstances of a meeting, as they are proposed. */
export interface Proposal {
  slots: Date[];
  durationMinutes?: number | null;
  place?: string | null;
  videoUrl?: string | null;
  words?: string | null;
}

export type CleanProposal = Required<Proposal>;

export const cleanly = (proposal: Proposal): CleanProposal => ({
  slots: [...new Map(proposal.slots.map((slot) => [slot.valueOf(), slot])).values()].sort(
    (one, other) => one.valueOf() - other.valueOf(),
  ),
  durationMinutes: proposal.durationMinutes ?? null,
  place: plainLine(proposal.place ?? '') || null,
  videoUrl: (proposal.videoUrl ?? '').trim() || null,
  words: plainText(proposal.words ?? '') || null,
});

/** All that is wrong with a proposal. Where the meeting takes place stands in the first one, and may be left out later. */
export function proposalProblems(proposal: CleanProposal, isFirst: boolean, now: Date): InputProblem[] {
  const { slots, durationMinutes, place, videoUrl, words } = proposal;
  const problems: InputProblem[] = [];
  const wrong = (path: (string | number)[], text: Text) => problems.push(new InputProblem(['input', ...path], text));
  if (slots.length < 1 || slots.length > mostSlots) wrong(['slots'], slotCount);
  slots.forEach((slot, index) => {
    const ahead = slot.valueOf() - now.valueOf();
    if (ahead < leastNotice || ahead > furthest) wrong(['slots', index], slotTime);
  });
  if (durationMinutes === null ? isFirst : durationMinutes < lengths.least || durationMinutes > lengths.most)
    wrong(['durationMinutes'], length);
  if ((place !== null && videoUrl !== null) || (isFirst && place === null && videoUrl === null))
    wrong(['place'], somewhere);
  if ([...(place ?? '')].length > mostPlace) wrong(['place'], placeTooLong);
  if (videoUrl !== null && !isWebAddress(videoUrl)) wrong(['videoUrl'], noAddress);
  if ([...(words ?? '')].length > mostWords) wrong(['words'], wordsTooLong);
  return problems;
}

/** When the meeting that was agreed on is over; null while none is. */
export const endOf = ({ agreedStartsAt, durationMinutes }: Pick<Interview, 'agreedStartsAt' | 'durationMinutes'>) =>
  agreedStartsAt && new Date(agreedStartsAt.valueOf() + durationMinutes * 60_000);

/** Whether something may still become of it: what was called off or is over stays as it is. */
export function isUnderway(
  interview: Pick<Interview, 'status' | 'agreedStartsAt' | 'durationMinutes'>,
  now: Date,
): boolean {
  if (interview.status === 'CANCELLED') return false;
  return interview.status !== 'AGREED' || endOf(interview)! > now;
}

/** Plain words of an answer, or what is wrong with them. */
export function answerWords(words: string | null | undefined): string | null | InputProblem {
  const clean = plainText(words ?? '') || null;
  return [...(clean ?? '')].length > mostWords ? new InputProblem(['words'], wordsTooLong) : clean;
}

function isWebAddress(text: string): boolean {
  if (text.length > 500 || /[\s<>"]/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return protocol === 'https:' && hostname.includes('.') && username === '';
}

const slotCount = { fr: 'Proposez de un à cinq moments.', en: 'Propose one to five times.' };
const slotTime = {
  fr: 'Un entretien commence dans une heure au plus tôt, et dans un an au plus tard.',
  en: 'An interview begins in an hour at the earliest and in a year at the latest.',
};
const length = { fr: 'La durée va de 10 à 480 minutes.', en: 'The length is from 10 to 480 minutes.' };
const somewhere = {
  fr: 'Indiquez un lieu ou une adresse de visioconférence, pas les deux.',
  en: 'Give a place or the address of a video call, not both.',
};
const placeTooLong = { fr: 'Le lieu compte au plus 300 caractères.', en: 'The place has at most 300 characters.' };
const noAddress = {
  fr: 'L’adresse de la visioconférence commence par https:// et mène quelque part.',
  en: 'The address of the video call begins with https:// and leads somewhere.',
};
const wordsTooLong = { fr: 'Le texte compte au plus 2 000 caractères.', en: 'The text has at most 2,000 characters.' };
