import { randomUUID } from 'node:crypto';
import { normaliseEmail } from '../accounts/email.js';
import { isUuid } from '../common/node.js';
import { plainLine, plainText } from '../common/plain-text.js';
import type { Contact, Help, WelcomeContent, WelcomeEvent, Words } from './welcome-content.js';
import type { ContactInput, EventInput, HelpInput, WelcomeInput, WordsInput } from './welcome.input.js';

/** What was sent, cleaned; a contact still with whether the person agreed. */
export interface Draft {
  content: WelcomeContent;
  contacts: (Contact & { agreed: boolean })[];
}

/** Ids that it had stay where they belong to this territory; all others are new. */
export function draftOf(input: WelcomeInput, known: ReadonlySet<string>): Draft {
  const used = new Set<string>();
  const idOf = (given: string | null | undefined): string => {
    const id = given && isUuid(given) && known.has(given) && !used.has(given) ? given : randomUUID();
    used.add(id);
    return id;
  };
  return {
    content: {
      presentation: input.presentation ? textOrNull(input.presentation) : null,
      housing: (input.housing ?? []).map(help),
      transport: (input.transport ?? []).map(help),
      events: (input.events ?? []).map((one) => event(one, idOf(one.id))),
      links: (input.links ?? []).map(({ title, url }) => ({ title: line(title), url: url.trim() })),
    },
    contacts: (input.contacts ?? []).map((one) => contact(one, idOf(one.id))),
  };
}

const line = ({ fr, en }: WordsInput): Words => ({ fr: plainLine(fr), en: plainLine(en ?? '') || null });
const text = ({ fr, en }: WordsInput): Words => ({ fr: plainText(fr), en: plainText(en ?? '') || null });
const orNull = (words: string | null | undefined): string | null => plainLine(words ?? '') || null;
const address = (url: string | null | undefined): string | null => (url ?? '').trim() || null;

const filled = (words: Words): Words | null => (words.fr === '' && words.en === null ? null : words);
const textOrNull = (given: WordsInput): Words | null => filled(text(given));

const help = (one: HelpInput): Help => ({
  title: line(one.title),
  text: text(one.text),
  by: orNull(one.by),
  amount: one.amount ? filled(line(one.amount)) : null,
  url: address(one.url),
  validUntil: one.validUntil ?? null,
});

const event = (one: EventInput, id: string): WelcomeEvent => ({
  id,
  title: line(one.title),
  text: text(one.text),
  startsAt: one.startsAt.toISOString(),
  endsAt: one.endsAt.toISOString(),
  communeCode: one.communeCode?.trim().toUpperCase() || null,
  place: orNull(one.place),
  url: address(one.url),
  cancelled: one.cancelled ?? false,
});

const contact = (one: ContactInput, id: string): Contact & { agreed: boolean } => ({
  id,
  name: orNull(one.name),
  role: line(one.role),
  email: normaliseEmail(one.email ?? '') || null,
  phone: plainLine(one.phone ?? '') || null,
  agreed: one.agreed ?? false,
});
