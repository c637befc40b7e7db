import type { Language, Text } from '../common/text.js';
import type { Attachment } from './mail.entity.js';

/** Whom a letter goes to: an account, by its address and in its language, or an address that has none. */
export type Reader = { accountId: string } | { email: string; language: Language };

/** A letter before it is written out in the language of its reader. */
export interface Letter {
  /** What it is about, in one word or two: "confirm-email". */
  kind: string;
  to: Reader;
  subject: Text;
  /** Plain text; each becomes a paragraph. Greeting and signature are added. */
  paragraphs: readonly Text[];
  /** Shown as a button and as an address; the path is below PUBLIC_URL. */
  link?: { label: Text; path: string };
  replyTo?: string;
  /** The account of someone else whom it tells about, if it does: a letter that waits or is kept goes when that person is erased. */
  about?: string;
  attachments?: readonly Attachment[];
  /** At most one letter with this key is ever sent, however often it is asked for: "application-due:<id>:2026-12-01". */
  once?: string;
}
