import { Inject, Injectable } from '@nestjs/common';
import { type ParsedMail, simpleParser } from 'mailparser';
import { CONFIG, type Config } from '../common/config.js';
import { MailFiles } from './mail-files.js';

/** A letter as the list shows it. */
export interface Heading {
  id: string;
  to: string;
  subject: string;
  date: Date | null;
}

/** A letter as it is read. */
export interface Opened extends Heading {
  from: string;
  replyTo: string;
  text: string;
  html: string;
  attachments: { name: string; type: string; content: Buffer }[];
}

const perPage = 50;

/** What became of letters where nothing leaves the machine: everybody’s, for whoever tries the platform out. */
@Injectable()
export class Mailbox {
  /** Never where mails go out, and never in production. */
  readonly isThere: boolean;

  constructor(
    @Inject(CONFIG) { SMTP_URL, NODE_ENV }: Config,
    private readonly files: MailFiles,
  ) {
    this.isThere = SMTP_URL === undefined && NODE_ENV !== 'production';
  }

  /** Pages are counted from 1, the newest letters first. */
  async page(number: number): Promise<{ headings: Heading[]; pages: number; count: number }> {
    const ids = await this.files.newestFirst();
    const shown = ids.slice((number - 1) * perPage, number * perPage);
    const headings = await Promise.all(shown.map((id) => this.heading(id)));
    return {
      headings: headings.filter((heading) => heading !== null),
      pages: Math.max(1, Math.ceil(ids.length / perPage)),
      count: ids.length,
    };
  }

  async open(id: string): Promise<Opened | null> {
    const raw = await this.files.read(id);
    if (!raw) return null;
    const mail = await simpleParser(raw, { skipTextToHtml: true });
    return {
      ...headingOf(id, mail),
      from: mail.from?.text ?? '',
      replyTo: mail.replyTo?.text ?? '',
      text: mail.text ?? '',
      html: mail.html || '',
      // A calendar comes a second time, without a name, for programs that show it.
      attachments: mail.attachments.flatMap(({ filename, contentType, content }) =>
        filename === undefined ? [] : [{ name: filename, type: contentType, content }],
      ),
    };
  }

  private async heading(id: string): Promise<Heading | null> {
    const raw = await this.files.read(id);
    if (!raw) return null;
    const end = raw.indexOf('\r\n\r\n');
    return headingOf(id, await simpleParser(end < 0 ? raw : raw.subarray(0, end + 4)));
  }
}

const headingOf = (id: string, { to, subject, date }: ParsedMail): Heading => ({
  id,
  to: [to ?? []]
    .flat()
    .flatMap(({ text }) => text)
    .join(', '),
  subject: subject ?? '',
  date: date ?? null,
});
