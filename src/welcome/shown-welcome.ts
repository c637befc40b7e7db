import type { Language } from '../common/text.js';
import { moment, zoneOf } from '../interviews/time-zones.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import {
  type Contact,
  type Help,
  inLanguage,
  languageOf,
  nothing,
  type WelcomeContent,
  type WelcomeEvent,
  type WelcomeLink,
} from './welcome-content.js';
import type { ContactType, EventType, HelpType, LinkType, PresentationType } from './welcome.type.js';
import type { WelcomeSection, WelcomeState } from './welcome-words.js';
import type { Written } from './welcome.repository.js';

/** Of an earlier generation, or on no list any more. */
export const isFormer = ({ inForceUntil, retired }: TerritoryFacts, today: string): boolean =>
  retired || inForceUntil < today;

/** What visitors read of a territory, or what they would read of its draft. */
export interface Shown {
  territory: TerritoryFacts;
  state: WelcomeState;
  content: WelcomeContent;
  contacts: readonly Contact[];
  updatedAt: Date | null;
  version: number;
}

/** A page that is hidden looks like one that was never written; nobody learns how often its draft is saved. */
export function shownOf(territory: TerritoryFacts, written: Written | null, today: string): Shown {
  const row = written?.row;
  const former = isFormer(territory, today);
  if (former || !row?.published || row.hiddenAt) {
    const state = former ? 'FORMER' : 'NOTHING_YET';
    return { territory, state, content: nothing, contacts: [], updatedAt: null, version: 0 };
  }
  const { published: content, publishedAt: updatedAt, publishedVersion } = row;
  const contacts = written?.contacts ?? [];
  return { territory, state: 'PUBLISHED', content, contacts, updatedAt, version: publishedVersion ?? 0 };
}

/** The draft as everyone would read it. */
export const previewOf = (territory: TerritoryFacts, { row, contacts }: Written): Shown => ({
  territory,
  state: row.version === 0 ? 'NOTHING_YET' : 'PUBLISHED',
  content: row.draft,
  contacts,
  updatedAt: row.publishedAt,
  version: row.version,
});

/** Help lapses by itself after its last day. */
export const stillValid = (helps: readonly Help[], today: string): Help[] =>
  helps.filter(({ validUntil }) => validUntil === null || validUntil >= today);

export function emptySections({ content, contacts }: Shown, today: string, now: Date): WelcomeSection[] {
  const counts: [WelcomeSection, number][] = [
    ['PRESENTATION', content.presentation ? 1 : 0],
    ['CONTACTS', contacts.length],
    ['HOUSING', stillValid(content.housing, today).length],
    ['TRANSPORT', stillValid(content.transport, today).length],
    ['EVENTS', content.events.filter(({ endsAt }) => new Date(endsAt) > now).length],
    ['LINKS', content.links.length],
  ];
  return counts.filter(([, count]) => count === 0).map(([section]) => section);
}

export function presentationIn({ content }: Shown, asked: Language): PresentationType | null {
  if (!content.presentation) return null;
  const language = languageOf(asked, content.presentation);
  return { text: inLanguage(content.presentation, language), language };
}

export function contactIn({ id, name, role, email, phone }: Contact, asked: Language): ContactType {
  const language = languageOf(asked, role);
  return { id, name, role: inLanguage(role, language), email, phone, language };
}

export function helpIn({ title, text, by, amount, url, validUntil }: Help, asked: Language): HelpType {
  const language = languageOf(asked, title, text, amount);
  return {
    title: inLanguage(title, language),
    text: inLanguage(text, language),
    amount: amount && inLanguage(amount, language),
    ...{ by, url, validUntil, language },
  };
}

export function linkIn({ title, url }: WelcomeLink, asked: Language): LinkType {
  const language = languageOf(asked, title);
  return { title: inLanguage(title, language), url, language };
}

/** All but its entry for calendars. */
export function eventIn(event: WelcomeEvent, asked: Language): Omit<EventType, 'ics'> {
  const language = languageOf(asked, event.title, event.text);
  const [startsAt, endsAt] = [new Date(event.startsAt), new Date(event.endsAt)];
  const zone = zoneOf(event.communeCode);
  const [from, until] = [moment(startsAt, zone)[asked], moment(endsAt, zone)[asked]];
  return {
    id: event.id,
    title: inLanguage(event.title, language),
    text: inLanguage(event.text, language),
    when: asked === 'fr' ? `du ${from} au ${until}` : `from ${from} to ${until}`,
    place: event.place,
    url: event.url,
    cancelled: event.cancelled,
    ...{ startsAt, endsAt, language },
  };
}
