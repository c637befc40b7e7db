import { createEvent } from 'ics';
import type { Language } from '../common/text.js';
import { inLanguage, languageOf, type WelcomeEvent } from './welcome-content.js';

interface CalendarEntry {
  event: WelcomeEvent;
  territoryName: string;
  communeName: string | null;
  /** Of what is published: a later one replaces an earlier entry in calendars. */
  version: number;
  /** The domain of the platform, for ids. */
  domain: string;
}

/** The calendar entry of an event. Moments are in UTC, so that every calendar shows them right; it keeps its id for good. */
export function calendarOf(entry: CalendarEntry, asked: Language): string {
  const { event, territoryName, communeName, version, domain } = entry;
  const language = languageOf(asked, event.title, event.text);
  const { error, value } = createEvent({
    productId: '-//VTE Territoires//Evenements//FR',
    method: event.cancelled ? 'CANCEL' : 'PUBLISH',
    status: event.cancelled ? 'CANCELLED' : 'CONFIRMED',
    uid: `${event.id}@${domain}`,
    sequence: version,
    start: Date.parse(event.startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: Date.parse(event.endsAt),
    endInputType: 'utc',
    endOutputType: 'utc',
    title: inLanguage(event.title, language),
    location: [event.place, communeName].filter(Boolean).join(', '),
    description: [inLanguage(event.text, language), territoryName, event.url].filter(Boolean).join('\n\n'),
  });
  if (error || value == null) throw error ?? new Error('the calendar entry was not made');
  return value;
}
