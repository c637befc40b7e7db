import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { createEvent, type EventAttributes } from 'ics';
import type { Language, Text } from '../common/text.js';
import type { TalkingSide } from '../messages/message.entity.js';
import type { Interview } from './interview.entity.js';

export interface CalendarEntry {
  interview: Pick<
    Interview,
    'id' | 'sequence' | 'agreedStartsAt' | 'durationMinutes' | 'place' | 'videoUrl' | 'status' | 'words'
  >;
  offerTitle: string;
  companyName: string;
  candidateFirstName: string | null;
  /** Where the one who gets it answers: never an address of a person. */
  organiser: string;
  /** Whoever gets it by mail, who finds themselves in it by their own address: without it calendars do not take it for theirs. */
  reader?: { side: TalkingSide; email: string };
  /** The domain of the platform, for ids and for the names of roles. */
  domain: string;
}

/**
 * The calendar entry of a meeting that both agreed on, or its cancellation. Moments are in UTC, so that every calendar shows
 * them right on both sides of a change of the clocks, in France and overseas. Those who take part are named by their roles:
 * nobody reads an address but their own.
 * Null while no time was agreed on.
 */
export function calendarOf(entry: CalendarEntry, language: Language): string | null {
  const { interview, domain } = entry;
  if (!interview.agreedStartsAt) return null;
  const isOn = interview.status === 'AGREED';
  const where = interview.place ?? interview.videoUrl ?? '';
  const event: EventAttributes = {
    productId: '-//VTE Territoires//Entretiens//FR',
    method: isOn ? 'REQUEST' : 'CANCEL',
    status: isOn ? 'CONFIRMED' : 'CANCELLED',
    uid: uidOf(interview.id, domain),
    sequence: interview.sequence,
    start: interview.agreedStartsAt.valueOf(),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: interview.durationMinutes },
    title: title(entry)[language],
    location: where,
    description: [interview.words, interview.videoUrl].filter(Boolean).join('\n\n'),
    organizer: { name: 'VTE Territoires', email: entry.organiser },
    attendees: [
      attendee(entry.candidateFirstName ?? roles.CANDIDATE[language], addressOf('CANDIDATE', entry)),
      attendee(entry.companyName, addressOf('COMPANY', entry)),
    ],
  };
  const { error, value } = createEvent(event);
  if (error || value === null) throw error ?? new Error('the calendar entry was not made');
  return value;
}

/** One for all entries of a meeting. Calendars keep it for years: the id of the row, which may be erased, is not in it. */
const uidOf = (id: string, domain: string): string =>
  `${createHash('sha256').update(`interview:${id}`).digest('hex').slice(0, 32)}@${domain}`;

const title = ({ offerTitle, companyName }: CalendarEntry): Text => ({
  fr: `Entretien : ${offerTitle} (${companyName})`,
  en: `Interview: ${offerTitle} (${companyName})`,
});

const addressOf = (side: TalkingSide, { reader, domain }: CalendarEntry): string =>
  (reader?.side === side && asciiAddress(reader.email)) ||
  `${side === 'CANDIDATE' ? 'candidat' : 'entreprise'}@${domain}`;

/** Calendar files know addresses of ASCII only: a domain has such a form, a mailbox with accents has none. */
function asciiAddress(email: string): string | null {
  const [local = '', domain = ''] = email.split('@');
  const ascii = domainToASCII(domain);
  return /^[!-~]+$/.test(local) && ascii !== '' ? `${local}@${ascii}` : null;
}

const roles = { CANDIDATE: { fr: 'Candidat', en: 'Candidate' } };

/** A name stands in quotes there, which it must not end. */
const attendee = (name: string, email: string) => ({
  name: name.replace(/["\p{Cc}\\]/gu, ' '),
  email,
  rsvp: false,
  partstat: 'ACCEPTED' as const,
  role: 'REQ-PARTICIPANT' as const,
});
