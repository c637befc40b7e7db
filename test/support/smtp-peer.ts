import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type Asked, asksFor, type SentMail, sentMail } from './sent-mails.js';

type Step = 'connect' | 'mail' | 'rcpt' | 'data';
type Done = (error?: Error | null) => void;

interface Failure {
  code: number;
  at: Step;
  times: number;
}

/** A real SMTP server that keeps what it accepts. */
export class SmtpPeer {
  /** What was accepted, in order. */
  readonly mails: SentMail[] = [];
  private taken = new Set<SentMail>();
  private waiting: (() => void)[] = [];
  private failures: Failure[] = [];
  private held: Promise<void> | null = null;
  private heldAt: 'mail' | 'data' = 'data';
  /** Connections that wait for `release`. */
  holding = 0;
  private letGo: () => void = () => undefined;
  private server: SMTPServer | null = null;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens, on the port it had if it was stopped before. */
  async start(): Promise<this> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onConnect: (_session, done: Done) => {
        done(this.failure('connect'));
      },
      onMailFrom: (_address, _session, done: Done) => {
        void this.pause('mail').then(() => {
          done(this.failure('mail'));
        });
      },
      onRcptTo: (_address, _session, done: Done) => {
        done(this.failure('rcpt'));
      },
      onData: (stream, session, done: Done) => void this.keep(stream, session, done),
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    for (const { _socket } of server.connections as unknown as Set<{ _socket: { destroy(): void } }>) _socket.destroy();
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }

  /** The first mail that was not asked for before and is this one, once it is there: by address, by subject, or otherwise. */
  async next(asked: Asked = () => true, withinMs = 15_000): Promise<SentMail> {
    const until = Date.now() + withinMs;
    for (;;) {
      const found = this.mails.find((mail) => !this.taken.has(mail) && asksFor(asked)(mail));
      if (found) {
        this.taken.add(found);
        return found;
      }
      if (Date.now() > until) throw new Error(`no such mail; there are: ${JSON.stringify(this.mails.map(brief))}`);
      await Promise.race([
        new Promise<void>((resolve) => this.waiting.push(resolve)),
        new Promise((resolve) => setTimeout(resolve, 100)),
      ]);
    }
  }

  to(address: string): SentMail[] {
    return this.mails.filter(asksFor(address));
  }

  /** The next `times` tries are answered with this code at this step. */
  failNext(code: number, { at = 'rcpt', times = 1 }: { at?: Step; times?: number } = {}): void {
    this.failures.push({ code, at, times });
  }

  /**
   * From now on mails are taken but not acknowledged until `release`: the client cannot know. Or nothing of a mail is taken,
   * and it waits before it can hand anything over.
   */
  hold(at: 'mail' | 'data' = 'data'): void {
    this.heldAt = at;
    this.held ??= new Promise((resolve) => (this.letGo = resolve));
  }

  release(): void {
    this.letGo();
    this.held = null;
  }

  private async pause(at: 'mail' | 'data'): Promise<void> {
    if (!this.held || this.heldAt !== at) return;
    this.holding += 1;
    await this.held;
    this.holding -= 1;
  }

  private failure(at: Step): Error | null {
    const failure = this.failures.find((each) => each.at === at && each.times > 0);
    if (!failure) return null;
    failure.times -= 1;
    return Object.assign(new Error('as the test asked'), { responseCode: failure.code });
  }

  private async keep(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const failure = this.failure('data');
    if (failure) {
      done(failure);
      return;
    }
    const raw = Buffer.concat(chunks);
    const parsed: ParsedMail = await simpleParser(raw);
    const { mailFrom, rcptTo } = session.envelope;
    this.mails.push(
      sentMail(raw.toString('utf8'), parsed, {
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
      }),
    );
    for (const resolve of this.waiting.splice(0)) resolve();
    await this.pause('data');
    done();
  }
}

/** `Platform.start(name, { SMTP_URL: peer.url })` sends its mails here. */
export const startSmtpPeer = (): Promise<SmtpPeer> => new SmtpPeer().start();

const brief = ({ to, subject }: SentMail): string => `${to.join()}: ${subject}`;
