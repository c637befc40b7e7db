import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { CONFIG, type Config } from '../common/config.js';
import { ReplyAddresses } from './reply-addresses.js';
import { ReplyIntake } from './reply-intake.js';
import { refused, ReplyRefused } from './reply-refusals.js';

export const longestReply = 5 * 1024 * 1024;
/**
 * From one address of the network within ten minutes; the next ones are answered slowly. That address may be the mail server of
 * the domain, which passes on what strangers try: so nobody who writes to a good recipient is turned away for it.
 */
export const mostWrongAddresses = 20;
export const slowlyMs = 1_000;
const mostAtOnce = 20;

type Answer = (error?: Error | null) => void;

/**
 * Hears answers to letters, in the worker, where REPLY_DOMAIN and REPLY_SMTP_PORT say so. It takes no other mail, passes none
 * on, and says "taken" only after the commit. It is meant to stand behind the mail server of the domain, and speaks no TLS.
 */
@Injectable()
export class ReplyServer implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private readonly wrong = new LRUCache<string, number>({ max: 10_000, ttl: 600_000, noUpdateTTL: true });
  private server: SMTPServer | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly addresses: ReplyAddresses,
    private readonly intake: ReplyIntake,
  ) {}

  async start(): Promise<void> {
    const { REPLY_DOMAIN, REPLY_SMTP_PORT, HOST } = this.config;
    if (!REPLY_DOMAIN || !REPLY_SMTP_PORT) return;
    const server = new SMTPServer({
      name: REPLY_DOMAIN,
      size: longestReply,
      disabledCommands: ['AUTH', 'STARTTLS'],
      authOptional: true,
      disableReverseLookup: true,
      maxClients: mostAtOnce,
      socketTimeout: 60_000,
      closeTimeout: 2_000,
      onMailFrom: ({ address }, _session, answer) => {
        answer(address === '' ? refused('noSender') : null);
      },
      onRcptTo: ({ address }, session, answer) => {
        this.admit(address, session).then(() => {
          answer();
        }, said(answer));
      },
      onData: (stream, session, answer) => {
        this.take(stream, session).then(() => {
          answer();
        }, said(answer));
      },
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(REPLY_SMTP_PORT, HOST, () => {
        server.off('error', reject);
        // Of single connections; without a listener they would end the process.
        server.on('error', () => undefined);
        resolve();
      });
    });
    this.server = server;
    this.logger.log(`answers to letters are heard on port ${REPLY_SMTP_PORT}`);
  }

  /** What is being taken is finished first; nobody is waited for who only keeps a connection. */
  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }

  private async admit(address: string, { remoteAddress, envelope }: SMTPServerSession): Promise<void> {
    if (envelope.rcptTo.length > 0) throw refused('oneAtATime');
    const token = this.addresses.tokenIn(address);
    if (token && (await this.intake.expects(token))) return;
    const before = this.wrong.get(remoteAddress) ?? 0;
    this.wrong.set(remoteAddress, before + 1);
    if (before >= mostWrongAddresses) await pause(slowlyMs);
    throw refused('unknown');
  }

  private async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length <= longestReply) chunks.push(chunk);
    }
    if (length > longestReply || stream.sizeExceeded) throw refused('tooLarge');
    await this.intake.take(this.addresses.tokenIn(envelope.rcptTo[0]!.address)!, Buffer.concat(chunks));
  }
}

/** What is not a refusal is ours, and its words are for nobody else. */
const said =
  (answer: Answer) =>
  (error: unknown): void => {
    answer(error instanceof ReplyRefused ? error : refused('ours'));
  };
