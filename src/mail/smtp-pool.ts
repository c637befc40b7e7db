import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer/lib/mailer';
import { type MailOutcome, outcomeOf, type SmtpFailure } from './mail-outcome.js';

/** Connections to a mail server, kept for a while. A password is only sent over TLS, except to this machine itself. */
export class SmtpPool {
  private readonly pool;
  /** What is being written to a connection, by Message-ID. */
  private readonly written = new Map<string, Readable>();

  constructor(url: string) {
    const { username, hostname } = new URL(url);
    const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
    this.pool = createTransport({
      url,
      pool: true,
      maxConnections: 4,
      maxMessages: 100,
      maxRequeues: 1,
      idleTimeout: 30_000,
      requireTLS: username !== '' && !isHere,
      dnsTimeout: 10_000,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    });
    this.pool.use('stream', ({ message }, done) => {
      const makeStream = message.createReadStream.bind(message);
      message.createReadStream = (options): Readable => {
        const stream = makeStream(options);
        this.written.set(message.messageId(), stream);
        return stream;
      };
      done();
    });
  }

  /** Never throws: what became of it is in the outcome. */
  async send(message: SendMailOptions & { messageId: string }): Promise<MailOutcome> {
    try {
      await this.pool.sendMail(message);
      return { is: 'sent' };
    } catch (error) {
      const handedOver = this.written.get(message.messageId)?.readableEnded ?? false;
      return outcomeOf(error as SmtpFailure, { handedOver });
    } finally {
      this.written.delete(message.messageId);
    }
  }

  close(): void {
    this.pool.close();
  }
}
