import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { CONFIG, type Config } from '../common/config.js';
import type { Mail } from './mail.entity.js';
import { MailFiles } from './mail-files.js';
import { mailMessage } from './mail-message.js';
import type { MailOutcome } from './mail-outcome.js';
import { SmtpPool } from './smtp-pool.js';

/** Where letters go: to the mail server, or to files where there is none. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly smtp: SmtpPool | null;
  private readonly writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly files: MailFiles,
  ) {
    this.smtp = config.SMTP_URL ? new SmtpPool(config.SMTP_URL) : null;
  }

  async send(mail: Mail): Promise<MailOutcome> {
    if (this.smtp && isReserved(mail.toAddress))
      return { is: 'refused', error: 'the domain of this address is for examples' };
    const message = mailMessage(mail, this.config.MAIL_FROM);
    if (this.smtp) return this.smtp.send(message);
    const { message: written } = await this.writer.sendMail(message);
    await this.files.keep(mail.id, written as Buffer);
    return { is: 'sent' };
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }
}

/** Domains that exist for nobody (RFC 2606), as those of demo accounts: a mail server would only send it back. */
const isReserved = (address: string): boolean => /[@.](example|invalid|localhost|test)$/i.test(address);
