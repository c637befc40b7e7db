import type { Language } from '../common/text.js';

/** What a manager writes: French, and English where they have it. */
export interface Words {
  fr: string;
  en: string | null;
}

/** Help with housing or with getting about. */
export interface Help {
  title: Words;
  text: Words;
  /** Who offers it. */
  by: string | null;
  /** How much, in words. */
  amount: Words | null;
  url: string | null;
  /** The last day on which it is shown, YYYY-MM-DD. */
  validUntil: string | null;
}

export interface WelcomeEvent {
  id: string;
  title: Words;
  text: Words;
  /** Moments in ISO 8601, UTC. */
  startsAt: string;
  endsAt: string;
  communeCode: string | null;
  place: string | null;
  url: string | null;
  cancelled: boolean;
}

export interface WelcomeLink {
  title: Words;
  url: string;
}

/** What stands in the columns `draft` and `published`. */
export interface WelcomeContent {
  presentation: Words | null;
  housing: Help[];
  transport: Help[];
  events: WelcomeEvent[];
  links: WelcomeLink[];
}

export interface Contact {
  id: string;
  /** Null for a service. */
  name: string | null;
  role: Words;
  email: string | null;
  phone: string | null;
}

export const nothing: WelcomeContent = { presentation: null, housing: [], transport: [], events: [], links: [] };

/** How much of each there may be, and how long it may be, in characters. */
export const most = { contacts: 10, housing: 20, transport: 20, events: 50, links: 20 } as const;
export const longest = {
  presentation: 6_000,
  title: 120,
  text: 2_000,
  name: 100,
  role: 120,
  by: 120,
  amount: 120,
  place: 200,
  url: 500,
} as const;

/** In the language that is asked for where everything of the piece was written in it, else all of it in French. */
export function languageOf(asked: Language, ...words: readonly (Words | null)[]): Language {
  return asked === 'en' && words.every((each) => each === null || each.en !== null) ? 'en' : 'fr';
}

export const inLanguage = ({ fr, en }: Words, language: Language): string => (language === 'en' && en) || fr;
