import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Platform } from './platform.js';

/** Where a French line must not break stands another kind of space; test/mail/written-letter.spec.ts looks at those. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** A mail as the one who gets it reads it; in subject, text and HTML all spaces are plain ones. */
export interface SentMail {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** The addresses in its text, in order. */
  links: string[];
  raw: string;
  parsed: ParsedMail;
}

/** Which mail: by an address, by its subject, or otherwise. */
export type Asked = string | RegExp | ((mail: SentMail) => boolean);

export const asksFor = (asked: Asked): ((mail: SentMail) => boolean) => {
  if (typeof asked === 'string') return ({ to }) => to.includes(asked);
  return asked instanceof RegExp ? ({ subject }) => asked.test(subject) : asked;
};

export function sentMail(raw: string, parsed: ParsedMail, envelope: { from: string; to: string[] }): SentMail {
  const text = plainSpaces(parsed.text ?? '');
  return {
    ...envelope,
    subject: plainSpaces(parsed.subject ?? ''),
    text,
    html: plainSpaces(parsed.html || ''),
    messageId: parsed.messageId ?? '',
    links: Array.from(text.matchAll(/https?:\/\/\S+/g), ([link]) => link),
    raw,
    parsed,
  };
}

/** What was sent, the oldest first, by a platform that has no SMTP server: it writes files. `platform.jobs()` sends what waits. */
export async function sentMails(
  { dataDir }: Pick<Platform, 'dataDir'>,
  asked: Asked = () => true,
): Promise<SentMail[]> {
  const folder = join(dataDir, 'mail');
  const oldestFirst = filesIn(folder)
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => one.at - other.at);
  const mails = await Promise.all(
    oldestFirst.map(async ({ name }) => {
      const raw = readFileSync(join(folder, name), 'utf8');
      const parsed = await simpleParser(raw);
      return sentMail(raw, parsed, { from: addresses(parsed.from)[0] ?? '', to: addresses(parsed.to) });
    }),
  );
  return mails.filter(asksFor(asked));
}

/** Does the jobs that are due and gives the newest mail that is this one. */
export async function lastMail(platform: Pick<Platform, 'dataDir' | 'jobs'>, asked: Asked): Promise<SentMail> {
  await platform.jobs();
  const mail = (await sentMails(platform, asked)).at(-1);
  if (!mail)
    throw new Error(`no such mail; there are: ${(await sentMails(platform)).map(({ subject }) => subject).join('; ')}`);
  return mail;
}

/** Presses the button of the page that a link of a mail leads to; `fields` by name. */
export async function pressLink(
  { url }: Pick<Platform, 'url'>,
  link: string,
  fields: Record<string, string> = {},
): Promise<{ status: number; html: string }> {
  const { pathname, searchParams } = new URL(link);
  const response = await fetch(`${url}${pathname}`, {
    method: 'POST',
    body: new URLSearchParams({ jeton: searchParams.get('jeton') ?? '', ...fields }),
  });
  return { status: response.status, html: plainSpaces(await response.text()) };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
}

const addresses = (of: ParsedMail['to'] | ParsedMail['from']): string[] =>
  [of ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
