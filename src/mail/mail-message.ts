import type { SendMailOptions } from 'nodemailer/lib/mailer';
import addressparser from 'nodemailer/lib/addressparser';
import type { Attachment, Mail } from './mail.entity.js';

/** The address in "Name <address>". */
export function addressIn(from: string): string {
  const [first] = addressparser(from, { flatten: true });
  return first?.address ?? '';
}

/**
 * A letter as it goes out. Id and date are those of its row, so that a letter that goes out a second time is known for the
 * same; and it says that a program wrote it, so that no program answers.
 */
export function mailMessage(mail: Mail, from: string): SendMailOptions & { messageId: string } {
  const domain = addressIn(from).split('@')[1] ?? 'localhost';
  const calendar = mail.attachments.find(isCalendar);
  return {
    from,
    to: { name: '', address: mail.toAddress },
    ...(mail.replyTo && { replyTo: { name: '', address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(calendar && {
      icalEvent: { method: methodOf(calendar), filename: calendar.name, content: calendar.content },
    }),
    attachments: mail.attachments
      .filter((attachment) => attachment !== calendar)
      .map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    messageId: `<${mail.id}@${domain}>`,
    date: mail.createdAt,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const isCalendar = ({ type }: Attachment): boolean => type.startsWith('text/calendar');

const methodOf = ({ type }: Attachment): string => /method=(\w+)/i.exec(type)?.[1]?.toUpperCase() ?? 'PUBLISH';
