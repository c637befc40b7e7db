import { createHash } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';
import { plainText } from '../common/plain-text.js';

/** What there is to know of a mail that came in. */
export interface IncomingMail {
  /** The addresses it says it is from: one, of an honest mail. */
  from: string[];
  messageId: string;
  /** Whether a program wrote it, or it went to a list. */
  automatic: boolean;
  /** How many servers it came through. */
  hops: number;
  text: string;
}

const mostHtml = 200_000;
const mostText = 100_000;

/** Throws for what cannot be read. Files that come with it are dropped. */
export async function readMail(raw: Buffer): Promise<IncomingMail> {
  const mail = await simpleParser(raw, {
    skipTextToHtml: true,
    skipImageLinks: true,
    keepCidLinks: true,
    checksumAlgo: false,
    ignoreEmbedded: true,
    skipHtmlToText: true,
    maxHeadSize: 100_000,
    maxChildNodes: 100,
  });
  return {
    from: (mail.from?.value ?? []).flatMap(({ address }) => address ?? []),
    messageId: mail.messageId ?? createHash('sha256').update(raw).digest('base64url'),
    automatic: isAutomatic(mail),
    hops: mail.headerLines.filter(({ key }) => key === 'received').length,
    text: (mail.text?.trim() ? mail.text : textOf(mail.html || '')).slice(0, mostText),
  };
}

/** How mail programs begin what they quote. */
const quotes = /<blockquote\b|<div\b[^>]{0,300}(gmail_quote|moz-cite-prefix|divRplyFwdMsg|yahoo_quoted)/i;

/** For mails without a part in plain text: what stands before the first quotation. */
function textOf(html: string): string {
  const read = html.slice(0, mostHtml);
  const end = read.search(quotes);
  return plainText(end < 0 ? read : read.slice(0, end));
}

/** RFC 3834, and what mail programs say instead of it. */
function isAutomatic({ headerLines }: ParsedMail): boolean {
  const said = new Map(
    headerLines.map(({ key, line }) => [
      key,
      line
        .slice(key.length + 1)
        .trim()
        .toLowerCase(),
    ]),
  );
  if (!/^no\b/.test(said.get('auto-submitted') ?? 'no')) return true;
  if (/^(bulk|list|junk|auto_reply)\b/.test(said.get('precedence') ?? '')) return true;
  if (/^multipart\/report\b/.test(said.get('content-type') ?? '')) return true;
  return ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id', 'list-unsubscribe'].some((name) => said.has(name));
}
